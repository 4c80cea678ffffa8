package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.ledger.Span;
import io.shopbooks.report.Proof;
import io.shopbooks.report.ReportLetters;
import io.shopbooks.report.Reports;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the report of a run or of some days, from what is known here. */
@Component
class TellingReport {

  private final Connections connections;
  private final PastRuns runs;
  private final Reports reports;
  private final ReportLetters letters;
  private final Clock clock;

  TellingReport(
      Connections connections, PastRuns runs, Reports reports, ReportLetters letters, Clock clock) {
    this.connections = connections;
    this.runs = runs;
    this.reports = reports;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * What was asked for; nothing: the last run.
   *
   * @param csv only the documents, for spreadsheets
   */
  record Asked(Optional<Long> run, Optional<LocalDate> from, Optional<LocalDate> to, boolean csv) {}

  /** Tells it; answers the exit status. */
  int tell(String name, Asked asked, Output output) {
    var connection = connections.named(name);
    var proof = proof(connection, asked);
    output.text(proof.toJson());
    if (asked.csv()) {
      letters.file(proof).lines().forEach(output::line);
    } else {
      letters.text(letters.letter(proof, connection, English.WORDS)).lines().forEach(output::line);
    }
    return proof.isClosed() && !proof.report().needsPerson()
        ? ExitStatus.GOOD
        : ExitStatus.NEEDS_PERSON;
  }

  private Proof proof(Connection connection, Asked asked) {
    if (asked.from().isPresent()) {
      return reports.proof(connection, span(connection, asked.from().get(), asked.to()));
    }
    var run =
        asked.run().isPresent()
            ? runs.find(connection.name(), asked.run().get())
            : runs.last(connection.name());
    return reports.proof(connection, run.orElseThrow(() -> unknown(connection, asked)));
  }

  private Span span(Connection connection, LocalDate from, Optional<LocalDate> to) {
    var now = clock.instant();
    var end = to.map(day -> connection.beginOf(day.plusDays(1))).orElse(now);
    var until = end.isAfter(now) ? now : end;
    var since = connection.beginOf(from);
    if (since.isAfter(until)) {
      throw new Refusal("There is nothing to tell of " + from + " yet.", "Name earlier days.");
    }
    return new Span(since, until);
  }

  private static Refusal unknown(Connection connection, Asked asked) {
    return new Refusal(
        asked
            .run()
            .map(run -> connection.name() + " had no run " + run + ".")
            .orElse(connection.name() + " had no run yet."),
        "`shopbooks status` shows the last run; `shopbooks sync "
            + connection.name()
            + "` makes one.");
  }
}
