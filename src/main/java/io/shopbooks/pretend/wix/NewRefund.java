package io.shopbooks.pretend.wix;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A refund to be made: all that is left, one amount, or a line (`wix.md` 3.3).
 *
 * @param amount null for all that is left of the payment
 * @param line number of the line it is for, from 1; 0 for none
 * @param payment number of the payment it goes back to, from 1
 * @param status PENDING, SUCCEEDED, FAILED, SCHEDULED or STARTED
 * @param external given back outside of Wix, so in no cashier row
 * @param at null for now
 */
public record NewRefund(
    BigDecimal amount,
    int line,
    int quantity,
    int payment,
    String status,
    boolean external,
    String reason,
    Instant at) {

  /** Of everything that is left of the first payment. */
  public static NewRefund ofAll() {
    return new NewRefund(null, 0, 0, 1, "SUCCEEDED", false, "", null);
  }

  /** Of an amount, for no line. */
  public static NewRefund of(String amount) {
    return new NewRefund(new BigDecimal(amount), 0, 0, 1, "SUCCEEDED", false, "", null);
  }

  /** For so many of this line, from 1. */
  public NewRefund forLine(int number, int count) {
    return new NewRefund(amount, number, count, payment, status, external, reason, at);
  }

  /** Of this payment, from 1. */
  public NewRefund ofPayment(int number) {
    return new NewRefund(amount, line, quantity, number, status, external, reason, at);
  }

  /** In this status. */
  public NewRefund being(String other) {
    return new NewRefund(amount, line, quantity, payment, other, external, reason, at);
  }

  /** Given back outside of Wix. */
  public NewRefund outside() {
    return new NewRefund(amount, line, quantity, payment, status, true, reason, at);
  }

  /** For this reason. */
  public NewRefund because(String other) {
    return new NewRefund(amount, line, quantity, payment, status, external, other, at);
  }

  /** At this time. */
  public NewRefund at(Instant when) {
    return new NewRefund(amount, line, quantity, payment, status, external, reason, when);
  }
}
