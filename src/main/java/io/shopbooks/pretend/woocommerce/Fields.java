package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Cuts an answer down to {@code _fields}. A field within an object can be named ("billing.email"),
 * one within a list cannot: such a list disappears (recorded with line_items.sku).
 */
final class Fields {

  private final String[] wanted;

  private Fields(String[] wanted) {
    this.wanted = wanted;
  }

  static Fields of(Parameters parameters) {
    var list = parameters.list("_fields");
    return new Fields(list.toArray(String[]::new));
  }

  /** One document of a list. */
  ObjectNode cut(ObjectNode whole) {
    if (wanted.length == 0) {
      return whole;
    }
    var cut = Json.object();
    whole
        .fieldNames()
        .forEachRemaining(
            name -> {
              for (var field : wanted) {
                take(whole, cut, name, field);
              }
            });
    return cut;
  }

  /** A document that is answered alone: its links stay. */
  ObjectNode cutAlone(ObjectNode whole) {
    var cut = cut(whole);
    if (whole.has("_links")) {
      cut.set("_links", whole.path("_links"));
    }
    return cut;
  }

  private static void take(JsonNode whole, ObjectNode cut, String name, String field) {
    if (field.equals(name)) {
      cut.set(name, whole.path(name));
    } else if (field.startsWith(name + ".") && whole.path(name).isObject()) {
      var rest = field.substring(name.length() + 1);
      var inner = cut.withObject("/" + name);
      whole.path(name).fieldNames().forEachRemaining(n -> take(whole.path(name), inner, n, rest));
    }
  }
}
