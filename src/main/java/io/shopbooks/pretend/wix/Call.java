package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A call of an API.
 *
 * @param path below the site's mount: "/ecom/v1/orders/search"
 * @param query parameters, each with all its values
 */
record Call(
    String method, String path, Map<String, List<String>> query, Headers headers, byte[] rawBody) {

  /** Decodes a query; a parameter may come several times. */
  static Map<String, List<String>> decode(String encoded) {
    var parameters = new LinkedHashMap<String, List<String>>();
    if (encoded == null || encoded.isEmpty()) {
      return parameters;
    }
    for (var pair : encoded.split("&")) {
      var equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A header; "" if it was not sent. */
  String header(String name) {
    var value = headers.getFirst(name);
    return value == null ? "" : value;
  }

  List<String> values(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** The last value of a parameter; "" if it was not sent. */
  String value(String name) {
    var values = values(name);
    return values.isEmpty() ? "" : values.get(values.size() - 1);
  }

  /**
   * Values of a parameter that knows only some.
   *
   * @throws Refusal for another value
   */
  List<String> values(String name, Set<String> known) {
    for (var value : values(name)) {
      if (!known.contains(value)) {
        throw Refusal.field(name, "FORMAT", "has invalid value " + value);
      }
    }
    return values(name);
  }

  /**
   * A number of items or an offset.
   *
   * @throws Refusal if it is none or out of bounds
   */
  int number(String name, int absent, int least, int most) {
    var text = value(name);
    if (text.isEmpty()) {
      return absent;
    }
    if (!text.matches("-?\\d{1,9}")) {
      throw Refusal.field(name, "FORMAT", "must be a number");
    }
    return bounded(name, Integer.parseInt(text), least, most);
  }

  /** The same number if it is within bounds. */
  static int bounded(String name, int number, int least, int most) {
    if (number > most) {
      throw Refusal.field(name, "MAX", "must not be greater than " + most);
    }
    if (number < least) {
      throw Refusal.field(name, "MIN", "must not be smaller than " + least);
    }
    return number;
  }

  /**
   * The body, which must be a JSON object; an empty one is {}.
   *
   * @throws Refusal if it is something else
   */
  ObjectNode body() {
    if (rawBody.length == 0) {
      return Json.object();
    }
    if (!header("Content-Type").startsWith("application/json")) {
      throw Refusal.of(400, "The Content-Type must be application/json");
    }
    JsonNode body;
    try {
      body = Json.read(rawBody);
    } catch (UncheckedIOException e) {
      throw Refusal.of(400, "The body is no JSON");
    }
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.of(400, "The body is no JSON object");
  }
}
