package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Answers of real WooCommerce shops, under {@code src/test/resources/woocommerce}. */
final class Recorded {

  static final Path FOLDER = Path.of("src/test/resources/woocommerce");

  /** One order with its refunds, as it is stored. */
  record Order(String name, String json) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Recorded() {}

  static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String file) {
    try {
      return Json.read(text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode order(String file) {
    return (ObjectNode) json(file);
  }

  /** An order with the refunds recorded beside it. */
  static String stored(String file) {
    var refunds = file.replace(".json", "--refunds.json");
    return stored(json(file), Files.exists(FOLDER.resolve(refunds)) ? json(refunds) : array());
  }

  static String stored(JsonNode order, JsonNode refunds) {
    var stored = Json.MAPPER.createObjectNode();
    stored.set("order", order);
    stored.set("refunds", refunds);
    return Json.write(stored);
  }

  /** Every order anybody recorded: alone, in lists, in webhook bodies. */
  static List<Order> orders() {
    var orders = new ArrayList<Order>();
    for (var file : files(".json")) {
      var name = FOLDER.relativize(file).toString();
      if (!name.endsWith("--refunds.json")) {
        var json = json(name);
        if (isOrder(json)) {
          orders.add(new Order(name, stored(name)));
        } else if (json.isArray() && isOrder(json.path(0))) {
          json.forEach(
              order ->
                  orders.add(new Order(name + " #" + order.path("id"), stored(order, array()))));
        }
      }
    }
    for (var file : files(".body")) {
      var name = FOLDER.relativize(file).toString();
      if (text(name).startsWith("{") && isOrder(json(name))) {
        orders.add(new Order(name, stored(json(name), array())));
      }
    }
    return orders;
  }

  /** Every refund anybody recorded, hung on an order that is none the wiser. */
  static List<Order> refunds() {
    var refunds = new ArrayList<Order>();
    for (var file : files(".json")) {
      var name = FOLDER.relativize(file).toString();
      var json = json(name);
      if (json.has("refunded_payment")) {
        refunds.add(
            new Order(name, stored(json("us/orders/rest-30-lines.json"), array().add(json))));
      }
    }
    return refunds;
  }

  private static ArrayNode array() {
    return Json.MAPPER.createArrayNode();
  }

  private static boolean isOrder(JsonNode json) {
    return json.has("line_items") && json.has("order_key");
  }

  static List<Path> files(String ending) {
    try (var files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
