package io.shopbooks.console;

import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.connections.Draft;
import io.shopbooks.connections.EditRefused;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what an edit changes in a connection file, and writes it when a person agrees. */
@Controller
@ConditionalOnWebApplication
class DifferencePage {

  private final ConnectionEditor editor;
  private final Drafts drafts;

  DifferencePage(ConnectionEditor editor, Drafts drafts) {
    this.editor = editor;
    this.drafts = drafts;
  }

  /**
   * A line of the difference.
   *
   * @param kind added, removed, place or same
   */
  record Line(String kind, String text) {

    static Line of(String line) {
      var kind =
          switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> "added";
            case '-' -> "removed";
            case '@' -> "place";
            default -> "same";
          };
      return new Line(kind, line);
    }
  }

  @GetMapping("/connections/{name}/setup/difference")
  String show(@PathVariable String name, HttpSession session, Model model) {
    var draft = drafts.find(name, session);
    if (draft.isEmpty()) {
      return back(name);
    }
    model.addAttribute("draft", draft.get());
    model.addAttribute("id", id(draft.get()));
    model.addAttribute("lines", lines(draft.get()));
    return "console/difference";
  }

  private static List<Line> lines(Draft draft) {
    return draft.difference().stream().map(Line::of).toList();
  }

  /** What was agreed to is what was shown: another draft of the same page is not written. */
  @PostMapping("/connections/{name}/setup/write")
  String write(
      @PathVariable String name,
      @RequestParam String difference,
      HttpSession session,
      RedirectAttributes next) {
    var draft = drafts.find(name, session).filter(one -> id(one).equals(difference));
    if (draft.isEmpty()) {
      next.addFlashAttribute(Notice.NAME, Notice.bad("setup.gone"));
      return back(name);
    }
    drafts.forget(name, session);
    try {
      editor.write(draft.get());
      next.addFlashAttribute(Notice.NAME, Notice.good("setup.written", name));
    } catch (EditRefused e) {
      next.addFlashAttribute("refusal", Drafts.Refusal.of(e));
    }
    return back(name);
  }

  /** Tells one draft of a session from another. */
  private static String id(Draft draft) {
    return Integer.toHexString(System.identityHashCode(draft));
  }

  private static String back(String name) {
    return "redirect:/connections/" + name + "/setup";
  }
}
