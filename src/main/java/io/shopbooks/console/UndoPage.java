package io.shopbooks.console;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.PastRun;
import io.shopbooks.ledger.TakingBack;
import io.shopbooks.ledger.UndoPlan;
import io.shopbooks.ledger.UndoPlans;
import io.shopbooks.ledger.Undoings;
import io.shopbooks.report.Words;
import java.util.Locale;
import java.util.Map;
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

/** Shows what taking a run back would delete, does it, and brings it to the books again. */
@Controller
@ConditionalOnWebApplication
class UndoPage {

  private static final String BACK = "redirect:/connections/{name}/runs/{run}/undo";

  private final Connections connections;
  private final UndoPlans plans;
  private final Undoings undoings;
  private final TakingBack takingBack;
  private final Turns turns;
  private final TurnPart part;

  UndoPage(
      Connections connections,
      UndoPlans plans,
      Undoings undoings,
      TakingBack takingBack,
      Turns turns,
      TurnPart part) {
    this.connections = connections;
    this.plans = plans;
    this.undoings = undoings;
    this.takingBack = takingBack;
    this.turns = turns;
    this.part = part;
  }

  @GetMapping("/connections/{name}/runs/{run}/undo")
  String show(@PathVariable String name, @PathVariable long run, Model model, Locale locale) {
    var connection = connections.named(name);
    model.addAttribute("run", past(connection, run));
    model.addAttribute("zone", connection.zone());
    model.addAttribute("out", undoings.out(run, ""));
    part.show(name, place(run), Words.in(locale), model)
        .filter(turn -> turn.made(Object.class).isPresent())
        .ifPresent(turn -> show(turn, model));
    return "console/undo";
  }

  private void show(Turn turn, Model model) {
    if (turn.isDone("look")) {
      model.addAttribute("plan", turn.made(UndoPlan.class).orElseThrow());
    } else if (!model.containsAttribute(Notice.NAME)) {
      model.addAttribute(
          Notice.NAME,
          turn.isDone("redo")
              ? Notice.good("undo.redone", turn.made(Integer.class).orElseThrow())
              : came(turn.made(UndoPlan.class).orElseThrow(), turn.asked().get("wanted")));
    }
  }

  private Notice came(UndoPlan plan, Object fingerprint) {
    if (!plan.fingerprint().equals(fingerprint)) {
      return Notice.bad("undo.moved");
    }
    var kept = takingBack.kept(plan.run()).size();
    var deleted = plan.going().size() - kept;
    return kept == 0
        ? Notice.good("undo.done", deleted)
        : Notice.held("undo.done-in-part", deleted, kept);
  }

  private PastRun past(Connection connection, long run) {
    return plans
        .run(run)
        .filter(one -> one.connection().equals(connection.name()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String place(long run) {
    return "undo-" + run;
  }

  /** Looks at each document of the run in QuickBooks, which costs reads: hence no GET. */
  @PostMapping("/connections/{name}/runs/{run}/undo")
  String look(@PathVariable String name, @PathVariable long run, RedirectAttributes next) {
    begin(name, run, "look", "", next);
    return BACK;
  }

  /** Deletes what was shown, or nothing if it would be something else by now. */
  @PostMapping("/connections/{name}/runs/{run}/undo/confirm")
  String undo(
      @PathVariable String name,
      @PathVariable long run,
      @RequestParam String fingerprint,
      RedirectAttributes next) {
    begin(name, run, "undo", fingerprint, next);
    return BACK;
  }

  private void begin(String name, long run, String what, String wanted, RedirectAttributes next) {
    var asked =
        Map.<String, Object>of("pastRun", past(connections.named(name), run), "wanted", wanted);
    begin(name, run, what, "direct:undo-run", asked, next);
  }

  private void begin(
      String name,
      long run,
      String what,
      String route,
      Map<String, Object> asked,
      RedirectAttributes next) {
    if (!turns.begin(connections.named(name), place(run), what, route, asked)) {
      next.addFlashAttribute(Notice.NAME, Notice.held("plan.busy"));
    }
  }

  /** Brings the orders that are out since to the books again. */
  @PostMapping("/connections/{name}/runs/{run}/redo")
  String redo(@PathVariable String name, @PathVariable long run, RedirectAttributes next) {
    past(connections.named(name), run);
    var asked = Map.<String, Object>of("undoneRun", run, "order", "");
    begin(name, run, "redo", "direct:redo-run", asked, next);
    return BACK;
  }
}
