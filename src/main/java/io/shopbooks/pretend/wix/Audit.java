package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the site knows itself, to hold against what others made of it.
 *
 * @param charges the cashier's rows, those not seen yet included
 * @param payments settled payments of eCommerce orders, whatever they were made with
 * @param requests calls by address: "POST /ecom/v1/orders/search"
 * @param waitingDeliveries webhook deliveries that were not taken yet
 */
public record Audit(
    List<Charge> charges,
    List<Payment> payments,
    Map<String, Integer> requests,
    int waitingDeliveries) {

  /**
   * A row of the cashier.
   *
   * @param order id of the order in the app that sold; "" for none
   * @param refunded what went back for good
   */
  public record Charge(
      String id,
      String app,
      String order,
      String status,
      BigDecimal amount,
      BigDecimal refunded,
      String currency,
      String created) {}

  /**
   * A settled payment of an eCommerce order.
   *
   * @param charge transaction id; "" for money that did not come through the cashier
   * @param kind online, offline, gift card or membership
   */
  public record Payment(
      String order,
      String id,
      String charge,
      String kind,
      BigDecimal amount,
      BigDecimal refunded,
      String currency) {}

  ObjectNode json() {
    var json = Json.object();
    var rows = json.putArray("charges");
    for (var charge : charges) {
      var row = rows.addObject().put("id", charge.id()).put("app", charge.app());
      row.put("order", charge.order()).put("status", charge.status());
      row.put("amount", charge.amount().toPlainString());
      row.put("refunded", charge.refunded().toPlainString());
      row.put("currency", charge.currency()).put("created", charge.created());
    }
    var list = json.putArray("payments");
    for (var payment : payments) {
      var one = list.addObject().put("order", payment.order()).put("id", payment.id());
      one.put("charge", payment.charge()).put("kind", payment.kind());
      one.put("amount", payment.amount().toPlainString());
      one.put("refunded", payment.refunded().toPlainString());
      one.put("currency", payment.currency());
    }
    var counts = json.putObject("requests");
    requests.forEach(counts::put);
    return json.put("waiting_deliveries", waitingDeliveries);
  }
}
