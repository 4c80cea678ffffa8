package io.shopbooks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.ReceivedOrder;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.ShopId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** An order of the shop: a recorded one, or one changed into what a test needs. */
final class AnOrder {

  static final ShopId SHOP = new ShopId("shop.example");

  private static final Path RECORDED = Path.of("src/test/resources/woocommerce");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private final ObjectNode order;
  private final ArrayNode refunds = JSON.createArrayNode();

  private AnOrder(ObjectNode order) {
    this.order = order;
  }

  /** An order as a shop told it, with the refunds recorded beside it. */
  static AnOrder recorded(String file) {
    var recorded = new AnOrder((ObjectNode) read(RECORDED.resolve(file)));
    var refunds = RECORDED.resolve(file.replace(".json", "--refunds.json"));
    if (Files.exists(refunds)) {
      recorded.refunds.addAll((ArrayNode) read(refunds));
    }
    return recorded;
  }

  /** An order of one untaxed line, completed and paid by Stripe. */
  static AnOrder of(int number, String total) {
    var made = recorded("us/orders/status-completed.json");
    made.order.put("id", number).put("number", Integer.toString(number));
    made.order.put("payment_method", "stripe").put("payment_method_title", "Credit Card (Stripe)");
    made.order.put("total_tax", "0.00").put("cart_tax", "0.00").putArray("tax_lines");
    var line = (ObjectNode) made.order.get("line_items").get(0);
    line.put("total_tax", "0.00").put("subtotal_tax", "0.00").putArray("taxes");
    return made.costing(total);
  }

  private AnOrder costing(String total) {
    order.put("total", total);
    ((ObjectNode) order.get("line_items").get(0)).put("total", total).put("subtotal", total);
    return this;
  }

  /** Another total than its line says. */
  AnOrder butWithTotal(String total) {
    order.put("total", total);
    return this;
  }

  AnOrder in(String currency) {
    order.put("currency", currency);
    return this;
  }

  AnOrder inStatus(String status) {
    order.put("status", status);
    return this;
  }

  AnOrder paidBy(String gateway) {
    order.put("payment_method", gateway);
    return this;
  }

  AnOrder unpaid() {
    order.putNull("date_paid_gmt").putNull("date_paid");
    return this;
  }

  AnOrder numbered(String number) {
    order.put("number", number);
    return this;
  }

  AnOrder made(String moment) {
    order.put("date_created_gmt", moment);
    return this;
  }

  /** Taxed at one rate; the line is net, the total as it was. */
  AnOrder taxed(String label, String percent, String tax) {
    var rate = ((ArrayNode) order.get("tax_lines")).addObject();
    rate.put("id", 900 + order.get("tax_lines").size())
        .put("rate_id", order.get("tax_lines").size());
    rate.put("rate_code", "CA-" + label).put("label", label).put("compound", false);
    rate.put("tax_total", tax).put("shipping_tax_total", "0.00");
    rate.put("rate_percent", new BigDecimal(percent)).putArray("meta_data");
    var line = (ObjectNode) order.get("line_items").get(0);
    ((ArrayNode) line.get("taxes"))
        .addObject()
        .put("id", order.get("tax_lines").size())
        .put("total", tax)
        .put("subtotal", tax);
    var all = plus(line.get("total_tax").asText(), tax);
    line.put("total_tax", all).put("subtotal_tax", all);
    line.put("total", minus(line.get("total").asText(), tax));
    line.put("subtotal", line.get("total").asText());
    order.put("total_tax", all).put("cart_tax", all);
    return this;
  }

  /** Paid back in part or whole, by amount alone. */
  AnOrder refunded(int id, String amount) {
    return refunded(id, amount, "2026-11-22T09:00:00");
  }

  AnOrder refunded(int id, String amount, String moment) {
    var refund = refunds.addObject();
    refund.put("id", id).put("amount", amount).put("reason", "Returned");
    refund.put("date_created_gmt", moment).put("refunded_payment", true);
    for (var parts : new String[] {"line_items", "shipping_lines", "fee_lines", "tax_lines"}) {
      refund.putArray(parts);
    }
    return this;
  }

  /** As a plugin might leave it. */
  AnOrder refundedBy(String text) {
    refunds.addObject().put("id", 91).put("amount", text);
    refunds.addObject().put("id", 92);
    return this;
  }

  RawOrder raw() {
    var stored = JSON.createObjectNode();
    stored.set("order", order);
    stored.set("refunds", refunds);
    return new RawOrder(
        new OrderKey(SHOP, order.get("id").asText()),
        order.get("number").asText(),
        order.get("status").asText(),
        Instant.parse(order.get("date_created_gmt").asText() + "Z"),
        Instant.parse(order.get("date_modified_gmt").asText() + "Z"),
        order.get("currency").asText(),
        order.get("total").asText(),
        text(stored),
        Integer.toHexString(stored.hashCode()) + "-" + stored.size());
  }

  private static String plus(String one, String other) {
    return new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
  }

  private static String minus(String one, String other) {
    return new BigDecimal(one).subtract(new BigDecimal(other)).toPlainString();
  }

  private static String text(JsonNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is planned. */
  ReceivedOrder received(Connection connection) {
    var raw = raw();
    return new ReceivedOrder(
        raw.key(),
        SomeCompany.REALM,
        connection.name(),
        raw.number(),
        raw.json(),
        raw.hash(),
        1,
        raw.currency(),
        BigDecimal.ZERO,
        "Online sale");
  }
}
