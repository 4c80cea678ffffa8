package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Orders of Wix Events, read from the newest back as far as somebody asks: there is no filter by
 * date, and an order cannot be asked for by itself without its event (`wix.md` 4.4).
 */
final class WixTickets {

  private static final int PAGE = 100;

  /** Without them almost nothing is told (4.4). */
  private static final String FIELDSETS = "fieldset=DETAILS&fieldset=INVOICE&fieldset=TICKETS";

  private final WixApi api;
  private final Connection connection;
  private final WixPages orders;

  WixTickets(WixApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
    var listing =
        new WixPages.Listing(
            offset -> call(PAGE, offset),
            answer -> answer.path("total"),
            "orderNumber",
            WixTickets::created);
    orders = new WixPages(api, connection, listing);
  }

  /** Whether the key may see them and the app is there; asked for if need be. */
  boolean areCovered() {
    orders.begin();
    return orders.areCovered();
  }

  /** Whether the key may not see them, as far as was asked. */
  boolean areForbidden() {
    return orders.areForbidden();
  }

  /** Those that were made at this time or later. */
  List<JsonNode> since(Instant from) {
    return orders.since(from);
  }

  /** The one of this number, made at this time or later. */
  Optional<JsonNode> numbered(String number, Instant from) {
    return orders.find(number, from);
  }

  /** The one of this number, where its event is known; empty if that does not find it. */
  Optional<JsonNode> ofEvent(String event, String number) {
    if (event.isEmpty()) {
      return Optional.empty();
    }
    var address = "/events/v1/events/%s/orders/%s?%s".formatted(event, number, FIELDSETS);
    return api.find(connection, WixCall.get(address))
        .map(answer -> answer.path("order"))
        .filter(order -> order.path("orderNumber").asText().equals(number));
  }

  static WixCall call(int limit, int offset) {
    return WixCall.get(
        "/events/v1/orders?%s&sort=created:desc&limit=%d&offset=%d"
            .formatted(FIELDSETS, limit, offset));
  }

  /** The transaction that paid an order; empty if it tells none. */
  static String charge(JsonNode order) {
    return order.path("paymentDetails").path("transaction").path("transactionId").asText("");
  }

  /** Whether its money comes by hand, and not from the cashier. */
  private static boolean isByHand(JsonNode order) {
    return order.path("status").asText().equals("OFFLINE_PENDING")
        || order.path("channel").asText().equals("OFFLINE_POS")
        || order.path("method").asText().toLowerCase(Locale.ROOT).contains("offline");
  }

  /** Whether a row of the cashier has to tell of their money. */
  static boolean needRow(JsonNode order) {
    return !isByHand(order) && !isFree(order) && !isByGiftCard(order);
  }

  private static boolean isFree(JsonNode order) {
    return order.path("status").asText().equals("FREE");
  }

  /** Whether gift cards paid all of it, even if that was reversed since: no row tells of it. */
  private static boolean isByGiftCard(JsonNode order) {
    var cards = order.path("giftCardPaymentDetails");
    var paid = byGiftCards(order);
    return !cards.isEmpty()
        && (paid.signum() == 0 || paid.compareTo(amount(order.path("totalPrice"))) >= 0);
  }

  /** What gift cards paid: fields {@code amount} and {@code voided} of the SDK's types (EVT). */
  static BigDecimal byGiftCards(JsonNode order) {
    var paid = BigDecimal.ZERO;
    for (var card : order.path("giftCardPaymentDetails")) {
      paid = card.path("voided").asBoolean() ? paid : paid.add(amount(card.path("amount")));
    }
    return paid;
  }

  /** Newer payloads say {@code value}, older ones {@code amount}. */
  static BigDecimal amount(JsonNode money) {
    try {
      return new BigDecimal(money.path("value").asText(money.path("amount").asText("0")));
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  static Instant created(JsonNode order) {
    return WixTimes.of(order.path("created")).orElse(Instant.EPOCH);
  }
}
