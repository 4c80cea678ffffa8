package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.KeptPlans;
import io.shopbooks.ledger.Plan.Action;
import io.shopbooks.ledger.Rehearsal;
import io.shopbooks.ledger.Run;
import io.shopbooks.quickbooks.QuickBooks;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.report.Reports;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Plans a sync for a person who waits for it, and carries a plan out. */
@Component
class PlanningSync {

  private final Connections connections;
  private final Turns turns;
  private final KeptPlans plans;
  private final SignInStates signIns;
  private final QuickBooks quickbooks;
  private final Reports reports;
  private final ProgressLine progress;
  private final Clock clock;

  PlanningSync(
      Connections connections,
      Turns turns,
      KeptPlans plans,
      SignInStates signIns,
      QuickBooks quickbooks,
      Reports reports,
      ProgressLine progress,
      Clock clock) {
    this.connections = connections;
    this.turns = turns;
    this.plans = plans;
    this.signIns = signIns;
    this.quickbooks = quickbooks;
    this.reports = reports;
    this.progress = progress;
    this.clock = clock;
  }

  /** Shows the plan; answers the exit status. */
  int plan(String name, Output output) throws Exception {
    var connection = connections.named(name);
    var before = writes(connection);
    Rehearsal rehearsal;
    try (var shown = progress.show(connection, clock.instant(), output)) {
      rehearsal = rehearsal(turns.rehearsal("direct:plan-sync", connection, Map.of(), output));
    }
    var plan = rehearsal.plan();
    var writes = writes(connection) - before;
    output.value(PlanJson.of(plan, writes));
    PlanLines.of(plan, writes).forEach(output::line);
    return plan.count(Action.CONFLICT) == 0 ? ExitStatus.GOOD : ExitStatus.NEEDS_PERSON;
  }

  private long writes(Connection connection) {
    return signIns.of(connection).realm().map(quickbooks::writes).orElse(0L);
  }

  /** Carries out what was planned under this fingerprint; answers the exit status. */
  int apply(String fingerprint, Output output) throws Exception {
    var kept = plans.find(fingerprint).orElseThrow(() -> unknown(fingerprint));
    var again = "`shopbooks plan " + kept.connection() + "` shows what would be sent now.";
    if (kept.applied().isPresent()) {
      throw new Refusal(
          "The plan " + fingerprint + " was applied already, at " + kept.applied().get() + ".",
          again);
    }
    var connection = connections.named(kept.connection());
    var started = clock.instant();
    Exchange applied;
    try (var interruption = new Interruption(output, "shopbooks sync " + connection.name());
        var shown = progress.show(connection, started, output)) {
      applied =
          turns.rehearsal("direct:apply-plan", connection, Map.of("wanted", fingerprint), output);
    }
    var rehearsal = rehearsal(applied);
    if (!rehearsal.kept()) {
      throw new Refusal(
          "The plan " + fingerprint + " fits no more: " + moved(rehearsal) + ". Nothing was sent.",
          again);
    }
    var report = reports.of(connection, applied.getVariable("run", Run.class));
    return RunLines.tell(report, Duration.between(started, clock.instant()), output);
  }

  private static Refusal unknown(String fingerprint) {
    return new Refusal(
        "No plan has the fingerprint " + fingerprint + ".",
        "`shopbooks plan CONNECTION` shows a plan and its fingerprint.");
  }

  private static String moved(Rehearsal rehearsal) {
    var sides =
        rehearsal.moved().stream()
            // What would be sent follows from the rest; alone, it is the ledger that moved.
            .filter(part -> !part.equals("documents") || rehearsal.moved().size() == 1)
            .map(part -> part.equals("documents") ? "ledger" : part)
            .map(PlanningSync::moved)
            .toList();
    return sides.isEmpty()
        ? "another plan was applied meanwhile"
        : String.join(" and ", sides) + " since";
  }

  private static String moved(String part) {
    return switch (part) {
      case "shop" -> "orders changed in the shop";
      case "company" -> "the company's lists or settings changed in QuickBooks";
      case "mappings" -> "the mappings changed";
      case "choices" -> "the connection's file changed";
      default -> "the ledger changed";
    };
  }

  private static Rehearsal rehearsal(Exchange exchange) {
    return exchange.getVariable("rehearsal", Rehearsal.class);
  }
}
