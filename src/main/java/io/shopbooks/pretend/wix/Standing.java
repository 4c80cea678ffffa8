package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;

/** What an order's payments and refunds make of it: statuses and balance (`wix.md` 2.3). */
final class Standing {

  /** Hidden on a payment: what it settles of the order, also where it shows no amount. */
  static final String SETTLES = "~settles";

  private static final Set<String> SETTLED = Set.of("APPROVED", "REFUNDED", "PARTIALLY_REFUNDED");

  private final ObjectNode order;
  private final ObjectNode payments;

  Standing(ObjectNode order, ObjectNode payments) {
    this.order = order;
    this.payments = payments;
  }

  /** What is still to be paid. */
  BigDecimal open() {
    return total().subtract(paid());
  }

  private BigDecimal total() {
    return Amounts.of(order.path("priceSummary").path("total"));
  }

  // A gift card that was given back is VOIDED, and yet it had paid (3.2).
  private BigDecimal paid() {
    return sum(p -> SETTLED.contains(status(p)) || status(p).equals("VOIDED") && isBack(p));
  }

  private static boolean isBack(JsonNode payment) {
    return payment.path("~refunded").decimalValue().signum() > 0;
  }

  private BigDecimal sum(Predicate<JsonNode> which) {
    var sum = BigDecimal.ZERO;
    for (var payment : payments.path("payments")) {
      if (which.test(payment)) {
        sum = sum.add(payment.path(SETTLES).decimalValue());
      }
    }
    return sum;
  }

  private static String status(JsonNode payment) {
    return payment.path("status").asText();
  }

  private BigDecimal refunded(String status) {
    var sum = BigDecimal.ZERO;
    for (var refund : payments.path("refunds")) {
      for (var part : refund.path("transactions")) {
        if (part.path("refundStatus").asText().equals(status)) {
          sum = sum.add(Amounts.of(part.path("amount")));
        }
      }
    }
    return sum;
  }

  /** Writes it all on the order. */
  void write() {
    var paid = paid();
    var refunded = refunded("SUCCEEDED");
    order.put("paymentStatus", paymentStatus(paid, refunded));
    if (order.path("status").asText().equals("INITIALIZED") && isPlaced(paid)) {
      order.put("status", "APPROVED");
    }
    var currency = order.path("currency").asText();
    var summary = order.putObject("balanceSummary");
    summary.set("balance", Amounts.price(total().subtract(paid), currency));
    summary.set("paid", Amounts.price(paid, currency));
    summary.set("refunded", Amounts.price(refunded, currency));
    summary.set("pending", Amounts.price(sum(p -> status(p).equals("PENDING")), currency));
    summary.set("pendingRefund", Amounts.price(refunded("PENDING"), currency));
    summary.set("authorized", Amounts.price(sum(p -> status(p).equals("AUTHORIZED")), currency));
    summary.set("chargeback", Amounts.price(chargedBack(), currency));
  }

  private boolean isPlaced(BigDecimal paid) {
    var isZero = total().signum() == 0;
    var isWaiting = sum(p -> Set.of("PENDING", "AUTHORIZED").contains(status(p))).signum() > 0;
    return isZero || isWaiting || paid.signum() > 0 || order.path("~offline").asBoolean();
  }

  private String paymentStatus(BigDecimal paid, BigDecimal refunded) {
    if (refunded.signum() > 0) {
      return refunded.compareTo(paid) >= 0 ? "FULLY_REFUNDED" : "PARTIALLY_REFUNDED";
    }
    if (paid.compareTo(total()) >= 0) {
      return "PAID";
    }
    if (paid.signum() > 0) {
      return "PARTIALLY_PAID";
    }
    return sum(p -> status(p).equals("PENDING")).signum() > 0 ? "PENDING" : "NOT_PAID";
  }

  private BigDecimal chargedBack() {
    var sum = BigDecimal.ZERO;
    for (var chargeback : Json.at(payments, "payments.regularPaymentDetails.chargebacks")) {
      if (chargeback.path("status").asText().equals("APPROVED")) {
        sum = sum.add(Amounts.of(chargeback.path("amount")));
      }
    }
    return sum;
  }
}
