package io.shopbooks.cli;

import io.shopbooks.cli.Turns.Turn;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Days;
import io.shopbooks.ledger.Run;
import io.shopbooks.report.Reports;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs one sync for a person who waits for it, and tells how it went. */
@Component
class Syncing {

  private final Connections connections;
  private final Turns turns;
  private final Reports reports;
  private final ProgressLine progress;
  private final Clock clock;

  Syncing(
      Connections connections, Turns turns, Reports reports, ProgressLine progress, Clock clock) {
    this.connections = connections;
    this.turns = turns;
    this.reports = reports;
    this.progress = progress;
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
        var shown = progress.show(connection, started, output)) {
      run = run(connection, days, output);
    }
    var report = reports.of(connection, run);
    return RunLines.tell(report, Duration.between(started, clock.instant()), output);
  }

  /** One run at a time: who comes second waits for the first to end. */
  private Run run(Connection connection, Optional<Days> days, Output output) throws Exception {
    var variables = days.<Map<String, Object>>map(named -> Map.of("days", named)).orElse(Map.of());
    var turn = new Turn(had -> had.getMessage().getBody() != null, "syncs " + connection.name());
    return turns
        .run("direct:sync-connection", connection, variables, turn, output)
        .getMessage()
        .getBody(Run.class);
  }
}
