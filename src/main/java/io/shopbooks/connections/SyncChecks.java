package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What the schema cannot know of time zone, start date and schedules. */
final class SyncChecks {

  static final String OFF = "off";
  static final String AUTO = "auto";

  private static final JsonPointer ZONE = JsonPointer.compile("/sync/time-zone");
  private static final JsonPointer START = JsonPointer.compile("/sync/start-date");
  private static final JsonPointer SCHEDULE = JsonPointer.compile("/sync/schedule");
  private static final JsonPointer PRODUCTS = JsonPointer.compile("/products/schedule");

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
          "no-time-zone",
          Map.of("value", tree.quoted(ZONE), "near", near(name, zones).orElse("")));
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
      findings.add(START, "no-date", Map.of("value", tree.quoted(START)));
    }
  }

  private void cron(JsonPointer at, String expression) {
    Map<String, Object> value = Map.of("value", tree.quoted(at));
    if (expression.strip().split("\\s+").length == 5) {
      findings.add(at, "schedule-of-unix", value);
      return;
    }
    try {
      if (new Cron(expression, ZoneOffset.UTC).next(now).isEmpty()) {
        findings.add(at, "schedule-over", value);
      }
    } catch (IllegalArgumentException e) {
      findings.add(at, "no-schedule", value);
    }
  }
}
