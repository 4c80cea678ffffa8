package io.shopbooks.console;

import io.shopbooks.connections.BrokenConnection;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.UnknownConnection;
import io.shopbooks.quickbooks.Connecting;
import io.shopbooks.quickbooks.Disconnecting;
import io.shopbooks.quickbooks.Disconnecting.Farewell;
import io.shopbooks.report.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** To which company a connection is signed in, and how to change that. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/connections/{name}/quickbooks")
class QuickBooksPage {

  private final Connections connections;
  private final Connecting connecting;
  private final Disconnecting disconnecting;
  private final QuickBooksCards cards;
  private final Leaving leaving;

  QuickBooksPage(
      Connections connections,
      Connecting connecting,
      Disconnecting disconnecting,
      QuickBooksCards cards,
      Leaving leaving) {
    this.connections = connections;
    this.connecting = connecting;
    this.disconnecting = disconnecting;
    this.cards = cards;
    this.leaving = leaving;
  }

  @GetMapping
  String show(@PathVariable String name, Locale locale, Model model) {
    model.addAttribute("card", cards.of(connection(name), Words.in(locale), locale));
    return "console/quickbooks";
  }

  @PostMapping("/connect")
  String connect(
      @PathVariable String name,
      Authentication who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    var connection = connection(name);
    if (!connecting.isPossible()) {
      after.addFlashAttribute(Notice.NAME, Notice.bad("quickbooks.no-app"));
      return "redirect:/connections/{name}/quickbooks";
    }
    var to = leaving.begin(connection, name(who), request);
    return leaving.to(to, response, model);
  }

  @GetMapping("/disconnect")
  String confirm(@PathVariable String name, Locale locale, Model model) {
    model.addAttribute("card", cards.of(connection(name), Words.in(locale), locale));
    return "console/quickbooks-disconnect";
  }

  @PostMapping("/disconnect")
  String disconnect(@PathVariable String name, Authentication who, RedirectAttributes after) {
    var farewell = disconnecting.disconnect(connection(name), name(who));
    after.addFlashAttribute(Notice.NAME, notice(farewell));
    return "redirect:/connections/{name}/quickbooks";
  }

  private static Notice notice(Farewell farewell) {
    return switch (farewell) {
      case DONE -> Notice.good("quickbooks.disconnected");
      case TO_BE_TOLD -> Notice.held("quickbooks.disconnected-here");
      case NOTHING -> Notice.bad("quickbooks.not-signed-in");
    };
  }

  /** In the demo nobody is signed in. */
  private static String name(Authentication who) {
    return who == null ? "demo" : who.getName();
  }

  private Connection connection(String name) {
    try {
      return connections.named(name);
    } catch (UnknownConnection | BrokenConnection e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
