package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A fingerprint of what matters in an order, so that one that was only opened, or whose product was
 * renamed or deleted since, does not look changed.
 */
final class ContentHash {

  private static final Set<String> IGNORED =
      Set.of(
          // Moved by opening an order, or by writing nothing (`woocommerce.md` 3.2, 3.4).
          "date_modified",
          "date_modified_gmt",
          "version",
          // Local times change when the merchant changes the time zone; the _gmt fields stay.
          "date_created",
          "date_paid",
          "date_completed",
          // Read from the product when the order is asked for, not when it was sold (4.2).
          "product_id",
          "variation_id",
          "sku",
          "global_unique_id",
          "parent_name",
          "image",
          // Follows from other fields, or is for pages only.
          "price",
          "payment_url",
          "is_editable",
          "needs_payment",
          "needs_processing",
          "currency_symbol",
          "cart_hash",
          "_links");

  private static final Set<String> IGNORED_META = Set.of("_edit_lock", "_edit_last");

  private ContentHash() {}

  /** SHA-256 in hexadecimal. */
  static String of(JsonNode order, List<JsonNode> refunds) {
    var text = new StringBuilder();
    // The order lists its refunds in short; in full they follow.
    writeObject(order, Set.of("refunds"), text);
    refunds.forEach(refund -> write(refund, text));
    return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      writeObject(node, Set.of(), text);
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(
          item -> {
            write(item, text);
            text.append(',');
          });
      text.append(']');
    } else {
      text.append(node);
    }
  }

  private static void writeObject(JsonNode object, Set<String> ignored, StringBuilder text) {
    var sorted = new TreeMap<String, JsonNode>();
    object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    sorted.keySet().removeAll(IGNORED);
    sorted.keySet().removeAll(ignored);
    text.append('{');
    sorted.forEach(
        (name, value) -> {
          text.append(name).append(':');
          if (name.equals("meta_data")) {
            writeMeta(value, text);
          } else {
            write(value, text);
          }
          text.append(',');
        });
    text.append('}');
  }

  // Their ids and order change when a plugin writes the same value again.
  private static void writeMeta(JsonNode meta, StringBuilder text) {
    var entries = new ArrayList<String>();
    StreamSupport.stream(meta.spliterator(), false)
        .filter(entry -> !IGNORED_META.contains(entry.path("key").asText()))
        .forEach(
            entry -> {
              var one = new StringBuilder(entry.path("key").toString()).append('=');
              write(entry.path("value"), one);
              entries.add(one.toString());
            });
    entries.sort(null);
    text.append(entries);
  }
}
