package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.CASHIER;
import static io.shopbooks.pretend.wix.Site.Kind.DELIVERY;
import static io.shopbooks.pretend.wix.Site.Kind.ORDER;
import static io.shopbooks.pretend.wix.Site.Kind.PAYMENTS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes the audit of a site. */
final class Auditor {

  private static final Set<String> SETTLED =
      Set.of("APPROVED", "REFUNDED", "PARTIALLY_REFUNDED", "VOIDED");

  private final Site site;

  Auditor(Site site) {
    this.site = site;
  }

  Audit audit(Map<String, Integer> requests) {
    var charges = site.all(CASHIER).map(Auditor::charge).toList();
    var payments = site.all(PAYMENTS).flatMap(this::payments).toList();
    var waiting = site.all(DELIVERY).filter(delivery -> !delivery.path("done").asBoolean());
    return new Audit(charges, payments, requests, (int) waiting.count());
  }

  private static Audit.Charge charge(ObjectNode row) {
    return new Audit.Charge(
        row.path("transactionId").asText(),
        row.path("appId").asText(),
        row.path("order").path("description").path("wixAppOrderId").asText(),
        row.path("status").asText(),
        row.path("amount").path("amount").decimalValue(),
        CashierBook.refunded(row),
        row.path("amount").path("currency").asText(),
        row.path("createdAt").asText());
  }

  private Stream<Audit.Payment> payments(ObjectNode money) {
    var order = money.path("orderId").asText();
    var currency = site.latest(ORDER, order).path("currency").asText();
    return Json.at(money, "payments").stream()
        .filter(payment -> isSettled(payment))
        .map(
            payment ->
                new Audit.Payment(
                    order,
                    payment.path("id").asText(),
                    payment.path("regularPaymentDetails").path("gatewayTransactionId").asText(),
                    kind(payment),
                    payment.path(Standing.SETTLES).decimalValue(),
                    payment.path("~refunded").decimalValue(),
                    currency));
  }

  // An authorization that was let go is VOIDED too, but no money ever came.
  private static boolean isSettled(JsonNode payment) {
    var status = payment.path("status").asText();
    var isBack = payment.path("~refunded").decimalValue().signum() > 0;
    return SETTLED.contains(status) && (!status.equals("VOIDED") || isBack);
  }

  private static String kind(JsonNode payment) {
    if (payment.has("giftcardPaymentDetails")) {
      return "gift card";
    }
    if (payment.has("membershipPaymentDetails")) {
      return "membership";
    }
    var isOffline = payment.path("regularPaymentDetails").path("offlinePayment").asBoolean();
    return isOffline ? "offline" : "online";
  }
}
