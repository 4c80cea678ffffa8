package io.shopbooks.pretend.wix;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An eCommerce order to be made: {@code anOrder().of("Hat", "10").of("Shirt", "20")}. Unless said
 * otherwise it is paid at once by card, untaxed, on the web, in the site's currency, now.
 */
public final class NewOrder {

  /** A fee or a tip (2.3): source SERVICE_PLUGIN, MANUAL, PLATFORM... */
  record Fee(String name, BigDecimal price, String source) {}

  final List<NewLine> lines = new ArrayList<>();
  final List<Fee> fees = new ArrayList<>();
  final List<NewPayment> payments = new ArrayList<>();
  Shopper shopper = Shopper.inNewYork("Jane", "Doe");
  BigDecimal shipping;
  String coupon = "";
  BigDecimal discount = BigDecimal.ZERO;
  String taxName = "Sales Tax";
  BigDecimal taxRate = BigDecimal.ZERO;
  boolean taxIncluded;
  String channel = "WEB";
  String currency;
  Instant at;
  boolean offline;
  boolean paysAtOnce = true;
  boolean imported;
  String status = "";
  Duration late = Duration.ZERO;

  private NewOrder() {}

  /** An order without lines yet. */
  public static NewOrder anOrder() {
    return new NewOrder();
  }

  /** One more product of Wix Stores. */
  public NewOrder of(String name, String price) {
    return of(NewLine.of(name, price));
  }

  /** One more line. */
  public NewOrder of(NewLine line) {
    lines.add(line);
    return this;
  }

  /** Bought by this person. */
  public NewOrder by(Shopper who) {
    shopper = who;
    return this;
  }

  /** Shipped for this price. */
  public NewOrder shippedFor(String price) {
    shipping = new BigDecimal(price);
    return this;
  }

  /** With a fee of a plugin; a tip is one too. */
  public NewOrder withFee(String name, String price) {
    return withFee(name, price, "SERVICE_PLUGIN");
  }

  /** With a fee from this source. */
  public NewOrder withFee(String name, String price, String source) {
    fees.add(new Fee(name, new BigDecimal(price), source));
    return this;
  }

  /** A coupon takes this much off the lines. */
  public NewOrder discounted(String code, String amount) {
    coupon = code;
    discount = new BigDecimal(amount);
    return this;
  }

  /** Taxed at this rate, a fraction: "0.08875". */
  public NewOrder taxed(String name, String rate) {
    taxName = name;
    taxRate = new BigDecimal(rate);
    return this;
  }

  /** Prices contain the tax. */
  public NewOrder taxIncluded() {
    taxIncluded = true;
    return this;
  }

  /** Sold through this channel: POS, WIX_INVOICES, BACKOFFICE_MERCHANT... */
  public NewOrder via(String type) {
    channel = type;
    return this;
  }

  /** In this currency. */
  public NewOrder in(String code) {
    currency = code;
    return this;
  }

  /** Made at this time. */
  public NewOrder at(Instant when) {
    at = when;
    return this;
  }

  /** Seen by nobody until so much later. */
  public NewOrder seenAfter(Duration howLate) {
    late = howLate;
    return this;
  }

  /** Paid so, once more for each call. */
  public NewOrder paid(NewPayment payment) {
    payments.add(payment);
    return this;
  }

  /** An offline method was chosen: APPROVED and NOT_PAID, with a cashier row OFFLINE (4.1). */
  public NewOrder payingOffline() {
    offline = true;
    return unpaid();
  }

  /** Nothing is paid: online orders stay INITIALIZED, which no API returns (2.2). */
  public NewOrder unpaid() {
    paysAtOnce = false;
    return this;
  }

  /** Came from Import Order (2.3). */
  public NewOrder imported() {
    imported = true;
    return this;
  }

  /** In this status whatever was paid: PENDING, REJECTED. */
  public NewOrder being(String otherStatus) {
    status = otherStatus;
    return this;
  }
}
