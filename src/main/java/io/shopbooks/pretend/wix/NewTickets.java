package io.shopbooks.pretend.wix;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Tickets to be sold by Wix Events (`wix.md` 4.4).
 *
 * @param price of one; 0 makes the order FREE
 * @param feeType FEE_ADDED or FEE_INCLUDED; "" for a site without ticket fees
 * @param taxRate a fraction, added to the price; 0 for none
 * @param status PAID, OFFLINE_PENDING, PENDING or DECLINED
 * @param late how much later it is seen
 */
public record NewTickets(
    String name,
    BigDecimal price,
    int quantity,
    String feeType,
    BigDecimal taxRate,
    String status,
    Shopper shopper,
    Instant at,
    Duration late) {

  /** Tickets of this name, paid by card, without fee and tax, now. */
  public static NewTickets of(String name, String price, int quantity) {
    return new NewTickets(
        name,
        new BigDecimal(price),
        quantity,
        "",
        BigDecimal.ZERO,
        "PAID",
        Shopper.inNewYork("Ann", "Lee"),
        null,
        Duration.ZERO);
  }

  /** With Wix's fee: FEE_ADDED to the price or FEE_INCLUDED in it. */
  public NewTickets withFee(String type) {
    return new NewTickets(name, price, quantity, type, taxRate, status, shopper, at, late);
  }

  /** Taxed at this rate, a fraction. */
  public NewTickets taxed(String rate) {
    var fraction = new BigDecimal(rate);
    return new NewTickets(name, price, quantity, feeType, fraction, status, shopper, at, late);
  }

  /** In this status. */
  public NewTickets being(String other) {
    return new NewTickets(name, price, quantity, feeType, taxRate, other, shopper, at, late);
  }

  /** Bought by this person. */
  public NewTickets by(Shopper who) {
    return new NewTickets(name, price, quantity, feeType, taxRate, status, who, at, late);
  }

  /** Bought at this time. */
  public NewTickets at(Instant when) {
    return new NewTickets(name, price, quantity, feeType, taxRate, status, shopper, when, late);
  }

  /** Its order is seen later by this; its cashier row is not. */
  public NewTickets seenAfter(Duration howLate) {
    return new NewTickets(name, price, quantity, feeType, taxRate, status, shopper, at, howLate);
  }
}
