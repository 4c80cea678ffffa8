package io.shopbooks.console;

import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Draft;
import io.shopbooks.connections.EditRefused;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.report.Remedy;
import io.shopbooks.report.Words;
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

  RemedyPage(Connections connections, ConnectionEditor editor, HeldGroups groups, HeldPage held) {
    this.connections = connections;
    this.editor = editor;
    this.groups = groups;
    this.held = held;
  }

  /**
   * @param value as YAML writes it; absent: as proposed
   */
  @GetMapping("/connections/{name}/held/remedy")
  String show(
      @PathVariable String name,
      @RequestParam String group,
      @RequestParam Optional<String> value,
      Locale locale,
      Model model) {
    var words = Words.in(locale);
    var connection = connections.named(name);
    var holds = groups.named(connection, group, words);
    var remedy = holds.stream().findFirst().map(words::remedy);
    if (remedy.flatMap(Remedy::edit).isEmpty()) {
      return "redirect:/connections/" + connection.name() + "/held";
    }
    var edit = remedy.get().edit().get();
    var wanted = value.map(String::strip).filter(v -> !v.isEmpty()).orElse(edit.value());
    model.addAttribute("title", words.title(holds.get(0).reason()));
    model.addAttribute("explanation", words.explanation(holds.get(0).reason()));
    model.addAttribute("what", remedy.get().what());
    model.addAttribute("count", words.number(holds.size()));
    model.addAttribute("group", group);
    model.addAttribute("edit", edit);
    model.addAttribute("value", wanted);
    draft(name, edit, wanted, model);
    return "console/remedy";
  }

  private void draft(String name, Remedy.Edit edit, String value, Model model) {
    try {
      var draft = draft(name, edit, value);
      model.addAttribute("difference", draft.difference());
      model.addAttribute("fingerprint", draft.fingerprint());
      model.addAttribute("problems", List.of());
    } catch (EditRefused e) {
      model.addAttribute("refused", e.why().name().toLowerCase(Locale.ROOT));
      model.addAttribute("problems", e.findings());
    }
  }

  private Draft draft(String name, Remedy.Edit edit, String value) {
    return editor.draft(name, List.of(FileEdit.yaml(edit.path(), value)));
  }

  /** Writes what was shown, if the file is still as it was then. */
  @PostMapping("/connections/{name}/held/remedy")
  String write(
      @PathVariable String name,
      @RequestParam String group,
      @RequestParam String value,
      @RequestParam String fingerprint,
      Locale locale,
      RedirectAttributes next) {
    var words = Words.in(locale);
    var holds = groups.named(connections.named(name), group, words);
    var edit = holds.stream().findFirst().map(words::remedy).flatMap(Remedy::edit);
    next.addAttribute("name", name);
    next.addFlashAttribute(Notice.NAME, Notice.good("held.gone"));
    if (edit.isPresent()) {
      try {
        var draft = draft(name, edit.get(), value);
        if (!draft.fingerprint().equals(fingerprint)) {
          next.addFlashAttribute(Notice.NAME, Notice.bad("remedy.changed"));
          return BACK;
        }
        editor.write(draft);
      } catch (EditRefused e) {
        next.addFlashAttribute(Notice.NAME, Notice.bad("remedy.refused"));
        return BACK;
      }
      next.addFlashAttribute(Notice.NAME, held.retried(connections.named(name), holds, words));
    }
    return BACK;
  }
}
