package io.shopbooks.cli;

import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.PastRun;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.TakingBack;
import io.shopbooks.ledger.UndoPlan;
import io.shopbooks.ledger.UndoPlans;
import io.shopbooks.ledger.Undoings;
import io.shopbooks.report.Reports;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Takes runs back for a person who waits for it, and brings them to the books again. */
@Component
class Undoing {

  private static final int LISTED = 20;

  private final Connections connections;
  private final PastRuns runs;
  private final UndoPlans plans;
  private final Undoings undoings;
  private final TakingBack takingBack;
  private final Turns turns;
  private final Reports reports;
  private final ProgressLine progress;
  private final Clock clock;

  Undoing(
      Connections connections,
      PastRuns runs,
      UndoPlans plans,
      Undoings undoings,
      TakingBack takingBack,
      Turns turns,
      Reports reports,
      ProgressLine progress,
      Clock clock) {
    this.connections = connections;
    this.runs = runs;
    this.plans = plans;
    this.undoings = undoings;
    this.takingBack = takingBack;
    this.turns = turns;
    this.reports = reports;
    this.progress = progress;
    this.clock = clock;
  }

  /** Lists the last runs; answers the exit status. */
  int list(Output output) {
    var last = runs.last(LISTED);
    output.value(last);
    output.line("  %-6s %-16s %-26s %s".formatted("Run", "Connection", "Ended", "Documents"));
    last.forEach(
        run ->
            output.line(
                "  %-6d %-16s %-26s %d"
                    .formatted(run.id(), run.connection(), run.ended(), run.documents())));
    return ExitStatus.GOOD;
  }

  /**
   * Shows what would be done, and does it if {@code yes} says so: by the word, or by the plan's
   * fingerprint. Answers the exit status.
   */
  int undo(long number, Optional<String> yes, Output output) throws Exception {
    var run = run(number);
    var connection = connections.named(run.connection());
    var variables = Map.<String, Object>of("pastRun", run, "wanted", yes.orElse(""));
    UndoPlan plan;
    try (var interruption = new Interruption(output, "shopbooks undo " + number + again(yes));
        var shown = progress.showUndoing(connection, number, output)) {
      plan =
          turns
              .rehearsal("direct:undo-run", connection, variables, output)
              .getVariable("rehearsal", UndoPlan.class);
    }
    if (yes.filter(word -> !word.equals("yes") && !word.equals(plan.fingerprint())).isPresent()) {
      throw new Refusal(
          "What taking back run " + number + " would do changed since. Nothing was deleted.",
          "`shopbooks undo " + number + "` shows what it would do now.");
    }
    var kept = yes.isPresent() ? takingBack.kept(number) : List.<String>of();
    output.value(UndoLines.json(plan, yes.isPresent(), kept));
    UndoLines.of(plan, yes.isPresent(), kept).forEach(output::line);
    return plan.staying() == 0 && kept.isEmpty() ? ExitStatus.GOOD : ExitStatus.NEEDS_PERSON;
  }

  /** What is left of a plan has another fingerprint. */
  private static String again(Optional<String> yes) {
    return yes.isPresent() ? " --yes" : "";
  }

  private PastRun run(long number) {
    return plans
        .run(number)
        .orElseThrow(
            () ->
                new Refusal(
                    "There is no run " + number + " that has ended.",
                    "`shopbooks undo` lists the last runs."));
  }

  /** Brings it to the books again; answers the exit status. */
  int redo(long number, String order, Output output) throws Exception {
    var run = run(number);
    if (undoings.out(number, order) == 0) {
      throw new Refusal(
          "No order"
              + (order.isEmpty() ? "" : " " + order)
              + " is out since run "
              + number
              + " was taken back.",
          "`shopbooks undo` lists the last runs.");
    }
    var connection = connections.named(run.connection());
    var started = clock.instant();
    var variables = Map.<String, Object>of("undoneRun", number, "order", order);
    Exchange done;
    try (var interruption = new Interruption(output, "shopbooks sync " + connection.name());
        var shown = progress.show(connection, started, output)) {
      done = turns.rehearsal("direct:redo-run", connection, variables, output);
    }
    var report = reports.of(connection, done.getVariable("run", Run.class));
    return RunLines.tell(report, Duration.between(started, clock.instant()), output);
  }
}
