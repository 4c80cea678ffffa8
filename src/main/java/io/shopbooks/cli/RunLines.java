package io.shopbooks.cli;

import io.shopbooks.report.Proof;
import io.shopbooks.report.RunReport;
import io.shopbooks.report.Totals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run did, on lines of a terminal. */
final class RunLines {

  private RunLines() {}

  /** Tells what a run did, and answers the exit status. */
  static int tell(Proof proof, Duration took, Output output) {
    var report = proof.report();
    output.text(report.toJson());
    of(report, took).forEach(output::line);
    report
        .trouble()
        .ifPresent(
            trouble -> {
              var word = trouble.word();
              output.remark(English.WORDS.troubleTitle(word) + ": " + trouble.detail());
              output.remark(English.remedy(word, report.connection()));
            });
    if (report.trouble().isEmpty() && !proof.isClosed()) {
      output.remark("Not closed: a difference between shop and books has no name.");
      output.remark("See each cut: shopbooks report " + report.connection());
    }
    return status(proof);
  }

  private static int status(Proof proof) {
    var report = proof.report();
    if (report.trouble().isPresent()) {
      return ExitStatus.UNREACHABLE;
    }
    var open = report.counts().doubtful() + report.counts().waiting() > 0;
    return open || proof.needsPerson() ? ExitStatus.NEEDS_PERSON : ExitStatus.GOOD;
  }

  static List<String> of(RunReport report, Duration took) {
    var lines = new ArrayList<String>();
    lines.add(report.connection() + ": " + counts(report) + ", in " + took.toSeconds() + " s.");
    report.totals().forEach(totals -> lines.add("  " + line(totals)));
    report.held().forEach(hold -> lines.addAll(English.held(hold)));
    var waiting = report.counts().waiting();
    if (waiting > 0) {
      lines.add(counted(waiting, "order") + " will go on with the next sync.");
    }
    return lines;
  }

  private static String counts(RunReport report) {
    var counts = report.counts();
    var said = new ArrayList<String>();
    said.add(counted(counts.received(), "order") + " received");
    said.add(counts.posted() + " posted");
    if (counts.updated() > 0) {
      said.add(counts.updated() + " updated");
    }
    if (counts.refunded() > 0) {
      said.add(counted(counts.refunded(), "refund") + " posted");
    }
    said.add(counts.skippedInAll() + " skipped");
    said.add(report.held().size() + " held");
    said.add(counts.doubtful() + " doubtful");
    return String.join(", ", said);
  }

  /** "USD: Shop $120.00, Books $98.24, Held $21.76, Unexplained $0.00". */
  private static String line(Totals totals) {
    var sides =
        Stream.of(
            English.WORDS.say("report.shop") + " " + English.WORDS.money(totals.shop()),
            English.WORDS.say("report.books") + " " + English.WORDS.money(totals.books()));
    var parts =
        totals.parts().entrySet().stream()
            .map(
                part ->
                    English.WORDS.explained(part.getKey())
                        + " "
                        + English.WORDS.money(part.getValue()));
    var rest =
        Stream.of(
            English.WORDS.say("report.unexplained")
                + " "
                + English.WORDS.money(totals.unexplained()));
    return totals.currency().getCurrencyCode()
        + ": "
        + Stream.of(sides, parts, rest).flatMap(all -> all).collect(Collectors.joining(", "));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
