package io.shopbooks.console;

import io.shopbooks.connections.BrokenConnection;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.ConnectionEditor;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.EditRefused;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.connections.UnknownConnection;
import io.shopbooks.report.Remedy;
import io.shopbooks.report.Words;
import io.shopbooks.setup.BothSides;
import io.shopbooks.setup.Found;
import io.shopbooks.setup.Tried;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what {@code check} finds, and carries out the remedies that are an edit of the file. */
@Controller
@ConditionalOnWebApplication
class CheckPage {

  private final Connections connections;
  private final ConnectionEditor editor;
  private final Checks checks;
  private final Drafts drafts;

  CheckPage(Connections connections, ConnectionEditor editor, Checks checks, Drafts drafts) {
    this.connections = connections;
    this.editor = editor;
    this.checks = checks;
    this.drafts = drafts;
  }

  /** Something that would be held, in the reader's language. */
  record Group(
      String title, String explanation, String count, String money, String orders, Remedy remedy) {}

  /**
   * Something found of shop or company, in the reader's language.
   *
   * @param edit whether a click changes it
   */
  record Shown(boolean stopsSales, String what, String remedy, boolean edit) {

    static Shown of(Found found, Words words) {
      return new Shown(
          found.stopsSales(), found.what(words), found.remedy(words), found.edit().isPresent());
    }
  }

  /** What is wrong with its file stands on the page that sets it up. */
  @ExceptionHandler
  String broken(BrokenConnection broken) {
    return "redirect:/connections/" + broken.name() + "/setup";
  }

  @GetMapping("/connections/{name}/check")
  String show(@PathVariable String name, Locale locale, Model model) {
    var connection = named(name);
    var words = Words.in(locale);
    var checked = checks.of(name);
    model.addAttribute("name", name);
    model.addAttribute("checked", checked.orElse(null));
    model.addAttribute(
        "began", checked.map(one -> words.moment(one.began(), connection.zone())).orElse(""));
    model.addAttribute(
        "findings", found(name).stream().map(found -> Shown.of(found, words)).toList());
    checked
        .flatMap(Checks.Checked::tried)
        .ifPresent(
            tried -> {
              model.addAttribute("tried", tried);
              model.addAttribute("from", words.date(tried.from()));
              model.addAttribute("until", words.date(tried.until()));
              model.addAttribute(
                  "groups", tried.held().stream().map(group -> group(group, words)).toList());
            });
    return "console/check";
  }

  private static Group group(Tried.Group group, Words words) {
    var reason = group.example().reason();
    return new Group(
        words.title(reason),
        words.explanation(reason),
        words.number(group.count()),
        words.money(group.money()),
        String.join(", ", group.orders()),
        words.remedy(group.example()));
  }

  @PostMapping("/connections/{name}/check")
  String begin(@PathVariable String name) {
    checks.begin(named(name));
    return back(name);
  }

  /** The difference is shown before anything is written. */
  @PostMapping("/connections/{name}/check/remedy")
  String carryOut(
      @PathVariable String name,
      @RequestParam int which,
      HttpSession session,
      RedirectAttributes next) {
    return draft(name, edit(name, which), session, next);
  }

  /** The same for what was found of shop or company. */
  @PostMapping("/connections/{name}/check/finding")
  String mend(
      @PathVariable String name,
      @RequestParam int which,
      HttpSession session,
      RedirectAttributes next) {
    named(name);
    var found = found(name);
    var edit =
        which >= 0 && which < found.size() ? found.get(which).edit() : Optional.<FileEdit>empty();
    return draft(name, edit, session, next);
  }

  private String draft(
      String name, Optional<FileEdit> edit, HttpSession session, RedirectAttributes next) {
    try {
      if (edit.isPresent()) {
        return drafts.keep(editor.draft(name, List.of(edit.get())), session);
      }
      next.addFlashAttribute(Notice.NAME, Notice.bad("check.gone"));
    } catch (EditRefused e) {
      next.addFlashAttribute("refusal", Drafts.Refusal.of(e));
    }
    return back(name);
  }

  private List<Found> found(String name) {
    return checks
        .of(name)
        .flatMap(Checks.Checked::looked)
        .map(BothSides.Looked::findings)
        .orElse(List.of());
  }

  private Optional<FileEdit> edit(String name, int which) {
    named(name);
    return checks
        .of(name)
        .flatMap(Checks.Checked::tried)
        .filter(tried -> which >= 0 && which < tried.held().size())
        .map(tried -> Words.in(Locale.ENGLISH).remedy(tried.held().get(which).example()))
        .flatMap(Remedy::edit)
        .map(edit -> FileEdit.yaml(edit.path(), edit.value()));
  }

  private Connection named(String name) {
    try {
      return connections.named(name);
    } catch (UnknownConnection e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No connection", e);
    }
  }

  private static String back(String name) {
    return "redirect:/connections/" + name + "/check";
  }
}
