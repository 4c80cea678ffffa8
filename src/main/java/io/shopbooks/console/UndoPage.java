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

  UndoPage(
      Connections connections,
      UndoPlans plans,
      Undoings undoings,
      TakingBack takingBack,
      Turns turns) {
    this.connections = connections;
    this.plans = plans;
    this.undoings = undoings;
    this.takingBack = takingBack;
    this.turns = turns;
  }

  @GetMapping("/connections/{name}/runs/{run}/undo")
  String show(@PathVariable String name, @PathVariable long run, Model model) {
    about(connections.named(name), run, model);
    return "console/undo";
  }

  private PastRun about(Connection connection, long run, Model model) {
    var past =
        plans
            .run(run)
            .filter(one -> one.connection().equals(connection.name()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("run", past);
    model.addAttribute("zone", connection.zone());
    model.addAttribute("out", undoings.out(run, ""));
    return past;
  }

  /** Looks at each document of the run in QuickBooks, which costs reads: hence no GET. */
  @PostMapping("/connections/{name}/runs/{run}/undo")
  String plan(@PathVariable String name, @PathVariable long run, Model model, Locale locale)
      throws Exception {
    var connection = connections.named(name);
    var past = about(connection, run, model);
    try {
      var variables = Map.<String, Object>of("pastRun", past, "wanted", "");
      var done = turns.take("direct:undo-run", connection, variables);
      done.ifPresent(
          looked -> model.addAttribute("plan", looked.getVariable("rehearsal", UndoPlan.class)));
      if (done.isEmpty()) {
        model.addAttribute(Notice.NAME, Notice.held("plan.busy"));
      }
    } catch (Exception e) {
      var trouble = Words.in(locale).troubleTitle(Turns.trouble(e));
      model.addAttribute(Notice.NAME, Notice.bad("plan.trouble", trouble));
    }
    return "console/undo";
  }

  /** Deletes what was shown, or nothing if it would be something else by now. */
  @PostMapping("/connections/{name}/runs/{run}/undo/confirm")
  String undo(
      @PathVariable String name,
      @PathVariable long run,
      @RequestParam String fingerprint,
      Model model,
      RedirectAttributes next,
      Locale locale)
      throws Exception {
    var connection = connections.named(name);
    var past = about(connection, run, model);
    var variables = Map.<String, Object>of("pastRun", past, "wanted", fingerprint);
    try {
      var notice =
          turns
              .take("direct:undo-run", connection, variables)
              .map(done -> done.getVariable("rehearsal", UndoPlan.class))
              .map(plan -> came(plan, fingerprint))
              .orElseGet(() -> Notice.held("plan.busy"));
      next.addFlashAttribute(Notice.NAME, notice);
    } catch (Exception e) {
      var trouble = Words.in(locale).troubleTitle(Turns.trouble(e));
      next.addFlashAttribute(Notice.NAME, Notice.bad("plan.trouble", trouble));
    }
    return BACK;
  }

  private Notice came(UndoPlan plan, String fingerprint) {
    if (!plan.fingerprint().equals(fingerprint)) {
      return Notice.bad("undo.moved");
    }
    var kept = takingBack.kept(plan.run()).size();
    var deleted = plan.going().size() - kept;
    return kept == 0
        ? Notice.good("undo.done", deleted)
        : Notice.held("undo.done-in-part", deleted, kept);
  }

  /** Brings the orders that are out since to the books again. */
  @PostMapping("/connections/{name}/runs/{run}/redo")
  String redo(
      @PathVariable String name,
      @PathVariable long run,
      Model model,
      RedirectAttributes next,
      Locale locale)
      throws Exception {
    var connection = connections.named(name);
    about(connection, run, model);
    var variables = Map.<String, Object>of("undoneRun", run, "order", "");
    try {
      var notice =
          turns
              .take("direct:redo-run", connection, variables)
              .map(done -> Notice.good("undo.redone", done.getVariable("rehearsal", Integer.class)))
              .orElseGet(() -> Notice.held("plan.busy"));
      next.addFlashAttribute(Notice.NAME, notice);
    } catch (Exception e) {
      var trouble = Words.in(locale).troubleTitle(Turns.trouble(e));
      next.addFlashAttribute(Notice.NAME, Notice.bad("plan.trouble", trouble));
    }
    return BACK;
  }
}
