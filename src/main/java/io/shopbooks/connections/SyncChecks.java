package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What the schema cannot know of time zone, start date and schedules. */
final class SyncChecks {

  static final String OFF = "off";
  static final String AUTO = "auto";

  private static final JsonPointer ZONE = JsonPointer.compile("/sync/time-zone");
  private static final JsonPointer START = JsonPointer.compile("/sync/start-date");
  private static final JsonPointer SCHEDULE = JsonPointer.compile("/sync/schedule");
  private static final JsonPointer PRODUCTS = JsonPointer.compile("/products/schedule");
  private static final String EXAMPLES =
      "Write for example \"0 0 * * * ?\" (every hour), \"0 30 6 * * ?\" (every day at 6:30) or off.";

  private final Tree tree;
  private final Findings findings;
  private final Instant now;

  SyncChecks(Tree tree, Findings findings, Instant now) {
    this.tree = tree;
    this.findings = findings;
    this.now = now;
  }

  void add() {
    tree.text(ZONE).ifPresent(this::zone);
    tree.text(START).ifPresent(this::date);
    tree.text(SCHEDULE).filter(text -> !text.equals(OFF)).ifPresent(text -> cron(SCHEDULE, text));
    tree.text(PRODUCTS)
        .filter(text -> !text.equals(OFF) && !text.equals(AUTO))
        .ifPresent(text -> cron(PRODUCTS, text));
  }

  private void zone(String name) {
    var zones = ZoneId.getAvailableZoneIds();
    if (!zones.contains(name)) {
      findings.add(
          ZONE,
          tree.quoted(ZONE) + " is not a time zone.",
          near(name, zones).map(zone -> "Did you mean '" + zone + "'? ").orElse("")
              + "Write a region and a city as the tz database does, for example Europe/Paris.");
    }
  }

  private static Optional<String> near(String name, Collection<String> zones) {
    var city = "/" + name.replace(' ', '_');
    return zones.stream()
        .filter(
            zone -> zone.regionMatches(true, zone.length() - city.length(), city, 0, city.length()))
        .min(Comparator.comparingInt(String::length))
        .or(() -> Spelling.closest(name, zones));
  }

  private void date(String text) {
    try {
      LocalDate.parse(text);
    } catch (DateTimeException e) {
      findings.add(
          START,
          tree.quoted(START) + " is not a date.",
          "Write year, month and day, for example 2026-01-31.");
    }
  }

  private void cron(JsonPointer at, String expression) {
    if (expression.strip().split("\\s+").length == 5) {
      findings.add(
          at,
          tree.quoted(at) + " has five fields, as cron of Unix has.",
          "Quartz wants the seconds before them, and ? for one of the two days. " + EXAMPLES);
      return;
    }
    try {
      if (new Cron(expression, ZoneOffset.UTC).next(now).isEmpty()) {
        findings.add(at, tree.quoted(at) + " never happens again.", EXAMPLES);
      }
    } catch (IllegalArgumentException e) {
      findings.add(at, tree.quoted(at) + " is not a Quartz schedule.", EXAMPLES);
    }
  }
}
