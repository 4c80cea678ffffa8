package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.ShopId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One sale as the APIs of a site tell it, put together and otherwise untouched.
 *
 * @param source {@code ecommerce}, {@code events}, {@code plan} or {@code cashier}: whose order it
 *     is
 * @param order the order of the app that sold; of the cashier the row itself
 * @param transactions payments and refunds of an eCommerce order
 * @param charges its rows of the cashier
 * @param joined how far order and payments found each other
 */
record WixSale(
    String id,
    Source source,
    JsonNode order,
    Optional<JsonNode> transactions,
    List<JsonNode> charges,
    Joined joined) {

  /** Whose order it is. */
  enum Source {
    ECOMMERCE,
    EVENTS,
    PLAN,
    CASHIER
  }

  /** How far order and payments found each other. */
  enum Joined {
    WHOLE,
    /** One tells of a payment and the other does not yet. */
    WAITING,
    /** So for a day. */
    OVERDUE,
    /** Another sale tells of this payment. */
    ELSEWHERE,
    /** Somebody began to pay and never did. */
    ABANDONED
  }

  // Moved by looking, shipping or writing the same in other words.
  private static final Set<String> IGNORED =
      Set.of(
          "updatedDate",
          "updated",
          "formattedAmount",
          "fulfillmentStatus",
          "seenByAHuman",
          "archived",
          "activities",
          "image",
          "refundability",
          "providerDashboardLink",
          "attributionSource",
          "tags");

  /** What was kept of one. */
  static WixSale of(JsonNode kept) {
    var charges = new ArrayList<JsonNode>();
    kept.path("charges").forEach(charges::add);
    return new WixSale(
        kept.path("id").asText(),
        Source.valueOf(kept.path("source").asText().toUpperCase(Locale.ROOT)),
        kept.path("order"),
        Optional.of(kept.path("transactions")).filter(JsonNode::isObject),
        charges,
        Joined.valueOf(kept.path("joined").asText().toUpperCase(Locale.ROOT)));
  }

  /** As it is kept. */
  RawOrder raw(ShopId shop) {
    var json = Json.MAPPER.createObjectNode();
    json.put("source", word(source)).put("joined", word(joined)).put("id", id);
    json.set("order", order);
    transactions.ifPresent(money -> json.set("transactions", money));
    json.putArray("charges").addAll(charges);
    json.set("refunds", WixRefunds.of(this));
    var text = new StringBuilder();
    write(json, text);
    return new RawOrder(
        new OrderKey(shop, id),
        number(),
        status(),
        created(),
        created(),
        currency(),
        total().toPlainString(),
        Json.write(json),
        Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private String number() {
    return switch (source) {
      case ECOMMERCE -> order.path("number").asText();
      case EVENTS -> order.path("orderNumber").asText();
      case PLAN, CASHIER -> id.substring(0, Math.min(12, id.length()));
    };
  }

  private String status() {
    return switch (source) {
      case ECOMMERCE -> order.path("paymentStatus").asText("");
      case PLAN -> charges.isEmpty() ? order.path("lastPaymentStatus").asText("") : row("status");
      case EVENTS -> order.path("status").asText("");
      case CASHIER -> order.path("status").asText("");
    };
  }

  private String row(String field) {
    return charges.get(0).path(field).asText("");
  }

  private Instant created() {
    return Stream.concat(
            source == Source.ECOMMERCE ? Stream.empty() : charges.stream(), Stream.of(order))
        .flatMap(json -> Stream.of("createdAt", "createdDate", "created").map(json::path))
        .flatMap(time -> WixTimes.of(time).stream())
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  private String currency() {
    return switch (source) {
      case ECOMMERCE -> order.path("currency").asText("");
      case EVENTS -> order.path("totalPrice").path("currency").asText(rowCurrency());
      case PLAN -> charges.isEmpty() ? price().path("currency").asText("") : rowCurrency();
      case CASHIER -> rowCurrency();
    };
  }

  private String rowCurrency() {
    return charges.isEmpty() ? "" : charges.get(0).path("amount").path("currency").asText("");
  }

  private JsonNode price() {
    return order.path("pricing").path("prices").path(0).path("price");
  }

  private BigDecimal total() {
    if (source == Source.ECOMMERCE) {
      return WixMoney.toBePaid(order, transactions.orElse(Json.MAPPER.createObjectNode()));
    }
    if (!charges.isEmpty()) {
      return number(charges.get(0).path("amount").path("amount"));
    }
    return source == Source.PLAN
        ? number(price().path("total"))
        : WixTickets.amount(order.path("totalPrice")).subtract(WixTickets.byGiftCards(order));
  }

  private static BigDecimal number(JsonNode amount) {
    try {
      return new BigDecimal(amount.asText("0"));
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      var sorted = new TreeMap<String, JsonNode>();
      node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
      sorted.keySet().removeAll(IGNORED);
      text.append('{');
      sorted.forEach(
          (name, value) -> {
            text.append(name).append(':');
            write(value, text);
            text.append(',');
          });
      text.append('}');
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
}
