package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which statuses orders of a shop can have. They are all asked for by name: the shop's word for
 * all, "any", leaves out the trash, also beside "trash" (`woocommerce.md` 3.1).
 */
final class Statuses {

  private static final Logger log = LoggerFactory.getLogger(Statuses.class);

  private static final Set<String> CORE =
      Set.of(
          "pending",
          "processing",
          "on-hold",
          "completed",
          "cancelled",
          "refunded",
          "failed",
          "trash");
  // Half-filled carts are no orders yet.
  private static final Set<String> NO_ORDERS = Set.of("any", "auto-draft", "checkout-draft");

  private final WooApi api;

  Statuses(WooApi api) {
    this.api = api;
  }

  /** The shop's own list, plugins' statuses included. */
  Set<String> of(Connection connection) {
    var statuses = new TreeSet<String>();
    var schema = api.askOnce(connection, Question.schema("orders")).json();
    list(schema.path("endpoints").path(0).path("args").path("status").path("items"))
        .forEach(statuses::add);
    if (statuses.isEmpty()) {
      throw api.unreachable(connection, "does not tell which statuses its orders have");
    }
    statuses.removeAll(NO_ORDERS);
    return statuses;
  }

  /**
   * The same as one parameter. Many hosts answer OPTIONS themselves, or not at all: then those that
   * every shop has and the connection's own.
   */
  String parameter(Connection connection) {
    try {
      return String.join(",", of(connection));
    } catch (ShopRefused | ShopUnreachable e) {
      log.warn("statuses unknown, reading the usual ones: {}", e.getMessage());
      var statuses = new TreeSet<>(CORE);
      statuses.addAll(connection.bookedStatuses());
      return String.join(",", statuses);
    }
  }

  private static List<String> list(JsonNode items) {
    return StreamSupport.stream(items.path("enum").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
