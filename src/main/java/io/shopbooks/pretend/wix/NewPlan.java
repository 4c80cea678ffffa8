package io.shopbooks.pretend.wix;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A plan to be ordered from Pricing Plans (`wix.md` 4.5).
 *
 * @param price of a cycle before tax; 0 makes it free
 * @param cycles months it is renewed for; 0 for a single payment
 * @param taxPercent as the API tells it: "7.00"; 0 for none
 * @param type ONLINE, OFFLINE or EXTERNAL
 * @param status DRAFT for an abandoned checkout, else ACTIVE
 * @param late how much later the order is seen
 */
public record NewPlan(
    String name,
    BigDecimal price,
    int cycles,
    BigDecimal taxPercent,
    String type,
    String status,
    Shopper shopper,
    Instant at,
    Duration late,
    boolean charged) {

  /** A plan paid once, by card, untaxed, now. */
  public static NewPlan of(String name, String price) {
    return new NewPlan(
        name,
        new BigDecimal(price),
        0,
        BigDecimal.ZERO,
        "ONLINE",
        "ACTIVE",
        Shopper.inNewYork("Mia", "Ortiz"),
        null,
        Duration.ZERO,
        true);
  }

  /** Renewed for so many months. */
  public NewPlan monthly(int months) {
    return new NewPlan(name, price, months, taxPercent, type, status, shopper, at, late, charged);
  }

  /** Taxed at this percentage, on top of the price: "7.00". */
  public NewPlan taxed(String percent) {
    var rate = new BigDecimal(percent);
    return new NewPlan(name, price, cycles, rate, type, status, shopper, at, late, charged);
  }

  /** Paid by hand, later or never. */
  public NewPlan offline() {
    return new NewPlan(
        name, price, cycles, taxPercent, "OFFLINE", status, shopper, at, late, charged);
  }

  /** A checkout that was left: DRAFT. */
  public NewPlan abandoned() {
    return new NewPlan(name, price, cycles, taxPercent, type, "DRAFT", shopper, at, late, charged);
  }

  /** Ordered by this person. */
  public NewPlan by(Shopper who) {
    return new NewPlan(name, price, cycles, taxPercent, type, status, who, at, late, charged);
  }

  /** Ordered at this time. */
  public NewPlan at(Instant when) {
    return new NewPlan(name, price, cycles, taxPercent, type, status, shopper, when, late, charged);
  }

  /** Its order is seen later by this; its cashier row is not. */
  public NewPlan seenAfter(Duration howLate) {
    return new NewPlan(
        name, price, cycles, taxPercent, type, status, shopper, at, howLate, charged);
  }

  /** Paid online, and yet in no row of the cashier. */
  public NewPlan missingAtTheCashier() {
    return new NewPlan(name, price, cycles, taxPercent, type, status, shopper, at, late, false);
  }
}
