package io.shopbooks.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts as the ledger keeps them, put as readers of a language write them, each on one line. */
final class FactWords {

  private static final Set<String> AMOUNTS =
      Set.of("amount", "difference", "expected", "planned", "posted", "tax", "tolerance", "total");
  private static final Set<String> DAYS = Set.of("closed", "date", "start");
  private static final int LONGEST_FACT = 600;

  private final Phrases phrases;
  private final Figures figures;

  FactWords(Phrases phrases, Figures figures) {
    this.phrases = phrases;
    this.figures = figures;
  }

  /** The same facts under the same names. */
  Map<String, String> rendered(Map<String, String> facts) {
    var rendered = new LinkedHashMap<String, String>();
    facts.forEach((name, value) -> rendered.put(name, rendered(name, value)));
    return rendered;
  }

  private String rendered(String name, String value) {
    if (AMOUNTS.contains(name)) {
      return Facts.money(value).map(figures::money).orElse(value);
    }
    if (DAYS.contains(name)) {
      return day(value);
    }
    if (name.equals("percent")) {
      return figures.percentsIn(value);
    }
    if (name.equals("document") || name.equals("other")) {
      return document(value);
    }
    if (name.equals("fields")) {
      return Stream.of(value.split(", ")).map(this::field).collect(Collectors.joining(", "));
    }
    var word = "fact." + name + "." + value;
    return phrases.has(word) ? phrases.sayExactly(word, Map.of()) : oneLine(value);
  }

  /** "sales-receipt W-108", or "SalesReceipt 42" as QuickBooks calls it, as people do. */
  private String document(String value) {
    var parts = value.split(" ", 2);
    var kind = parts[0].replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return parts.length == 2 && phrases.has("kind." + kind)
        ? phrases.say("kind." + kind, Map.of()) + " " + oneLine(parts[1])
        : oneLine(value);
  }

  /** What people call a field of a document or an item. */
  private String field(String name) {
    var word = "fact.field." + name;
    return phrases.has(word) ? phrases.sayExactly(word, Map.of()) : oneLine(name);
  }

  private String day(String value) {
    try {
      return figures.date(LocalDate.parse(value));
    } catch (DateTimeException noDay) {
      return value;
    }
  }

  private static String oneLine(String text) {
    var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST_FACT ? line : line.substring(0, LONGEST_FACT) + "…";
  }
}
