package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a buyer is about to pay for.
 *
 * @param taxedAt the place whose rates apply
 * @param exempt whether the buyer pays no tax (order meta `is_vat_exempt`)
 * @param capsFees whether negative fees stop at goods and shipping: checkouts do, REST does not
 */
record Cart(
    List<Item> items,
    List<Coupon> coupons,
    List<Shipping> shipping,
    List<Fee> fees,
    Place taxedAt,
    boolean exempt,
    boolean capsFees) {

  /**
   * Pieces of one product.
   *
   * @param price of one piece, as the shop enters prices
   * @param netSubtotal given net by whoever made the order; then the price does not count
   * @param netTotal likewise
   */
  record Item(
      Goods goods,
      BigDecimal quantity,
      BigDecimal price,
      Optional<BigDecimal> netSubtotal,
      Optional<BigDecimal> netTotal) {

    boolean isGiven() {
      return netSubtotal.isPresent() || netTotal.isPresent();
    }
  }

  /** A way of shipping and its net cost. */
  record Shipping(String methodId, String title, String instanceId, BigDecimal net) {

    /** Local pickup is not taxed (seen in the recorded orders). */
    boolean isTaxed() {
      return !methodId.equals("local_pickup");
    }
  }

  /**
   * A fee, net; negative ones are discounts, credits or rebates.
   *
   * @param raw the text of the field `amount`: "-4" from a cart, "" over REST
   */
  record Fee(String name, BigDecimal net, boolean taxable, String taxClass, String raw) {}
}
