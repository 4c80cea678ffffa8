package io.shopbooks.crash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists, texts, decimals and booleans. The auditor's own: what counts the
 * product's work must not read with the product's eyes.
 */
final class PlainJson {

  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException if the text is not one JSON value
   */
  static Object read(String text) {
    var json = new PlainJson(text);
    var value = json.value();
    json.skip();
    if (json.at < text.length()) {
      throw json.broken("something after the end");
    }
    return value;
  }

  /** The object of that name in an object. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  /** The entries of a list in an object; none if it is absent. */
  static List<Map<String, Object>> list(Map<String, Object> object, String name) {
    return ((List<?>) object.getOrDefault(name, List.of()))
        .stream().map(PlainJson::object).toList();
  }

  /** A text, number or flag of an object as text; "" if it is absent or null. */
  static String text(Map<String, Object> object, String name) {
    var value = object.get(name);
    return value == null ? "" : value.toString();
  }

  /** An amount, written as a number or as text. */
  static BigDecimal amount(Map<String, Object> object, String name) {
    return new BigDecimal(text(object, name));
  }

  private Object value() {
    skip();
    return switch (peek()) {
      case '{' -> objectHere();
      case '[' -> listHere();
      case '"' -> textHere();
      default -> wordHere();
    };
  }

  private Map<String, Object> objectHere() {
    var object = new LinkedHashMap<String, Object>();
    at++;
    for (skip(); peek() != '}'; skip()) {
      var name = textHere();
      skip();
      expect(':');
      object.put(name, value());
      comma('}');
    }
    at++;
    return object;
  }

  private List<Object> listHere() {
    var list = new ArrayList<Object>();
    at++;
    for (skip(); peek() != ']'; skip()) {
      list.add(value());
      comma(']');
    }
    at++;
    return list;
  }

  private void comma(char end) {
    skip();
    if (peek() != end) {
      expect(',');
    }
  }

  private String textHere() {
    expect('"');
    var found = new StringBuilder();
    while (peek() != '"') {
      var sign = text.charAt(at++);
      found.append(sign == '\\' ? escaped() : sign);
    }
    at++;
    return found.toString();
  }

  private char escaped() {
    var sign = text.charAt(at++);
    return switch (sign) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
      default -> sign;
    };
  }

  private Object wordHere() {
    var start = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = text.substring(start, at);
    return switch (word) {
      case "null" -> null;
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> number(word);
    };
  }

  private BigDecimal number(String word) {
    try {
      return new BigDecimal(word);
    } catch (NumberFormatException e) {
      throw broken("no value");
    }
  }

  private void expect(char sign) {
    if (peek() != sign) {
      throw broken("no " + sign);
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken("an early end");
    }
    return text.charAt(at);
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException broken(String what) {
    return new IllegalArgumentException("JSON with " + what + " at " + at);
  }
}
