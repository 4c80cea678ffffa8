package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Days;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Runs;
import io.shopbooks.ledger.Standing;
import io.shopbooks.quickbooks.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Runs one sync for a person who waits for it, and tells how it went. */
@Component
class Syncing {

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final Connections connections;
  private final ProducerTemplate camel;
  private final Runs runs;
  private final Standing standing;
  private final Held held;
  private final Reasons reasons;
  private final RunLine line;
  private final Figures figures;
  private final Waiting waiting;
  private final Clock clock;

  Syncing(
      Connections connections,
      ProducerTemplate camel,
      Runs runs,
      Standing standing,
      Held held,
      Reasons reasons,
      RunLine line,
      Figures figures,
      Waiting waiting,
      Clock clock) {
    this.connections = connections;
    this.camel = camel;
    this.runs = runs;
    this.standing = standing;
    this.held = held;
    this.reasons = reasons;
    this.line = line;
    this.figures = figures;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** The days a person named; without any, what changed is read. */
  record Dates(Optional<LocalDate> since, Optional<LocalDate> until) {

    /** The days to read again, in the connection's zone and not before its start date. */
    Optional<Days> of(Connection connection, Clock clock) {
      if (since.isEmpty() && until.isEmpty()) {
        return Optional.empty();
      }
      var start = connection.choices().startDate();
      var from = since.filter(day -> day.isAfter(start)).orElse(start);
      var last = until.orElseGet(() -> LocalDate.now(clock.withZone(connection.choices().zone())));
      if (last.isBefore(from)) {
        throw new Refusal(
            "There is nothing to read from " + from + " until " + last + ".",
            "Name days after the connection's start date " + start + ".");
      }
      return Optional.of(new Days(from, last));
    }
  }

  /** Syncs; answers the exit status. */
  int sync(String name, Dates dates, Output output) throws Exception {
    var connection = connections.named(name);
    var days = dates.of(connection, clock);
    var started = clock.instant();
    Run run;
    try (var interruption = new Interruption(output, "shopbooks sync " + name);
        var progress = figures.show(connection, started, output)) {
      run = run(connection, days, output);
    }
    tell(connection, run, started, output);
    return status(connection, run, started);
  }

  /** One run at a time: who comes second waits for the first to end. */
  private Run run(Connection connection, Optional<Days> days, Output output) throws Exception {
    var run = tried(connection, days);
    if (run == null) {
      output.remark(
          "Another process syncs " + connection.name() + " just now; waiting for it to end.");
    }
    while (run == null) {
      waiting.await(BETWEEN_TRIES);
      run = tried(connection, days);
    }
    return run;
  }

  private Run tried(Connection connection, Optional<Days> days) throws Exception {
    var exchange =
        camel.request(
            "direct:sync-connection",
            asked -> {
              asked.getMessage().setBody(connection.name());
              days.ifPresent(named -> asked.setVariable("days", named));
            });
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    return exchange.getMessage().getBody(Run.class);
  }

  private void tell(Connection connection, Run run, Instant started, Output output) {
    var done = standing.since(connection.name(), started);
    output.line(
        "%s: %s read, %s in the books, %s held, %s doubtful, in %d s."
            .formatted(
                connection.name(),
                counted(done.read(), "order"),
                counted(done.posted(), "document"),
                done.held(),
                done.doubtful(),
                Duration.between(started, clock.instant()).toSeconds()));
    held.of(connection.name()).forEach(hold -> HeldLines.of(hold, reasons).forEach(output::line));
    var open = done.toPlan() + done.toSend();
    if (open > 0) {
      output.line(counted(open, "more document") + " will go with the next sync.");
    }
    standing
        .lastRun(connection.name())
        .filter(last -> !last.trouble().isEmpty())
        .ifPresent(last -> tell(last, connection, output));
    output.text(line.json(connection, run));
  }

  private static void tell(Standing.LastRun last, Connection connection, Output output) {
    output.remark(last.trouble() + ": " + last.detail());
    var remedy = Remedies.of(last.trouble(), connection.name());
    if (!remedy.isEmpty()) {
      output.remark(remedy);
    }
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private int status(Connection connection, Run run, Instant started) {
    if (!runs.troubleOf(run).isEmpty()) {
      return ExitStatus.UNREACHABLE;
    }
    var done = standing.since(connection.name(), started);
    return done.held() > 0 || !done.isDone() ? ExitStatus.NEEDS_PERSON : ExitStatus.GOOD;
  }
}
