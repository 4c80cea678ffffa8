package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Answers recorded in a real shop. */
final class Recording {

  private Recording() {}

  static JsonNode of(String name) {
    return Json.read(bytes(name + ".json"));
  }

  static byte[] bytes(String name) {
    try (var in = Recording.class.getResourceAsStream("/recorded/woocommerce/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("No recording " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where two documents differ, each place with both values; the order of meta does not count. */
  static List<String> differences(JsonNode actual, JsonNode expected) {
    var differences = new ArrayList<String>();
    differences("", actual, expected, differences);
    return differences;
  }

  private static void differences(
      String path, JsonNode actual, JsonNode expected, List<String> found) {
    if (actual.isObject() && expected.isObject()) {
      var names = new TreeSet<String>();
      actual.fieldNames().forEachRemaining(names::add);
      expected.fieldNames().forEachRemaining(names::add);
      for (var name : names) {
        differences(path + "/" + name, actual.path(name), expected.path(name), found);
      }
    } else if (actual.isArray() && expected.isArray() && actual.size() == expected.size()) {
      var left = path.endsWith("/meta_data") ? sorted(actual) : list(actual);
      var right = path.endsWith("/meta_data") ? sorted(expected) : list(expected);
      for (var i = 0; i < left.size(); i++) {
        differences(path + "/" + i, left.get(i), right.get(i), found);
      }
    } else if (!actual.equals(expected)) {
      found.add(path + ": " + actual + " instead of " + expected);
    }
  }

  private static List<JsonNode> sorted(JsonNode array) {
    var list = list(array);
    list.sort(Comparator.comparing(meta -> meta.path("id").asInt()));
    return list;
  }

  private static List<JsonNode> list(JsonNode array) {
    var list = new ArrayList<JsonNode>();
    array.forEach(list::add);
    return list;
  }

  /** What an order comes to, without what no two shops share: ids, dates, buyers, keys. */
  static ObjectNode money(JsonNode order) {
    var money = Json.object();
    for (var field : OrderTotals.FIELDS) {
      money.set(field, order.path(field));
    }
    copy(order, money, "line_items", List.of("name", "quantity", "tax_class", "price"));
    copy(order, money, "shipping_lines", List.of("method_id"));
    copy(order, money, "fee_lines", List.of("name", "tax_status", "amount"));
    copy(order, money, "tax_lines", List.of("rate_code", "rate_id", "label", "rate_percent"));
    copy(
        order,
        money,
        "coupon_lines",
        List.of("code", "discount", "discount_tax", "discount_type", "nominal_amount"));
    return money;
  }

  private static void copy(JsonNode order, ObjectNode money, String kind, List<String> fields) {
    var lines = money.putArray(kind);
    for (var line : order.path(kind)) {
      var copy = lines.addObject();
      fields.forEach(field -> copy.set(field, line.path(field)));
      for (var amount :
          List.of(
              "subtotal",
              "subtotal_tax",
              "total",
              "total_tax",
              "taxes",
              "tax_total",
              "shipping_tax_total")) {
        if (line.has(amount)) {
          copy.set(amount, line.path(amount));
        }
      }
    }
  }

  /** How the money of what the shop sells so differs from a recorded order; names do not count. */
  static List<String> differences(PretendWooCommerce shop, NewOrder order, String recording) {
    var recorded = of(recording);
    var shown = money(Json.read(shop.json(shop.sells(order))));
    var expected = money(recorded);
    unname(shown);
    unname(expected);
    return differences(shown, expected);
  }

  private static void unname(ObjectNode money) {
    money.path("line_items").forEach(line -> ((ObjectNode) line).remove("name"));
  }

  /** An order as the shop shows it with so many decimals. */
  static JsonNode shown(PretendWooCommerce shop, int id, int decimals) {
    var inside = shop.shop();
    return inside.alone(() -> new Views(inside).order(inside.orders.get(id), decimals));
  }
}
