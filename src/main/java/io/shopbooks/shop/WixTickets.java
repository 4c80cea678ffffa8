package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Orders of Wix Events, read from the newest back as far as somebody asks: there is no filter by
 * date, and an order cannot be asked for without its event (`wix.md` 4.4).
 */
final class WixTickets {

  private static final int PAGE = 100;

  private final WixPages orders;

  WixTickets(WixApi api, Connection connection) {
    var listing =
        new WixPages.Listing(
            PAGE, offset -> call(PAGE, offset), "orderNumber", WixTickets::created);
    orders = new WixPages(api, connection, listing);
  }

  /** Whether the key may see them and the app is there; asked for if need be. */
  boolean areCovered() {
    orders.begin();
    return orders.areCovered();
  }

  /** Those that were made at this time or later. */
  List<JsonNode> since(Instant from) {
    return orders.since(from);
  }

  /** The one of this number, made at this time or later. */
  Optional<JsonNode> numbered(String number, Instant from) {
    return orders.find(number, from);
  }

  /** Without fieldsets almost nothing is told (4.4). */
  static WixCall call(int limit, int offset) {
    return WixCall.get(
        "/events/v1/orders?fieldset=DETAILS&fieldset=INVOICE&fieldset=TICKETS&sort=created:desc"
            + "&limit="
            + limit
            + "&offset="
            + offset);
  }

  /** The transaction that paid an order; empty if it tells none. */
  static String charge(JsonNode order) {
    return order.path("paymentDetails").path("transaction").path("transactionId").asText("");
  }

  /** Whether its money comes by hand, and not from the cashier. */
  static boolean isByHand(JsonNode order) {
    return order.path("status").asText().equals("OFFLINE_PENDING")
        || order.path("channel").asText().equals("OFFLINE_POS")
        || order.path("method").asText().toLowerCase(Locale.ROOT).contains("offline");
  }

  static boolean isFree(JsonNode order) {
    return order.path("status").asText().equals("FREE");
  }

  static Instant created(JsonNode order) {
    return WixTimes.of(order.path("created")).orElse(Instant.EPOCH);
  }
}
