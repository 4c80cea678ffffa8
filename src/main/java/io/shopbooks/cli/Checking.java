package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Finding;
import io.shopbooks.quickbooks.QuickBooks;
import io.shopbooks.quickbooks.SignInStates;
import io.shopbooks.setup.BothSides;
import io.shopbooks.setup.DryRun;
import io.shopbooks.setup.Found;
import io.shopbooks.setup.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Looks connections over, tries what they sold lately, and tells what it found. */
@Component
class Checking {

  private final Connections connections;
  private final BothSides sides;
  private final DryRun dryRun;
  private final SignInStates signIns;
  private final QuickBooks quickbooks;

  Checking(
      Connections connections,
      BothSides sides,
      DryRun dryRun,
      SignInStates signIns,
      QuickBooks quickbooks) {
    this.connections = connections;
    this.sides = sides;
    this.dryRun = dryRun;
    this.signIns = signIns;
    this.quickbooks = quickbooks;
  }

  /** The whole answer for machines. */
  record Checked(List<Report> connections, List<String> broken) {}

  /**
   * What was found of one connection.
   *
   * @param rehearsal absent: no orders were tried
   */
  record Report(
      String connection,
      String shop,
      String company,
      List<FoundLine> findings,
      QuickBooksCalls quickbooks,
      Optional<TriedLines.Told> rehearsal) {}

  /** Something found, in English. */
  record FoundLine(
      String area, String what, String remedy, boolean stopsSales, boolean unreachable) {

    static FoundLine of(Found found) {
      return new FoundLine(
          found.area(),
          found.what(English.WORDS),
          found.remedy(English.WORDS),
          found.stopsSales(),
          found.unreachable());
    }
  }

  /**
   * What the check cost.
   *
   * @param reads metered ones
   * @param writes none by a check itself
   */
  record QuickBooksCalls(long reads, long writes) {}

  /**
   * Checks one connection or all; answers the exit status.
   *
   * @param days of orders to try; 0: none
   */
  int check(Optional<String> name, int days, Output output) {
    var asked = name.map(one -> List.of(connections.named(one))).orElseGet(connections::all);
    var broken = name.isPresent() ? List.<String>of() : broken();
    broken.forEach(output::line);
    if (asked.isEmpty() && broken.isEmpty()) {
      output.line(
          "There is no connection yet: copy mappings/connections/acme.yaml.example to <name>.yaml."
              + " (--demo shows the demo's.)");
    }
    var reports = new ArrayList<Report>();
    for (var connection : asked) {
      reports.add(report(connection, days, output));
    }
    output.value(new Checked(reports, broken));
    return broken.isEmpty() ? status(reports) : ExitStatus.CONFIGURATION;
  }

  private List<String> broken() {
    return connections.findings().values().stream()
        .flatMap(List::stream)
        .map(Finding::toString)
        .toList();
  }

  private Report report(Connection connection, int days, Output output) {
    var before = calls(connection);
    var looked = sides.look(connection);
    lines(connection, looked).forEach(output::line);
    var tried =
        days > 0 && looked.isReachable()
            ? Optional.of(tried(connection, days, output))
            : Optional.<Tried>empty();
    tried.ifPresent(one -> TriedLines.of(one).forEach(output::line));
    var after = calls(connection);
    var calls =
        new QuickBooksCalls(after.reads() - before.reads(), after.writes() - before.writes());
    output.line(
        "  quickbooks  %d metered reads, %d writes".formatted(calls.reads(), calls.writes()));
    return new Report(
        connection.name(),
        looked.shop(),
        company(looked),
        looked.findings().stream().map(FoundLine::of).toList(),
        calls,
        tried.map(TriedLines::told));
  }

  private QuickBooksCalls calls(Connection connection) {
    return signIns
        .of(connection)
        .realm()
        .map(realm -> new QuickBooksCalls(quickbooks.reads(realm), quickbooks.writes(realm)))
        .orElse(new QuickBooksCalls(0, 0));
  }

  private static String company(BothSides.Looked looked) {
    return looked.company().isEmpty() ? "could not be looked at" : looked.company();
  }

  private Tried tried(Connection connection, int days, Output output) {
    var read = new AtomicInteger();
    var shown =
        ProgressLine.show(
            () -> "%s: %d orders tried".formatted(connection.name(), read.get()), output);
    try (shown) {
      return dryRun.over(connection, days, read::set);
    }
  }

  private static int status(List<Report> reports) {
    var found = reports.stream().flatMap(report -> report.findings().stream()).toList();
    if (found.stream().anyMatch(FoundLine::unreachable)) {
      return ExitStatus.UNREACHABLE;
    }
    var held =
        reports.stream()
            .flatMap(report -> report.rehearsal().stream())
            .anyMatch(told -> !told.held().isEmpty());
    return held || found.stream().anyMatch(FoundLine::stopsSales)
        ? ExitStatus.NEEDS_PERSON
        : ExitStatus.GOOD;
  }

  private static List<String> lines(Connection connection, BothSides.Looked looked) {
    var lines = new ArrayList<String>();
    lines.add(connection.name() + ": " + summary(looked));
    lines.add("  shop     " + looked.shop());
    lines.add("  company  " + company(looked));
    for (var found : looked.findings()) {
      lines.add(
          "  " + (found.stopsSales() ? "STOPS SALES" : "note") + "  " + found.what(English.WORDS));
      lines.add("      " + found.remedy(English.WORDS));
    }
    return lines;
  }

  private static String summary(BothSides.Looked looked) {
    var stops = looked.findings().stream().filter(Found::stopsSales).count();
    return stops == 0
        ? "ready"
        : stops + (stops == 1 ? " finding stops" : " findings stop") + " sales";
  }
}
