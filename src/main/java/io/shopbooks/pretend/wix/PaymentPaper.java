package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/** Writes payments of eCommerce orders as the API tells them (`wix.md` 3.2). */
final class PaymentPaper {

  private final Site site;

  PaymentPaper(Site site) {
    this.site = site;
  }

  /** A payment of this amount; the row is its transaction id and cashier order, or null. */
  ObjectNode write(NewPayment payment, BigDecimal amount, String currency, Row row, Instant at) {
    var paper = Json.object().put("id", site.nextId());
    paper.put("createdDate", at.toString()).put("updatedDate", at.toString());
    paper.put(Standing.SETTLES, amount).put("~refunded", BigDecimal.ZERO);
    var isMembership = payment.kind() == NewPayment.Kind.MEMBERSHIP;
    // The amount of a membership payment may be absent (3.2).
    if (!isMembership) {
      paper.set("amount", Amounts.price(amount, currency));
    }
    paper.put("status", payment.status());
    paper.put("refundDisabled", false);
    switch (payment.kind()) {
      case ONLINE -> online(paper.putObject("regularPaymentDetails"), payment, row);
      case OFFLINE -> offline(paper.putObject("regularPaymentDetails"), payment);
      case GIFT_CARD ->
          paper
              .putObject("giftcardPaymentDetails")
              .put("giftCardPaymentId", site.nextId())
              .put("appId", WixApp.GIFT_CARDS.id())
              .put("obfuscatedCode", "*****4F7Q");
      case MEMBERSHIP -> {
        var details = paper.putObject("membershipPaymentDetails");
        details.put("membershipId", site.nextId());
        details.put("lineItemId", "00000000-0000-0000-0000-000000000001");
        details.putObject("name").put("original", payment.method());
        details.put("providerAppId", WixApp.PRICING_PLANS.id());
      }
    }
    return paper;
  }

  /** Where a payment stands in the cashier's book. */
  record Row(String transactionId, String cashierOrder) {}

  private void online(ObjectNode details, NewPayment payment, Row row) {
    details.put("paymentOrderId", row.cashierOrder());
    details.put("gatewayTransactionId", row.transactionId());
    details.put("providerTransactionId", "pi_3" + row.transactionId().substring(0, 8));
    details.put("offlinePayment", false);
    var method = payment.method().equals("creditCard") ? "CreditCard" : payment.method();
    named(details, method);
    if (method.equals("CreditCard")) {
      details.putObject("creditCardDetails").put("brand", "visa").put("lastFourDigits", "4242");
    }
    deprecated(details, method, payment.status());
  }

  private void offline(ObjectNode details, NewPayment payment) {
    details.put("paymentOrderId", site.nextId()).put("offlinePayment", true);
    details
        .putObject("paymentMethodName")
        .putObject("userDefinedName")
        .put("predefined", payment.method());
    deprecated(details, "Offline", payment.status());
  }

  private static void named(ObjectNode details, String method) {
    details
        .putObject("paymentMethodName")
        .put("buyerLanguageName", method)
        .put("siteLanguageName", method);
  }

  private void deprecated(ObjectNode details, String method, String status) {
    if (site.settings.has(Habit.DEPRECATED_FIELDS)) {
      details.put("paymentMethod", method);
    }
    if (site.settings.has(Habit.DEPRECATED_FIELDS) || site.settings.has(Habit.OLD_PAYMENT_STATUS)) {
      details.put("status", status);
    }
  }

  /** Gives a payment another status, also where the old field still tells it. */
  static void settle(ObjectNode payment, String status, Instant at) {
    payment.put("status", status).put("updatedDate", at.toString());
    if (payment.path("regularPaymentDetails").has("status")) {
      ((ObjectNode) payment.path("regularPaymentDetails")).put("status", status);
    }
  }
}
