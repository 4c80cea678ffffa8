package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Checks one plain value: its length, characters, digits (7.2, 7.3, 9.2). */
final class Values {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final int AMOUNT_DIGITS = 10;
  private static final int AMOUNT_DECIMALS = 5;
  private static final int NUMBER_DIGITS = 20;
  private static final BigDecimal MOST = new BigDecimal("99999999999");

  private final Draft draft;

  Values(Draft draft) {
    this.draft = draft;
  }

  void text(Property property, JsonNode value, String path) {
    if (!value.isTextual()) {
      draft.problem("2010", "Property Name:" + path + " is not a text");
      return;
    }
    var text = value.asText();
    if (property.max() > 0) {
      length(text.length(), property.max(), path);
    }
    if (text.chars().anyMatch(c -> isForbidden(c, property.kind().equals("name")))) {
      draft.problem("2040", "Property " + path + " contains invalid characters", path);
    }
    if (property.kind().equals("email") && !text.isEmpty() && !EMAIL.matcher(text).matches()) {
      draft.problem("2210", "Email Address should have valid email format: " + text, path);
    }
  }

  private boolean isForbidden(int c, boolean inName) {
    boolean lineBreak = c == '\n' || c == '\r' || c == '\t';
    boolean foreign =
        c > 0xFF
            && draft.company().region().isAmerican()
            && draft.company().holds(Assumption.AMERICANS_REFUSE_BEYOND_LATIN_1);
    return inName && (c == ':' || lineBreak) || c < 0x20 && !lineBreak || foreign;
  }

  void length(int supplied, int max, String path) {
    if (supplied > max) {
      draft.problem(
          "2050",
          "String length specified does not match the supported length. Min:0 Max:%d supported. Supplied length:%d"
              .formatted(max, supplied),
          path);
    }
  }

  void number(Property property, JsonNode value, String path) {
    if (!value.isNumber() || !fits(property.kind(), value.decimalValue())) {
      var code = property.kind().equals("quantity") ? "2240" : "2090";
      draft.problem(code, "Invalid number for " + path + ": " + value.asText(), path);
    }
  }

  private boolean fits(String kind, BigDecimal value) {
    var plain = value.stripTrailingZeros();
    return switch (kind) {
      case "amount" ->
          plain.precision() - plain.scale() <= AMOUNT_DIGITS && plain.scale() <= AMOUNT_DECIMALS;
      case "price" ->
          plain.abs().compareTo(MOST) <= 0
              && plain.scale() <= draft.company().settings().unitPriceDecimals();
      // A scale beyond reason would only serve to fill the memory when it is rounded.
      default ->
          plain.precision() - plain.scale() <= NUMBER_DIGITS && plain.scale() <= NUMBER_DIGITS;
    };
  }

  void oneOf(Property property, JsonNode value, String path) {
    if (!value.isTextual() || !property.of().contains(value.asText())) {
      draft.problem("2170", path + " is none of " + property.of() + ": " + value.asText(), path);
    }
  }
}
