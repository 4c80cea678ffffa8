package io.shopbooks.shop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to ask a WooCommerce shop.
 *
 * @param path below the REST root: {@code wc/v3/orders}
 * @param kind what a good answer is
 * @param body JSON; empty for a question that changes nothing
 */
record Question(
    String method, String path, Map<String, String> parameters, Kind kind, String body) {

  enum Kind {
    LIST,
    OBJECT
  }

  /** The shop itself; needs no key. */
  static final Question ROOT = new Question("GET", "", Map.of(), Kind.OBJECT, "");

  Question {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  static Question list(String path) {
    return new Question("GET", "wc/v3/" + path, Map.of(), Kind.LIST, "");
  }

  static Question one(String path) {
    return new Question("GET", "wc/v3/" + path, Map.of(), Kind.OBJECT, "");
  }

  /** What may be asked about a path, as JSON schema. */
  static Question schema(String path) {
    return new Question("OPTIONS", "wc/v3/" + path, Map.of(), Kind.OBJECT, "");
  }

  /** Many changes at once; of the same body, a second one changes nothing more. */
  static Question batch(String path, String body) {
    return new Question("POST", "wc/v3/" + path + "/batch", Map.of(), Kind.OBJECT, body);
  }

  Question with(String name, Object value) {
    var more = new LinkedHashMap<>(parameters);
    more.put(name, value.toString());
    return new Question(method, path, more, kind, body);
  }

  Question with(Map<String, String> further) {
    var more = new LinkedHashMap<>(parameters);
    more.putAll(further);
    return new Question(method, path, more, kind, body);
  }

  boolean needsKey() {
    return !path.isEmpty();
  }
}
