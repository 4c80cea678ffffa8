package io.shopbooks.cli;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks connections over, and tells what it found. */
@Component
class Checking {

  private final Connections connections;
  private final ShopCheck shops;
  private final CompanyCheck companies;

  Checking(Connections connections, ShopCheck shops, CompanyCheck companies) {
    this.connections = connections;
    this.shops = shops;
    this.companies = companies;
  }

  /** The whole answer for machines. */
  record Checked(List<Report> connections, List<String> broken) {}

  /** What was found of one connection. */
  record Report(String connection, String shop, String company, List<Found> findings) {}

  /**
   * @param area shop or company
   * @param unreachable whether that side could not be looked at
   */
  record Found(String area, String what, String remedy, boolean stopsSales, boolean unreachable) {}

  /** Checks one connection or all; answers the exit status. */
  int check(Optional<String> name, Output output) {
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
      var report = report(connection);
      reports.add(report);
      lines(report).forEach(output::line);
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

  private Report report(Connection connection) {
    var findings = new ArrayList<Found>();
    var shop = shops.look(connection, findings);
    var company = companies.look(connection, shop, findings);
    return new Report(connection.name(), shop.words(), company, List.copyOf(findings));
  }

  private static int status(List<Report> reports) {
    var found = reports.stream().flatMap(report -> report.findings().stream()).toList();
    if (found.stream().anyMatch(Found::unreachable)) {
      return ExitStatus.UNREACHABLE;
    }
    return found.stream().anyMatch(Found::stopsSales) ? ExitStatus.NEEDS_PERSON : ExitStatus.GOOD;
  }

  private static List<String> lines(Report report) {
    var lines = new ArrayList<String>();
    lines.add(report.connection() + ": " + summary(report));
    lines.add("  shop     " + report.shop());
    lines.add("  company  " + report.company());
    for (var found : report.findings()) {
      lines.add("  " + (found.stopsSales() ? "STOPS SALES" : "note") + "  " + found.what());
      lines.add("      " + found.remedy());
    }
    return lines;
  }

  private static String summary(Report report) {
    var stops = report.findings().stream().filter(Found::stopsSales).count();
    return stops == 0
        ? "ready"
        : stops + (stops == 1 ? " finding stops" : " findings stop") + " sales";
  }
}
