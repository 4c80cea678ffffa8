package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Checks what was sent property by property: known, present, of its kind (6.4-6.7, 7.2). */
final class ShapeCheck {

  private static final int ADDRESS_LINES = 2000;

  private final Draft draft;
  private final String country;
  private final Values values;

  ShapeCheck(Draft draft) {
    this.draft = draft;
    this.country = draft.company().region().country();
    this.values = new Values(draft);
  }

  /** The whole body. Only creations and full updates must bring what is required. */
  void check() {
    var sent = draft.write().sent();
    check(draft.entity().properties(), sent, "");
    if (draft.write().operation().isWhole()) {
      required(draft.entity().properties(), sent, "");
    }
  }

  private void check(Map<String, Property> shape, JsonNode node, String path) {
    for (var field : node.properties()) {
      var property = shape.get(field.getKey());
      if (property == null || !property.isKnownIn(country)) {
        draft.problem(
            "2010", "Property Name:" + path + field.getKey() + " specified is unsupported");
      } else if (!property.readOnly() && !field.getValue().isNull()) {
        check(property, field.getValue(), path + field.getKey());
      }
    }
  }

  private void required(Map<String, Property> shape, JsonNode node, String path) {
    for (var property : shape.values()) {
      var value = node.path(property.name());
      boolean empty = value.isMissingNode() || value.isNull() || isEmpty(value);
      if (property.required() && property.isKnownIn(country) && empty && isNeeded(property)) {
        var name = path + property.name();
        draft.problem("2020", "Required parameter " + name + " is missing in the request", name);
      }
    }
  }

  private boolean isNeeded(Property property) {
    boolean receipt = draft.entity().is("SalesReceipt") && property.name().equals("CustomerRef");
    return !receipt || draft.company().holds(Assumption.RECEIPTS_NEED_CUSTOMERS);
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isTextual()
        ? value.asText().isBlank()
        : value.isContainerNode() && value.isEmpty();
  }

  private void check(Property property, JsonNode value, String path) {
    switch (property.kind()) {
      case "text", "name", "email" -> values.text(property, value, path);
      case "amount", "price", "quantity", "number" -> values.number(property, value, path);
      case "enum" -> values.oneOf(property, value, path);
      case "flag" -> mustBe(value.isBoolean(), "a boolean", path);
      case "date" -> mustBe(isDate(value), "a date", path);
      case "ref", "currency" -> reference(value, path);
      case "shape" -> shape(property, value, path);
      case "list" -> list(property, value, path);
      default -> throw new IllegalStateException("No check for " + property.kind());
    }
  }

  private void mustBe(boolean right, String what, String path) {
    if (!right) {
      draft.problem("2010", "Property Name:" + path + " is not " + what);
    }
  }

  private static boolean isDate(JsonNode value) {
    try {
      return value.isTextual() && LocalDate.parse(value.asText()) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void reference(JsonNode value, String path) {
    mustBe(value.isObject(), "a reference", path);
    for (var field : value.properties()) {
      boolean known = Set.of("value", "name", "type").contains(field.getKey());
      mustBe(known && field.getValue().isTextual(), "a plain reference", path);
    }
    if (value.isObject() && Json.text(value, "value").isBlank()) {
      draft.problem("2020", "Required parameter " + path + ".value is missing", path);
    }
  }

  private void shape(Property property, JsonNode value, String path) {
    mustBe(value.isObject(), "an object", path);
    var shape = Schema.shape(property.shape());
    check(shape, value, path + ".");
    required(shape, value, path + ".");
    if (property.shape().equals("Address")) {
      int length =
          IntStream.rangeClosed(1, 5).map(i -> Json.text(value, "Line" + i).length()).sum();
      values.length(length, ADDRESS_LINES, path);
    }
  }

  private void list(Property property, JsonNode value, String path) {
    mustBe(value.isArray(), "a list", path);
    for (int i = 0; i < value.size(); i++) {
      shape(property, value.get(i), path + "[" + i + "]");
    }
  }
}
