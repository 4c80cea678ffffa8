package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Makes and deletes refunds (`woocommerce.md` 6). An order's own lines never change by one. */
final class Refunding {

  private final Shop shop;
  private final Webhooks webhooks;
  private final Stockroom stockroom;

  Refunding(Shop shop, Webhooks webhooks, Stockroom stockroom) {
    this.shop = shop;
    this.webhooks = webhooks;
    this.stockroom = stockroom;
  }

  /**
   * Makes a refund and gives it back as it is kept.
   *
   * @throws Refusal if it is more than what is left, or the gateway cannot pay back
   */
  ObjectNode make(ObjectNode order, NewRefund wanted, Instant at) {
    var lines = new RefundShares(order, shop.settings.rounding()).of(wanted);
    var left = left(order);
    var sum = lines.stream().map(Refunding::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
    var amount = wanted.amount.orElse(lines.isEmpty() ? left : sum);
    var rounded = shop.settings.rounding().amount(amount);
    if (rounded.signum() <= 0 || rounded.compareTo(left) > 0) {
      throw Refusal.ofRefund("Invalid refund amount.");
    }
    if (wanted.throughGateway && !Gateways.paysBack(order.path("payment_method").asText())) {
      throw Refusal.ofRefund(
          "The payment gateway for this order does not support automatic refunds.");
    }
    var isLast = rounded.compareTo(left) == 0;
    var refund = write(order, wanted, lines, rounded, isLast, at);
    if (wanted.restocks) {
      restock(order, lines);
    }
    if (isLast) {
      order.put("status", "refunded");
    }
    Dates.set(order, "date_modified", at, shop.zone());
    shop.refunds.put(refund.path("id"), refund);
    shop.orders.put(order.path("id"), order);
    webhooks.happened("order.updated", order.path("id").asText());
    webhooks.happened("action.woocommerce_order_refunded", order.path("id").asText());
    return refund;
  }

  /** What is not refunded yet. */
  BigDecimal left(ObjectNode order) {
    var left = Amounts.of(order.path("total"));
    for (var refund : order.path("refunds")) {
      left = left.add(Amounts.of(refund.path("total")));
    }
    return left;
  }

  /** Takes a refund back: it is gone, the order's date does not move, nobody is told (3.4). */
  void delete(ObjectNode order, int refundId) {
    var refunds = order.path("refunds").elements();
    while (refunds.hasNext()) {
      if (refunds.next().path("id").asInt() == refundId) {
        refunds.remove();
      }
    }
    shop.refunds.remove(refundId);
    shop.orders.put(order.path("id"), order);
  }

  private static BigDecimal worth(NewRefund.Given line) {
    return line.taxes().values().stream().reduce(line.total(), BigDecimal::add);
  }

  private ObjectNode write(
      ObjectNode order,
      NewRefund wanted,
      List<NewRefund.Given> lines,
      BigDecimal amount,
      boolean isLast,
      Instant at) {
    var id = shop.counters.next(Counters.Kind.THING);
    var refund = Json.object().put("parent_id", order.path("id").asInt()).put("id", id);
    Dates.set(refund, "date_created", at, shop.zone());
    refund.put("amount", Amounts.text(amount)).put("reason", wanted.reason);
    refund.put("refunded_by", 1).put("refunded_payment", wanted.throughGateway);
    refund
        .putArray("meta_data")
        .add(shop.paper().meta("_refund_type", TextNode.valueOf(isLast ? "full" : "partial")));
    for (var kind : new String[] {"line_items", "shipping_lines", "tax_lines", "fee_lines"}) {
      refund.putArray(kind);
    }
    new RefundLines(order, refund, shop.paper()).write(lines);
    var summary = Json.object().put("id", id).put("reason", wanted.reason);
    summary.put("total", Amounts.text(amount.negate()));
    summary.put("total_tax", Amounts.text(taxOf(lines).negate()));
    ((ArrayNode) order.path("refunds")).insert(0, summary);
    return refund;
  }

  private static BigDecimal taxOf(List<NewRefund.Given> lines) {
    return lines.stream()
        .flatMap(line -> line.taxes().values().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void restock(ObjectNode order, List<NewRefund.Given> lines) {
    for (var given : lines) {
      for (JsonNode line : order.path("line_items")) {
        if (line.path("id").asInt() == given.item()) {
          stockroom.restock((ObjectNode) line, BigDecimal.valueOf(given.quantity()));
        }
      }
    }
  }
}
