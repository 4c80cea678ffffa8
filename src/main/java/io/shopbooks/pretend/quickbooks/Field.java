package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A property as queries know it: where it stands and how its values compare. Texts compare without
 * case, ids and amounts as numbers, times as instants.
 *
 * @param path where the compared value stands: "CustomerRef.value"
 */
record Field(Property property, String path) {

  static Field of(Entity entity, String name) {
    var steps = name.split("\\.");
    var property = entity.property(steps[0]).orElseThrow(() -> unknown(entity, name));
    return switch (property.kind()) {
      case "ref", "currency" -> new Field(property, property.name() + ".value");
      case "shape" -> nested(entity, property, steps, name);
      default -> {
        if (steps.length > 1) {
          throw unknown(entity, name);
        }
        yield new Field(property, property.name());
      }
    };
  }

  /** MetaData.LastUpdatedTime; a shape named alone stands for its only property (3). */
  private static Field nested(Entity entity, Property property, String[] steps, String name) {
    if (!property.filterable()) {
      return new Field(property, property.name());
    }
    var shape = Schema.shape(property.shape());
    var inner =
        shape.values().stream()
            .filter(
                p -> steps.length == 1 ? shape.size() == 1 : p.name().equalsIgnoreCase(steps[1]))
            .findFirst()
            .orElseThrow(() -> unknown(entity, name));
    return new Field(inner, property.name() + "." + inner.name());
  }

  private static Refused unknown(Entity entity, String name) {
    return new Refused(
        "4001",
        "QueryValidationError: Property " + name + " not found for Entity " + entity.name());
  }

  String text(JsonNode json) {
    return Json.text(json, path);
  }

  /** A value that cannot be of the property's kind makes the query invalid. */
  void requireFit(String value) {
    try {
      compare(value, value);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new Refused(
          "4001", "QueryValidationError: value '" + value + "' is not valid for " + path);
    }
  }

  int compare(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.compareTo(other);
    }
    if (property.isNumeric()) {
      return new BigDecimal(one).compareTo(new BigDecimal(other));
    }
    return switch (property.kind()) {
      case "date" -> LocalDate.parse(one).compareTo(LocalDate.parse(other));
      case "time" -> time(one).toInstant().compareTo(time(other).toInstant());
      default -> path.equals("Id") ? ids(one, other) : one.compareToIgnoreCase(other);
    };
  }

  private static int ids(String one, String other) {
    boolean numbers = one.matches("\\d+") && other.matches("\\d+");
    return numbers ? new BigDecimal(one).compareTo(new BigDecimal(other)) : one.compareTo(other);
  }

  private static OffsetDateTime time(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
        : OffsetDateTime.parse(text);
  }

  /** Only % stands for something else than itself. */
  boolean isLike(String text, String pattern) {
    var regex =
        Stream.of(pattern.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    return Pattern.compile(regex, flags).matcher(text).matches();
  }
}
