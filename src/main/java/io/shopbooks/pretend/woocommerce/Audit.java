package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the shop knows itself, to hold against what a connector made of it.
 *
 * @param orders all that are there, trashed ones included, lowest id first
 * @param requests calls by address: "GET /wc/v3/orders/{id}"
 * @param waitingDeliveries webhook deliveries that wait for the cron
 */
public record Audit(List<Order> orders, Map<String, Integer> requests, int waitingDeliveries) {

  /**
   * An order.
   *
   * @param total the truth
   * @param refunded what was given back, positive
   * @param created in GMT, whole seconds
   * @param paid likewise; "" if no money came
   */
  public record Order(
      int id,
      String number,
      String status,
      String currency,
      BigDecimal total,
      BigDecimal totalTax,
      BigDecimal refunded,
      String created,
      String paid,
      List<Refund> refunds) {}

  /** A refund of an order; the amount is positive. */
  public record Refund(int id, BigDecimal amount, String reason) {}

  static Order of(JsonNode order, int decimals) {
    var refunds = new ArrayList<Refund>();
    var refunded = BigDecimal.ZERO;
    for (var refund : order.path("refunds")) {
      var amount = money(refund.path("total"), decimals).negate();
      refunded = refunded.add(amount);
      refunds.add(new Refund(refund.path("id").asInt(), amount, refund.path("reason").asText()));
    }
    return new Order(
        order.path("id").asInt(),
        order.path("number").asText(),
        order.path("status").asText(),
        order.path("currency").asText(),
        money(order.path("total"), decimals),
        money(order.path("total_tax"), decimals),
        refunded,
        order.path("date_created_gmt").asText(),
        order.path("date_paid_gmt").asText(""),
        refunds);
  }

  private static BigDecimal money(JsonNode text, int decimals) {
    return new BigDecimal(Amounts.shown(Amounts.of(text), decimals));
  }

  ObjectNode json() {
    var json = Json.object();
    var list = json.putArray("orders");
    for (var order : orders) {
      var one = list.addObject().put("id", order.id()).put("number", order.number());
      one.put("status", order.status()).put("currency", order.currency());
      one.put("total", order.total().toPlainString());
      one.put("total_tax", order.totalTax().toPlainString());
      one.put("refunded", order.refunded().toPlainString());
      one.put("created", order.created()).put("paid", order.paid());
      var refundList = one.putArray("refunds");
      order
          .refunds()
          .forEach(
              refund ->
                  refundList
                      .addObject()
                      .put("id", refund.id())
                      .put("amount", refund.amount().toPlainString())
                      .put("reason", refund.reason()));
    }
    var counts = json.putObject("requests");
    requests.forEach(counts::put);
    return json.put("waiting_deliveries", waitingDeliveries);
  }
}
