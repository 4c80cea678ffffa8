package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the payments of an eCommerce order come to (`wix.md` 3.2). */
final class WixMoney {

  private static final Set<String> SETTLED = Set.of("APPROVED", "REFUNDED", "PARTIALLY_REFUNDED");

  private WixMoney() {}

  /**
   * The order's total, less what gift cards and memberships paid, which is no money that came; and
   * as cash was rounded.
   */
  static BigDecimal toBePaid(JsonNode order, JsonNode transactions) {
    var total = total(order);
    for (var payment : settled(transactions)) {
      if (isMoney(payment)) {
        total = total.add(amount(payment.path("amount"))).subtract(unrounded(payment));
      } else if (!isMembership(payment)) {
        total = total.subtract(amount(payment.path("amount")));
      }
    }
    return prepaid(order, transactions).values().stream().reduce(total, BigDecimal::subtract);
  }

  /**
   * What memberships that were sold before paid of each line, tax included; under an empty name
   * where they name no line of the order. One that does not tell its amount (3.2) paid for its
   * line, as far as nobody else did.
   */
  static Map<String, BigDecimal> prepaid(JsonNode order, JsonNode transactions) {
    var prices = new HashMap<String, BigDecimal>();
    for (var line : order.path("lineItems")) {
      var told = line.has("totalPriceAfterTax") ? "totalPriceAfterTax" : "totalPriceBeforeTax";
      prices.put(line.path("id").asText(), amount(line.path(told)));
    }
    var prepaid = new TreeMap<String, BigDecimal>();
    var left = total(order);
    for (var payment : settled(transactions)) {
      left = left.subtract(unrounded(payment));
    }
    for (var payment : settled(transactions)) {
      if (isMembership(payment)) {
        var named = payment.path("membershipPaymentDetails").path("lineItemId").asText("");
        var line = prices.containsKey(named) ? named : "";
        var paid = amount(payment.path("amount"));
        if (paid.signum() == 0) {
          paid = prices.getOrDefault(line, left).min(left).max(BigDecimal.ZERO);
          left = left.subtract(paid);
        }
        prepaid.merge(line, paid, BigDecimal::add);
      }
    }
    return prepaid;
  }

  private static BigDecimal total(JsonNode order) {
    var summary = order.path("priceSummary");
    return amount(summary.has("total") ? summary.path("total") : summary.path("totalPrice"));
  }

  private static List<JsonNode> settled(JsonNode transactions) {
    var back = givenBack(transactions);
    var settled = new ArrayList<JsonNode>();
    for (var payment : transactions.path("payments")) {
      // A gift card that was given back is VOIDED, and yet it had paid.
      if (isSettled(payment) || back.contains(payment.path("id").asText())) {
        settled.add(payment);
      }
    }
    return settled;
  }

  /** As it was before cash was rounded. */
  private static BigDecimal unrounded(JsonNode payment) {
    var unrounded = payment.path("cashRounding").path("unroundedAmount");
    return amount(unrounded.has("amount") ? unrounded : payment.path("amount"));
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
    return !payment.has("giftcardPaymentDetails") && !isMembership(payment);
  }

  /** Whether a membership paid, which was sold before. */
  static boolean isMembership(JsonNode payment) {
    return payment.has("membershipPaymentDetails");
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
