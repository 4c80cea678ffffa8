package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.EditRefused;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.ledger.Hold;
import io.shopbooks.report.Remedy;
import io.shopbooks.report.Words;
import io.shopbooks.setup.CompanyChoices;
import io.shopbooks.setup.CompanyChoices.Offer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A remedy that edits the connection file: shows the difference, then writes it and tries all again
 * that it mends.
 */
@Controller
@ConditionalOnWebApplication
class RemedyPage {

  private static final String BACK = "redirect:/connections/{name}/held";

  private final Connections connections;
  private final ConnectionEditor editor;
  private final HeldGroups groups;
  private final HeldPage held;
  private final CompanyChoices choices;

  RemedyPage(
      Connections connections,
      ConnectionEditor editor,
      HeldGroups groups,
      HeldPage held,
      CompanyChoices choices) {
    this.connections = connections;
    this.editor = editor;
    this.groups = groups;
    this.held = held;
    this.choices = choices;
  }

  /**
   * @param value as YAML writes it, where nothing is to be chosen; absent: as proposed
   * @param choice of what the company has; absent: what probably fits
   * @param q a part of its name, where there are many
   */
  @GetMapping("/connections/{name}/held/remedy")
  String show(
      @PathVariable String name,
      @RequestParam String group,
      @RequestParam Optional<String> value,
      @RequestParam Optional<String> choice,
      @RequestParam(defaultValue = "") String q,
      Locale locale,
      Model model) {
    var words = Words.in(locale);
    var connection = connections.named(name);
    var holds = groups.named(connection, group, words);
    var edit = holds.stream().findFirst().map(words::remedy).flatMap(Remedy::edit);
    var offer = offer(connection, holds, words, q);
    if (edit.isEmpty() && offer.isEmpty()) {
      return "redirect:/connections/" + connection.name() + "/held";
    }
    var reason = holds.get(0).reason();
    model.addAttribute("title", words.title(reason));
    model.addAttribute("explanation", words.explanation(reason));
    model.addAttribute("what", words.remedy(holds.get(0)).what());
    model.addAttribute("count", words.number(holds.size()));
    model.addAttribute("group", group);
    model.addAttribute("file", "mappings/connections/" + connection.file().getFileName());
    model.addAttribute("q", q);
    model.addAttribute("offer", offer.orElse(null));
    if (offer.isPresent()) {
      var chosen = choice.filter(one -> !one.isEmpty()).or(() -> offer.get().suggestion());
      model.addAttribute("keys", keys(offer.get()));
      model.addAttribute("kind", offer.get().kind().name().toLowerCase(Locale.ROOT));
      model.addAttribute("choice", chosen.orElse(""));
      model.addAttribute(
          "shown",
          offer.get().options().stream()
              .anyMatch(o -> chosen.filter(o.name()::equals).isPresent()));
      chosen.ifPresent(one -> draft(connection, edits(connection, offer.get(), one), model));
    } else {
      var wanted = value.map(String::strip).filter(v -> !v.isEmpty());
      model.addAttribute("keys", edit.get().key());
      model.addAttribute("value", wanted.orElse(edit.get().value()));
      draft(connection, edits(edit.get(), wanted.orElse(edit.get().value())), model);
    }
    return "console/remedy";
  }

  private static String keys(Offer offer) {
    return String.join(", ", offer.keys().stream().map(key -> String.join(".", key)).toList());
  }

  private Optional<Offer> offer(Connection connection, List<Hold> holds, Words words, String part) {
    return holds.stream()
        .findFirst()
        .flatMap(
            hold ->
                words
                    .setting(hold)
                    .flatMap(setting -> choices.of(connection, hold, setting, part)));
  }

  /** Nothing where the company does not have it. */
  private List<FileEdit> edits(Connection connection, Offer offer, String choice) {
    return choices.has(connection, offer, choice) ? offer.edits(choice) : List.of();
  }

  /** Nothing where the value is none. */
  private static List<FileEdit> edits(Remedy.Edit edit, String value) {
    try {
      return List.of(FileEdit.yaml(edit.path(), value));
    } catch (EditRefused noValue) {
      return List.of();
    }
  }

  private void draft(Connection connection, List<FileEdit> edits, Model model) {
    model.addAttribute("problems", List.of());
    if (edits.isEmpty()) {
      model.addAttribute("refused", "no_value");
      return;
    }
    try {
      var draft = editor.draft(connection.name(), edits);
      model.addAttribute("difference", draft.difference());
      model.addAttribute("fingerprint", draft.fingerprint());
    } catch (EditRefused e) {
      model.addAttribute("refused", e.why().name().toLowerCase(Locale.ROOT));
      model.addAttribute("problems", e.findings());
    }
  }

  /** Writes what was shown, if the file is still as it was then. */
  @PostMapping("/connections/{name}/held/remedy")
  String write(
      @PathVariable String name,
      @RequestParam String group,
      @RequestParam Optional<String> value,
      @RequestParam Optional<String> choice,
      @RequestParam String fingerprint,
      Locale locale,
      RedirectAttributes next) {
    var words = Words.in(locale);
    var connection = connections.named(name);
    var holds = groups.named(connection, group, words);
    next.addAttribute("name", name);
    if (holds.isEmpty()) {
      next.addFlashAttribute(Notice.NAME, Notice.good("held.gone"));
      return BACK;
    }
    var edit = words.remedy(holds.get(0)).edit();
    var edits =
        choice
            .flatMap(
                one ->
                    offer(connection, holds, words, "").map(offer -> edits(connection, offer, one)))
            .or(() -> value.flatMap(one -> edit.map(asked -> edits(asked, one))));
    var notice = written(name, edits.orElse(List.of()), fingerprint);
    next.addFlashAttribute(
        Notice.NAME, notice.orElseGet(() -> held.retried(connections.named(name), holds, words)));
    return BACK;
  }

  /** Why nothing was written; empty if it was. */
  private Optional<Notice> written(String name, List<FileEdit> edits, String fingerprint) {
    if (edits.isEmpty()) {
      return Optional.of(Notice.bad("remedy.refused"));
    }
    try {
      var draft = editor.draft(name, edits);
      if (!draft.fingerprint().equals(fingerprint)) {
        return Optional.of(Notice.bad("remedy.changed"));
      }
      editor.write(draft);
      return Optional.empty();
    } catch (EditRefused e) {
      return Optional.of(Notice.bad("remedy.refused"));
    }
  }
}
