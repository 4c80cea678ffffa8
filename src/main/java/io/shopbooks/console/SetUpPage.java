package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.EditRefused;
import io.shopbooks.connections.UnknownConnection;
import io.shopbooks.setup.Offers;
import io.shopbooks.setup.Offers.Offer;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the choices of a connection, with what shop and company have to choose from. */
@Controller
@ConditionalOnWebApplication
class SetUpPage {

  private static final Offer NOTHING = new Offer(List.of(), Set.of(), "", false, false, false);

  private final Connections connections;
  private final ConnectionEditor editor;
  private final Offers offers;
  private final CompanyReadings readings;
  private final Drafts drafts;

  SetUpPage(
      Connections connections,
      ConnectionEditor editor,
      Offers offers,
      CompanyReadings readings,
      Drafts drafts) {
    this.connections = connections;
    this.editor = editor;
    this.offers = offers;
    this.readings = readings;
    this.drafts = drafts;
  }

  @GetMapping("/connections/{name}/setup")
  String show(@PathVariable String name, Locale locale, Model model) {
    try {
      var said = editor.said(name);
      var usable = usable(name);
      var offer = usable.map(offers::of).orElse(NOTHING);
      model.addAttribute("reading", readings.of(name).name().toLowerCase(Locale.ROOT));
      model.addAttribute("readable", usable.filter(readings::isPossible).isPresent());
      model.addAttribute("offer", offer);
      model.addAttribute("fields", SetUpFields.of(said, offer));
      model.addAttribute("secrets", SetUpFields.secrets(said));
    } catch (UnknownConnection e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No connection", e);
    } catch (EditRefused e) {
      model.addAttribute("refusal", Drafts.Refusal.of(e));
    }
    model.addAttribute("name", name);
    model.addAttribute("broken", broken(name, locale));
    return "console/setup";
  }

  private Optional<Connection> usable(String name) {
    return connections.all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private List<SwitchedOff> broken(String name, Locale locale) {
    return connections.findings().entrySet().stream()
        .filter(file -> file.getKey().getFileName().toString().equals(name + ".yaml"))
        .flatMap(file -> file.getValue().stream())
        .map(finding -> SwitchedOff.of(finding, locale))
        .toList();
  }

  /** Accounts, items and the like are read anew: somebody made one in QuickBooks just now. */
  @PostMapping("/connections/{name}/setup/read")
  String read(@PathVariable String name) {
    try {
      readings.begin(connections.named(name));
    } catch (UnknownConnection e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No connection", e);
    }
    return "redirect:/connections/" + name + "/setup";
  }

  @PostMapping("/connections/{name}/setup")
  String change(
      @PathVariable String name,
      @RequestParam Map<String, String> form,
      HttpSession session,
      RedirectAttributes next) {
    try {
      var typed = new SetUpForm(form);
      SetUpFields.SECRETS.forEach(key -> typed.withSecret(name, key));
      var draft = editor.draft(name, typed.edits(), typed.secrets());
      if (!draft.isEmpty()) {
        return drafts.keep(draft, session);
      }
      next.addFlashAttribute(Notice.NAME, Notice.held("setup.same"));
    } catch (UnknownConnection e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No connection", e);
    } catch (EditRefused e) {
      next.addFlashAttribute("refusal", Drafts.Refusal.of(e));
    }
    return "redirect:/connections/" + name + "/setup";
  }
}
