package io.shopbooks.pretend.wix;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * A payment to be made on an order (`wix.md` 3.2).
 *
 * @param method creditCard, payPal...; CASH, CHECK, BANK_TRANSFER of offline ones; a membership's
 *     name
 * @param amount null for what is still to be paid
 * @param status APPROVED, PENDING, DECLINED, AUTHORIZED...
 * @param rowLate how much later than the payment its cashier row is seen
 */
public record NewPayment(
    Kind kind, String method, BigDecimal amount, String status, Duration rowLate) {

  /** Which of the details a payment has. */
  public enum Kind {
    ONLINE,
    /** Money taken by hand: in no cashier row (4.1). */
    OFFLINE,
    GIFT_CARD,
    MEMBERSHIP
  }

  /** Taken by a payment provider. */
  public static NewPayment online(String method) {
    return new NewPayment(Kind.ONLINE, method, null, "APPROVED", Duration.ZERO);
  }

  /** Taken by hand: CASH, CHECK or BANK_TRANSFER. */
  public static NewPayment offline(String method) {
    return new NewPayment(Kind.OFFLINE, method, null, "APPROVED", Duration.ZERO);
  }

  /** Out of a gift card. */
  public static NewPayment giftCard() {
    return new NewPayment(Kind.GIFT_CARD, "giftCard", null, "APPROVED", Duration.ZERO);
  }

  /** By a membership of this name. */
  public static NewPayment membership(String name) {
    return new NewPayment(Kind.MEMBERSHIP, name, null, "APPROVED", Duration.ZERO);
  }

  /** The same of this amount. */
  public NewPayment of(String other) {
    return new NewPayment(kind, method, new BigDecimal(other), status, rowLate);
  }

  /** The same in this status. */
  public NewPayment being(String other) {
    return new NewPayment(kind, method, amount, other, rowLate);
  }

  /** The same with a cashier row that is seen later by this. */
  public NewPayment withRowLateBy(Duration late) {
    return new NewPayment(kind, method, amount, status, late);
  }

  NewPayment of(BigDecimal other) {
    return new NewPayment(kind, method, other, status, rowLate);
  }
}
