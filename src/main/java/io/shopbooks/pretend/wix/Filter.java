package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The filter language of Wix's queries (`wix.md` 2.2): a JSON object, never a string. */
final class Filter {

  private final Fields fields;

  Filter(Fields fields) {
    this.fields = fields;
  }

  /**
   * Reads a filter; a missing one lets everything through.
   *
   * @throws Refusal for what this API cannot filter by
   */
  Predicate<ObjectNode> read(JsonNode filter) {
    if (filter.isMissingNode() || filter.isNull()) {
      return document -> true;
    }
    if (!filter.isObject()) {
      throw Refusal.field("filter", "FORMAT", "must be an object");
    }
    Predicate<ObjectNode> all = document -> true;
    for (var field : filter.properties()) {
      all = all.and(term(field.getKey(), field.getValue()));
    }
    return all;
  }

  private Predicate<ObjectNode> term(String name, JsonNode wanted) {
    return switch (name) {
      case "$and" -> each(wanted).stream().reduce(document -> true, Predicate::and);
      case "$or" -> each(wanted).stream().reduce(document -> false, Predicate::or);
      case "$not" -> read(wanted).negate();
      default -> field(name, wanted);
    };
  }

  private List<Predicate<ObjectNode>> each(JsonNode filters) {
    if (!filters.isArray()) {
      throw Refusal.field("filter", "FORMAT", "$and and $or take an array");
    }
    var each = new ArrayList<Predicate<ObjectNode>>();
    filters.forEach(filter -> each.add(read(filter)));
    return each;
  }

  private Predicate<ObjectNode> field(String name, JsonNode wanted) {
    var field = fields.find(name);
    if (field.isEmpty()) {
      throw Refusal.field("filter." + name, "CUSTOM", "cannot be filtered by");
    }
    if (!wanted.isObject()) {
      return operator(name, field.get(), "$eq", wanted);
    }
    Predicate<ObjectNode> all = document -> true;
    for (var operator : wanted.properties()) {
      all = all.and(operator(name, field.get(), operator.getKey(), operator.getValue()));
    }
    return all;
  }

  private Predicate<ObjectNode> operator(
      String name, Fields.Field field, String operator, JsonNode wanted) {
    if (!field.operators().contains(operator)) {
      throw Refusal.field("filter." + name, "CUSTOM", "does not support " + operator);
    }
    if (name.endsWith("Date")) {
      checkTime(name, wanted);
    }
    return document -> holds(Json.at(document, name), operator, wanted);
  }

  private static void checkTime(String name, JsonNode wanted) {
    for (var value : wanted.isArray() ? wanted : List.of(wanted)) {
      if (value.isTextual() && time(value) == null) {
        throw Refusal.field("filter." + name, "FORMAT", "must be an ISO 8601 time in UTC");
      }
    }
  }

  private static boolean holds(List<JsonNode> values, String operator, JsonNode wanted) {
    return switch (operator) {
      case "$eq" -> values.stream().anyMatch(value -> compare(value, wanted) == 0);
      case "$ne" -> values.stream().noneMatch(value -> compare(value, wanted) == 0);
      case "$in", "$hasSome" -> values.stream().anyMatch(value -> isAmong(value, wanted));
      case "$nin" -> values.stream().noneMatch(value -> isAmong(value, wanted));
      case "$hasAll" -> contains(values, wanted);
      case "$exists" -> values.isEmpty() != wanted.asBoolean();
      case "$startsWith" ->
          values.stream().anyMatch(value -> value.asText().startsWith(wanted.asText()));
      case "$gt" -> values.stream().anyMatch(value -> compare(value, wanted) > 0);
      case "$gte" -> values.stream().anyMatch(value -> compare(value, wanted) >= 0);
      case "$lt" -> values.stream().anyMatch(value -> compare(value, wanted) < 0);
      default -> values.stream().anyMatch(value -> compare(value, wanted) <= 0);
    };
  }

  private static boolean isAmong(JsonNode value, JsonNode wanted) {
    for (var one : wanted) {
      if (compare(value, one) == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(List<JsonNode> values, JsonNode wanted) {
    for (var one : wanted) {
      if (values.stream().noneMatch(value -> compare(value, one) == 0)) {
        return false;
      }
    }
    return true;
  }

  /** Orders two values: as times if both are, as numbers if both are, else as text. */
  static int compare(JsonNode one, JsonNode other) {
    var times = new Instant[] {time(one), time(other)};
    if (times[0] != null && times[1] != null) {
      return times[0].compareTo(times[1]);
    }
    var numbers = new BigDecimal[] {number(one), number(other)};
    if (numbers[0] != null && numbers[1] != null) {
      return numbers[0].compareTo(numbers[1]);
    }
    return one.asText().compareTo(other.asText());
  }

  private static Instant time(JsonNode value) {
    try {
      return value.isTextual() && value.asText().contains("T")
          ? Instant.parse(value.asText())
          : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static BigDecimal number(JsonNode value) {
    var text = value.asText();
    return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
  }
}
