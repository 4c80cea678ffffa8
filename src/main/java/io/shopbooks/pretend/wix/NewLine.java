package io.shopbooks.pretend.wix;

import java.math.BigDecimal;

/**
 * A line of an order to be made.
 *
 * @param app whose catalog it comes from; null for a custom line (2.3)
 * @param preset PHYSICAL, DIGITAL, GIFT_CARD, SERVICE
 * @param sku "" for none
 * @param price of one, in the order's currency
 * @param taxed whether the order's tax is charged on it
 * @param option paymentOption: FULL_PAYMENT_ONLINE, MEMBERSHIP, DEPOSIT_ONLINE...
 * @param weight "" or the true quantity of goods sold by weight, with quantity 1
 */
public record NewLine(
    String name,
    WixApp app,
    String preset,
    String sku,
    BigDecimal price,
    int quantity,
    boolean taxed,
    String option,
    String weight) {

  /** One physical product of Wix Stores. */
  public static NewLine of(String name, String price) {
    var sku = name.toUpperCase().replace(' ', '-');
    return new NewLine(
        name,
        WixApp.STORES_CATALOG,
        "PHYSICAL",
        sku,
        new BigDecimal(price),
        1,
        true,
        "FULL_PAYMENT_ONLINE",
        "");
  }

  /** A line typed in at the till, without a catalog and without an SKU. */
  public static NewLine custom(String name, String price) {
    return of(name, price).as(null, "UNRECOGNISED").sku("");
  }

  /** A service booked. */
  public static NewLine booking(String name, String price) {
    return of(name, price).as(WixApp.BOOKINGS, "SERVICE").sku("");
  }

  /** A gift card sold, which no tax is charged on. */
  public static NewLine giftCard(String price) {
    return of("Gift card", price).as(WixApp.GIFT_CARDS, "GIFT_CARD").sku("").untaxed();
  }

  /** The same from another app. */
  public NewLine as(WixApp otherApp, String otherPreset) {
    return new NewLine(name, otherApp, otherPreset, sku, price, quantity, taxed, option, weight);
  }

  /** The same with this SKU; "" for none. */
  public NewLine sku(String other) {
    return new NewLine(name, app, preset, other, price, quantity, taxed, option, weight);
  }

  /** So many of it. */
  public NewLine times(int count) {
    return new NewLine(name, app, preset, sku, price, count, taxed, option, weight);
  }

  /** No tax is charged on it. */
  public NewLine untaxed() {
    return new NewLine(name, app, preset, sku, price, quantity, false, option, weight);
  }

  /** Paid for in this way (paymentOption). */
  public NewLine option(String other) {
    return new NewLine(name, app, preset, sku, price, quantity, taxed, other, weight);
  }

  /** Sold by weight: one line of this many kilograms, for the line's price. */
  public NewLine weighing(String kilograms) {
    return new NewLine(name, app, preset, sku, price, 1, taxed, option, kilograms);
  }
}
