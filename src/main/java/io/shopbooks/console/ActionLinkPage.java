package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.report.ActionLinks;
import io.shopbooks.report.ActionLinks.Action;
import io.shopbooks.report.ActionLinks.Opened;
import io.shopbooks.report.ActionLinks.State;
import io.shopbooks.report.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a link of a mail opens. Opening it only shows what it would do, because mail programs open
 * links by themselves; the button does it. Whoever has the link needs no sign-in for this one
 * thing.
 */
@Controller
@ConditionalOnWebApplication
class ActionLinkPage {

  private static final Logger LOG = LoggerFactory.getLogger(ActionLinkPage.class);
  private static final int LONGEST_NOTE = 500;

  private final ActionLinks links;
  private final Connections connections;
  private final Held held;
  private final ProducerTemplate camel;

  ActionLinkPage(ActionLinks links, Connections connections, Held held, ProducerTemplate camel) {
    this.links = links;
    this.connections = connections;
    this.held = held;
    this.camel = camel;
  }

  @GetMapping("/links/{token}")
  String show(
      @PathVariable String token, Locale locale, HttpServletResponse response, Model model) {
    var opened = links.look(token);
    tell(opened, locale, response, model);
    model.addAttribute("token", token);
    return "console/link";
  }

  @PostMapping("/links/{token}")
  String act(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String note,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    var looked = links.look(token);
    if (looked.state() == State.READY
        && looked.action().orElseThrow() == Action.RETRY
        && connection(looked.hold().orElseThrow()).isEmpty()) {
      tell(looked, locale, response, model);
      model.addAttribute("state", "no-connection");
      return "console/link";
    }
    var opened = links.use(token);
    tell(opened, locale, response, model);
    if (opened.state() == State.READY) {
      model.addAttribute("state", done(opened, token, note));
    }
    return "console/link";
  }

  /** Nothing while its file is broken, or not there. */
  private Optional<Connection> connection(Hold hold) {
    return connections.all().stream()
        .filter(one -> one.name().equals(hold.connection()))
        .findFirst();
  }

  /** What became of it: a message word. */
  private String done(Opened opened, String token, String note) {
    var hold = opened.hold().orElseThrow();
    if (opened.action().orElseThrow() == Action.IGNORE) {
      var why = note.strip().substring(0, Math.min(note.strip().length(), LONGEST_NOTE));
      if (!held.ignore(hold, why)) {
        return State.SETTLED.word();
      }
      LOG.info("left out by a link order={} {}", hold.order(), hold.subject());
      return "ignored";
    }
    LOG.info("tried again by a link order={} {}", hold.order(), hold.subject());
    if (!connection(hold).map(connection -> retried(connection, hold)).orElse(false)) {
      links.giveBack(token);
      return "failed";
    }
    var still = held.of(hold.connection()).stream().anyMatch(one -> isAbout(one, hold));
    return still ? "still-held" : "retried";
  }

  private static boolean isAbout(Hold one, Hold other) {
    return one.order().equals(other.order()) && one.subject().equals(other.subject());
  }

  /** Whether shop and company could be asked. */
  private boolean retried(Connection connection, Hold hold) {
    var exchange =
        camel.request(
            "direct:retry-held",
            asked -> {
              asked.setVariable("connection", connection);
              asked.getMessage().setBody(List.of(hold));
            });
    if (exchange.getException() != null) {
      LOG.warn("order={} could not be tried again", hold.order(), exchange.getException());
    }
    return exchange.getException() == null;
  }

  private static void tell(
      Opened opened, Locale locale, HttpServletResponse response, Model model) {
    var words = Words.in(locale);
    model.addAttribute("state", opened.state().word());
    model.addAttribute("action", opened.action().map(Action::word).orElse(""));
    opened
        .hold()
        .ifPresent(
            hold -> {
              model.addAttribute("connection", hold.connection());
              model.addAttribute("order", hold.number());
              model.addAttribute("money", words.money(hold));
              model.addAttribute("title", words.title(hold.reason()));
              model.addAttribute("explanation", words.explanation(hold.reason()));
              model.addAttribute("what", words.remedy(hold).what());
            });
    if (opened.state() == State.FORGED) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
    } else if (opened.state() != State.READY) {
      response.setStatus(HttpStatus.GONE.value());
    }
  }
}
