package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Finding;
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

  Checking(Connections connections, BothSides sides, DryRun dryRun) {
    this.connections = connections;
    this.sides = sides;
    this.dryRun = dryRun;
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
      List<Found> findings,
      Optional<TriedLines.Told> rehearsal) {}

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
    var looked = sides.look(connection);
    lines(connection, looked).forEach(output::line);
    var tried =
        days > 0 && looked.isReachable()
            ? Optional.of(tried(connection, days, output))
            : Optional.<Tried>empty();
    tried.ifPresent(one -> TriedLines.of(one).forEach(output::line));
    return new Report(
        connection.name(),
        looked.shop(),
        looked.company(),
        looked.findings(),
        tried.map(TriedLines::told));
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
    if (found.stream().anyMatch(Found::unreachable)) {
      return ExitStatus.UNREACHABLE;
    }
    var held =
        reports.stream()
            .flatMap(report -> report.rehearsal().stream())
            .anyMatch(told -> !told.held().isEmpty());
    return held || found.stream().anyMatch(Found::stopsSales)
        ? ExitStatus.NEEDS_PERSON
        : ExitStatus.GOOD;
  }

  private static List<String> lines(Connection connection, BothSides.Looked looked) {
    var lines = new ArrayList<String>();
    lines.add(connection.name() + ": " + summary(looked));
    lines.add("  shop     " + looked.shop());
    lines.add("  company  " + looked.company());
    for (var found : looked.findings()) {
      lines.add("  " + (found.stopsSales() ? "STOPS SALES" : "note") + "  " + found.what());
      lines.add("      " + found.remedy());
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
