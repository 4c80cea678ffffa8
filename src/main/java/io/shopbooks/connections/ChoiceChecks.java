package io.shopbooks.connections;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What the schema cannot know of the accounting choices. */
final class ChoiceChecks {

  private static final JsonPointer RULES = JsonPointer.compile("/sales/document");
  private static final JsonPointer SALES = JsonPointer.compile("/sales/statuses");
  private static final JsonPointer CREDITS = JsonPointer.compile("/credits/statuses");
  private static final JsonPointer KIND = JsonPointer.compile("/shop/kind");
  private static final JsonPointer METHODS = JsonPointer.compile("/payments/methods");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toSet());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final ConnectionSchema schema;
  private final Tree tree;
  private final Findings findings;

  ChoiceChecks(ConnectionSchema schema, Tree tree, Findings findings) {
    this.schema = schema;
    this.tree = tree;
    this.findings = findings;
  }

  void add() {
    rules();
    tree.at(METHODS).fieldNames().forEachRemaining(this::method);
    statuses();
  }

  private void rules() {
    var rules = tree.at(RULES);
    var always = -1;
    for (var i = 0; rules.isArray() && i < rules.size(); i++) {
      var at = RULES.appendIndex(i);
      if (always >= 0) {
        var first = String.valueOf(tree.line(RULES.appendIndex(always)));
        findings.add(at, "rule-never-reached", Map.of("first", first));
        return;
      }
      conditions(at.appendProperty("when"));
      always = rules.get(i).path("when").isEmpty() ? i : always;
    }
  }

  private void conditions(JsonPointer when) {
    each(when.appendProperty("country"), COUNTRIES::contains, "no-country");
    each(when.appendProperty("currency"), CURRENCIES::contains, "no-currency");
    var total = when.appendProperty("total");
    tree.text(total)
        .flatMap(TotalRange::of)
        .filter(range -> !range.hasTotals())
        .ifPresent(
            range -> findings.add(total, "total-fits-none", Map.of("value", tree.quoted(total))));
  }

  private void each(JsonPointer at, Predicate<String> right, String word) {
    List<JsonPointer> places =
        tree.at(at).isArray()
            ? IntStream.range(0, tree.at(at).size()).mapToObj(at::appendIndex).toList()
            : List.of(at);
    for (var place : places) {
      tree.text(place)
          .filter(right.negate())
          .ifPresent(text -> findings.add(place, word, Map.of("value", tree.quoted(place))));
    }
  }

  private void method(String key) {
    var parts = key.split("/", -1);
    var at = METHODS.appendProperty(key);
    if (parts.length > 2 || parts[0].isBlank()) {
      findings.add(at, "no-gateway", Map.of("value", Quoted.text(key)));
    } else if (parts.length == 2 && !CURRENCIES.contains(parts[1])) {
      findings.add(at, "no-currency-of-gateway", Map.of("value", Quoted.text(parts[1])));
    }
  }

  /** An order in a status of both would be a sale and a credit at once. */
  private void statuses() {
    var here = tree.at(SALES).isMissingNode() ? CREDITS : SALES;
    var there = here.equals(SALES) ? CREDITS : SALES;
    var others = words(tree.at(there).isMissingNode() ? byDefault(there) : tree.at(there));
    for (var i = 0; i < tree.at(here).size(); i++) {
      var at = here.appendIndex(i);
      if (others.contains(tree.at(at).asText())) {
        findings.add(
            at, "status-in-both", Map.of("value", tree.quoted(at), "other", tree.key(there)));
      }
    }
  }

  private JsonNode byDefault(JsonPointer statuses) {
    return statuses.equals(CREDITS)
        ? schema.of(CREDITS).path("default")
        : schema.byDefault(SALES, tree.text(KIND).orElse(""));
  }

  private static Set<String> words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
