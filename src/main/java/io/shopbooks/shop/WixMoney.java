package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** What the payments of an eCommerce order come to (`wix.md` 3.2). */
final class WixMoney {

  private static final Set<String> SETTLED = Set.of("APPROVED", "REFUNDED", "PARTIALLY_REFUNDED");

  private WixMoney() {}

  /**
   * The order's total, less what gift cards and memberships paid, which is no money that came; and
   * as cash was rounded.
   */
  static BigDecimal toBePaid(JsonNode order, JsonNode transactions) {
    var summary = order.path("priceSummary");
    var total = amount(summary.has("total") ? summary.path("total") : summary.path("totalPrice"));
    var back = givenBack(transactions);
    for (var payment : transactions.path("payments")) {
      var isMoney = isMoney(payment);
      // A gift card that was given back is VOIDED, and yet it had paid.
      var isSettled = isSettled(payment) || back.contains(payment.path("id").asText());
      if (!isMoney && isSettled) {
        total = total.subtract(amount(payment.path("amount")));
      }
      var unrounded = payment.path("cashRounding").path("unroundedAmount");
      if (isMoney && isSettled && unrounded.has("amount")) {
        total = total.add(amount(payment.path("amount"))).subtract(amount(unrounded));
      }
    }
    return total;
  }

  private static Set<String> givenBack(JsonNode transactions) {
    var ids = new HashSet<String>();
    for (var refund : transactions.path("refunds")) {
      for (var part : refund.path("transactions")) {
        if (part.path("refundStatus").asText().equals("SUCCEEDED")) {
          ids.add(part.path("paymentId").asText());
        }
      }
    }
    return ids;
  }

  /** Whether it is no gift card and no membership. */
  static boolean isMoney(JsonNode payment) {
    return !payment.has("giftcardPaymentDetails") && !payment.has("membershipPaymentDetails");
  }

  /** Whether money came, even if some or all went back since. */
  static boolean isSettled(JsonNode payment) {
    return SETTLED.contains(status(payment));
  }

  /** The new field, or the old one. */
  static String status(JsonNode payment) {
    var old = payment.path("regularPaymentDetails").path("status").asText("");
    return payment.path("status").asText(old);
  }

  /** The transaction at the cashier; empty of money that did not come through it. */
  static String chargeOf(JsonNode payment) {
    return payment.path("regularPaymentDetails").path("gatewayTransactionId").asText("");
  }

  private static BigDecimal amount(JsonNode price) {
    try {
      return new BigDecimal(price.path("amount").asText("0"));
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }
}
