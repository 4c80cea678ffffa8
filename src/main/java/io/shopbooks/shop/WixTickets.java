package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Orders of Wix Events, read from the newest back as far as somebody asks: there is no filter by
 * date, and an order cannot be asked for without its event (`wix.md` 4.4).
 */
final class WixTickets {

  private static final int PAGE = 100;

  private final WixApi api;
  private final Connection connection;
  private final Map<String, JsonNode> orders = new LinkedHashMap<>();
  private Instant readBackTo = Instant.MAX;
  private int offset;
  private boolean ended;

  WixTickets(WixApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
  }

  /** Whether the key may see them and the app is there; known once some were asked for. */
  boolean areCovered() {
    readPageIf(offset == 0);
    return offset > 0;
  }

  /** Those that were made at this time or later. */
  List<JsonNode> since(Instant from) {
    readBack(from);
    return orders.values().stream().filter(order -> !created(order).isBefore(from)).toList();
  }

  /** The one of this number, made at this time or later. */
  Optional<JsonNode> numbered(String number, Instant from) {
    while (!orders.containsKey(number) && !ended && !readBackTo.isBefore(from)) {
      readPageIf(true);
    }
    return Optional.ofNullable(orders.get(number));
  }

  private void readBack(Instant from) {
    while (!ended && !readBackTo.isBefore(from)) {
      readPageIf(true);
    }
  }

  private void readPageIf(boolean wanted) {
    if (!wanted || ended) {
      return;
    }
    var answer = api.askIfCovered(connection, call(PAGE, offset));
    if (answer.isEmpty()) {
      ended = true;
      return;
    }
    var page = answer.get().path("orders");
    for (var order : page) {
      orders.putIfAbsent(order.path("orderNumber").asText(), order);
      readBackTo = created(order);
    }
    offset += PAGE;
    ended = page.size() < PAGE;
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
