package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One object of a sale's JSON while it is read: what is there, of which type, and nothing that
 * nobody asked for. Every complaint is an {@link Unreadable} with the path.
 */
final class Fields {

  private static final String REMEDY =
      "Compare the order with the mapping, correct one of them, then retry the order.";

  private final JsonNode node;
  private final String path;
  private final String order;
  private final Set<String> read = new HashSet<>();

  private Fields(JsonNode node, String path, String order) {
    this.node = node;
    this.path = path;
    this.order = order;
  }

  /**
   * Reads one object whole.
   *
   * @param path where it stands; empty for the sale itself
   * @param order which order, for messages
   * @param reading takes the fields and makes something of them
   */
  static <T> T read(JsonNode node, String path, String order, Function<Fields, T> reading) {
    var fields = new Fields(node, path, order);
    if (!node.isObject() && !node.isMissingNode()) {
      throw fields.unreadable(path.isEmpty() ? "The sale" : path, "is no object with fields");
    }
    var result = reading.apply(fields);
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!fields.read.contains(key)) {
                throw fields.unreadable(fields.at(key), "is no part of a sale");
              }
            });
    return result;
  }

  /** A text that has to be there. */
  String text(String key) {
    var text = textIfAny(key);
    if (text.isBlank()) {
      throw unreadable(at(key), "is missing");
    }
    return text;
  }

  /** A text, empty if it is not there. */
  String textIfAny(String key) {
    var value = value(key);
    if (value.isContainerNode() || value.isBoolean()) {
      throw unreadable(at(key), "is " + value + ", which is no text");
    }
    return value.isMissingNode() || value.isNull() ? "" : value.asText();
  }

  /** An exact number, written as text or as a JSON number. */
  BigDecimal number(String key) {
    var text = text(key);
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw unreadable(at(key), "is \"" + text + "\", which is no number");
    }
  }

  Optional<BigDecimal> numberIfAny(String key) {
    return textIfAny(key).isBlank() ? Optional.empty() : Optional.of(number(key));
  }

  Money amount(String key, Currency currency) {
    return new Money(number(key), currency);
  }

  boolean flag(String key) {
    var value = value(key);
    if (!value.isBoolean()) {
      throw unreadable(at(key), value.isMissingNode() ? "is missing" : "is neither true nor false");
    }
    return value.booleanValue();
  }

  /** True or false; false if it is not there. */
  boolean flagIfAny(String key) {
    return !value(key).isMissingNode() && flag(key);
  }

  Instant moment(String key) {
    return momentIfAny(key).orElseThrow(() -> unreadable(at(key), "is missing"));
  }

  /** A time in GMT: {@code 2026-11-21T23:43:35}, a Z at its end is allowed. */
  Optional<Instant> momentIfAny(String key) {
    var text = textIfAny(key);
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(gmt(text));
    } catch (DateTimeParseException e) {
      throw unreadable(at(key), "is \"" + text + "\", which is no date and time");
    }
  }

  static Instant gmt(String text) {
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  Currency currency(String key) {
    var code = text(key);
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw unreadable(at(key), "is \"" + code + "\", which is no currency of ISO 4217");
    }
  }

  /** Another object below this one; an absent one has no fields. */
  <T> T part(String key, Function<Fields, T> reading) {
    return read(value(key), at(key), order, reading);
  }

  /** Objects in a list; an absent list is empty. */
  <T> List<T> list(String key, Function<Fields, T> reading) {
    var value = value(key);
    if (!value.isArray() && !value.isMissingNode()) {
      throw unreadable(at(key), "is no list");
    }
    var items = new ArrayList<T>();
    for (var item : value) {
      items.add(read(item, at(key) + "[" + items.size() + "]", order, reading));
    }
    return items;
  }

  /** Texts by free keys. */
  Map<String, String> texts(String key) {
    return part(
        key,
        fields -> {
          var texts = new LinkedHashMap<String, String>();
          fields
              .node
              .fieldNames()
              .forEachRemaining(name -> texts.put(name, fields.textIfAny(name)));
          return texts;
        });
  }

  /** JSON texts by free keys. */
  Map<String, String> json(String key) {
    return part(
        key,
        fields -> {
          var texts = new LinkedHashMap<String, String>();
          fields
              .node
              .fieldNames()
              .forEachRemaining(name -> texts.put(name, Json.write(fields.value(name))));
          return texts;
        });
  }

  Unreadable unreadable(String key, String found) {
    return new Unreadable(order, key, found, REMEDY);
  }

  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private JsonNode value(String key) {
    read.add(key);
    var value = node.path(key);
    return value.isNull() ? MissingNode.getInstance() : value;
  }
}
