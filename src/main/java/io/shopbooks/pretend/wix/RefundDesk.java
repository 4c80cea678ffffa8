package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Gives money of eCommerce orders back, or loses it to a bank (`wix.md` 3.2, 3.3). */
final class RefundDesk {

  private final Site site;
  private final Till till;
  private final CashierBook cashier;
  private final Happenings happenings;

  RefundDesk(Site site, Till till, CashierBook cashier, Happenings happenings) {
    this.site = site;
    this.till = till;
    this.cashier = cashier;
    this.happenings = happenings;
  }

  /**
   * Refunds and gives the refund's id.
   *
   * @throws IllegalArgumentException if so much is not left of the payment
   */
  String refund(String orderId, NewRefund wanted) {
    var at = wanted.at() == null ? site.now() : wanted.at();
    var slip = till.slip(orderId);
    var before = slip.order().path("paymentStatus").asText();
    var payment = slip.payment(wanted.payment());
    var settles = payment.path(Standing.SETTLES).decimalValue();
    var left = settles.subtract(payment.path("~refunded").decimalValue());
    var amount = amount(slip, wanted, left);
    if (amount.compareTo(left) > 0 || amount.signum() <= 0) {
      throw new IllegalArgumentException("Only " + left + " is left of order " + orderId);
    }
    var refund = paper(slip, wanted, amount, at);
    var transaction = payment.path("regularPaymentDetails").path("gatewayTransactionId");
    if (!transaction.isMissingNode() && !wanted.external()) {
      var status = cashierStatus(wanted.status());
      var id = cashier.refund(transaction.asText(), amount, status, at);
      ((ObjectNode) refund.path("transactions").path(0)).put("gatewayRefundId", id);
    }
    if (wanted.status().equals("SUCCEEDED")) {
      isBack(payment, amount, amount.compareTo(left) == 0, at);
      OrderPaper.activity(slip.order(), "ORDER_REFUNDED", at);
    }
    till.changed(slip, before, at);
    tell(slip, refund, at);
    return refund.path("id").asText();
  }

  private static String cashierStatus(String status) {
    return status.equals("SUCCEEDED") || status.equals("FAILED") ? status : "PENDING";
  }

  private static BigDecimal amount(Till.Slip slip, NewRefund wanted, BigDecimal left) {
    if (wanted.amount() != null) {
      return wanted.amount();
    }
    if (wanted.line() == 0) {
      return left;
    }
    var line = slip.order().path("lineItems").path(wanted.line() - 1);
    var currency = slip.order().path("currency").asText();
    var whole = Amounts.of(line.path("totalPriceAfterTax"));
    var quantity = BigDecimal.valueOf(line.path("quantity").asInt());
    var share = whole.multiply(BigDecimal.valueOf(wanted.quantity()));
    return share.divide(quantity, Amounts.decimals(currency), RoundingMode.HALF_UP);
  }

  private ObjectNode paper(Till.Slip slip, NewRefund wanted, BigDecimal amount, Instant at) {
    var currency = slip.order().path("currency").asText();
    var refund = slip.payments().withArray("refunds").addObject().put("id", site.nextId());
    refund.put("createdDate", at.toString());
    var part = refund.putArray("transactions").addObject();
    part.put("paymentId", slip.payment(wanted.payment()).path("id").asText());
    part.set("amount", Amounts.price(amount, currency));
    part.put("refundStatus", wanted.status()).put("externalRefund", wanted.external());
    var isWhole = wanted.amount() == null && wanted.line() == 0;
    var isShipped = slip.order().has("shippingInfo");
    var details = refund.putObject("details").put("shippingIncluded", isWhole && isShipped);
    if (!wanted.reason().isEmpty()) {
      details.put("reason", wanted.reason());
    }
    if (wanted.line() > 0) {
      var line = slip.order().path("lineItems").path(wanted.line() - 1);
      isBack(details, line, wanted.quantity());
    } else if (isWhole) {
      var lines = slip.order().path("lineItems");
      lines.forEach(line -> isBack(details, line, line.path("quantity").asInt()));
    }
    var summary = refund.putObject("summary");
    summary.set("requestedRefund", Amounts.price(amount, currency));
    var isDone = wanted.status().equals("SUCCEEDED");
    summary.set("refunded", Amounts.price(isDone ? amount : BigDecimal.ZERO, currency));
    return refund;
  }

  private static void isBack(ObjectNode details, JsonNode line, int quantity) {
    details
        .withArray("lineItems")
        .addObject()
        .put("lineItemId", line.path("id").asText())
        .put("quantity", quantity);
  }

  private static void isBack(ObjectNode payment, BigDecimal amount, boolean all, Instant at) {
    payment.put("~refunded", payment.path("~refunded").decimalValue().add(amount));
    var isRegular = payment.has("regularPaymentDetails");
    if (isRegular) {
      PaymentPaper.settle(payment, all ? "REFUNDED" : "PARTIALLY_REFUNDED", at);
    } else if (all) {
      // A gift card or a membership given back whole is VOIDED, not REFUNDED (3.2).
      PaymentPaper.settle(payment, "VOIDED", at);
    }
  }

  private void tell(Till.Slip slip, ObjectNode refund, Instant at) {
    var body = Json.object().put("orderId", slip.id());
    body.set("refund", refund.deepCopy());
    body.set("orderTransactions", Json.shown(slip.payments()));
    happenings.transactions("refund_completed", body, slip.id(), at);
  }

  /** A bank takes the whole payment back for its client, or the shop wins it again. */
  void chargeback(String orderId, int number, boolean reversed, Instant at) {
    var slip = till.slip(orderId);
    var before = slip.order().path("paymentStatus").asText();
    var payment = slip.payment(number);
    var details = (ObjectNode) payment.path("regularPaymentDetails");
    var list = details.withArray("chargebacks");
    if (reversed) {
      ((ObjectNode) list.path(list.size() - 1)).put("status", "REVERSED");
    } else {
      var chargeback = list.addObject().put("id", site.nextId()).put("status", "APPROVED");
      chargeback.put("createdDate", at.toString()).set("amount", payment.path("amount"));
    }
    var type = reversed ? "CHARGEBACK_REVERSED" : "CHARGEBACK_CREATED";
    OrderPaper.activity(slip.order(), type, at);
    var transaction = details.path("gatewayTransactionId").asText();
    cashier.settle(transaction, reversed ? "APPROVED" : "CHARGE_BACK", at);
    till.changed(slip, before, at);
    var body = Json.object().put("orderId", slip.id());
    body.put("paymentId", payment.path("id").asText());
    body.set("chargeback", list.path(list.size() - 1).deepCopy());
    body.set("orderTransactions", Json.shown(slip.payments()));
    happenings.transactions(
        reversed ? "chargeback_reversed" : "chargeback_approved", body, slip.id(), at);
  }
}
