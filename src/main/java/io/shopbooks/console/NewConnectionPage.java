package io.shopbooks.console;

import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.connections.EditRefused;
import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes a connection: which shop it is, how to sign in to it, and from which day on. */
@Controller
@ConditionalOnWebApplication
class NewConnectionPage {

  static final List<String> WOOCOMMERCE =
      List.of("consumer-key", "consumer-secret", "webhook-secret");
  static final List<String> WIX = List.of("api-key");

  /** What is shown again when something was wrong: everything but secrets. */
  private static final Set<String> TOLD =
      Set.of("name", "kind", "url", "site-id", "time-zone", "start-date");

  private final ConnectionEditor editor;
  private final Drafts drafts;

  NewConnectionPage(ConnectionEditor editor, Drafts drafts) {
    this.editor = editor;
    this.drafts = drafts;
  }

  @GetMapping("/connections/new")
  String show(Model model) {
    return page(Map.of("kind", "woocommerce"), model);
  }

  @PostMapping("/connections/new")
  String make(@RequestParam Map<String, String> form, HttpSession session, Model model) {
    var name = form.getOrDefault("name", "").strip();
    try {
      if (name.equals("new")) {
        // Its pages would have the address of this one.
        model.addAttribute("refusal", new Drafts.Refusal("misnamed", List.of()));
        return page(form, model);
      }
      var typed = typed(name, form);
      return drafts.keep(editor.draftNew(name, typed.edits(), typed.secrets()), session);
    } catch (EditRefused e) {
      model.addAttribute("refusal", Drafts.Refusal.of(e));
      return page(form, model);
    }
  }

  private static SetUpForm typed(String name, Map<String, String> form) {
    var isWix = form.getOrDefault("kind", "").equals("wix");
    var typed = new SetUpForm(form).with(List.of("shop", "kind"), "kind");
    var address = isWix ? "site-id" : "url";
    typed.with(List.of("shop", address), address);
    (isWix ? WIX : WOOCOMMERCE).forEach(key -> typed.withSecret(name, key));
    return typed
        .with(List.of("sync", "time-zone"), "time-zone")
        .with(List.of("sync", "start-date"), "start-date");
  }

  private static String page(Map<String, String> form, Model model) {
    var told = new LinkedHashMap<>(form);
    told.keySet().retainAll(TOLD);
    model.addAttribute("typed", told);
    model.addAttribute("zones", ZoneId.getAvailableZoneIds().stream().sorted().toList());
    return "console/new-connection";
  }
}
