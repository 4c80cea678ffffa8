package io.shopbooks.properties;

import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.PretendWooCommerce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/**
 * Sells orders of any shape in a shop: lines, quantities, prices, rates, coupons, fees, currencies,
 * and the shop's ways of entering prices and rounding tax.
 */
final class AnyOrder {

  private static final List<String> GOODS =
      List.of("TSHIRT-01", "EBOOK-01", "CAFÉ-ÑANDÚ/100", "RND-A", "GIFT-50", "INSUR", "SOFA");
  private static final List<String> GATEWAYS =
      List.of("stripe", "stripe", "stripe", "paypal", "paypal", "cod", "bacs");
  private static final List<String> COUPONS = List.of("A-TENTH", "A-THIRD", "A-UNIT", "PER-PIECE");

  private final Place place;
  private final PretendWooCommerce shop;
  private final Random random;
  private boolean settled;

  AnyOrder(Place place, PretendWooCommerce shop, long seed) {
    this.place = place;
    this.shop = shop;
    this.random = new Random(seed);
    shop.goods().offers("A-TENTH", "percent", "10");
    shop.goods().offers("A-THIRD", "percent", "33.33");
    shop.goods().offers("A-UNIT", "fixed_cart", price(new BigDecimal("1.37"), place.decimals()));
    shop.goods().offers("PER-PIECE", "fixed_product", price(BigDecimal.ONE, place.decimals()));
  }

  /**
   * The merchant's ways stay the same for all orders: WooCommerce tells the taxes of old orders
   * anew once they are changed.
   */
  AnyOrder settled() {
    chooseWays();
    settled = true;
    return this;
  }

  /** The id of one more order. */
  int sell() {
    if (!settled) {
      chooseWays();
    }
    var order = NewOrder.anOrder().to(place.buyer(random.nextInt(30)));
    for (var line = 1 + random.nextInt(rarely(8) ? 12 : 3); line > 0; line--) {
      order.of(one(GOODS), rarely(3) ? 1 + random.nextInt(12) : 1, price());
    }
    extras(order);
    var currency = one(place.currencies());
    order.in(currency);
    var gateway = one(GATEWAYS);
    if (rarely(5)) {
      order.toBePaidBy(gateway);
    } else {
      order.paidBy(gateway).withGatewayFee();
    }
    return shop.sells(order);
  }

  private void chooseWays() {
    shop.sets("woocommerce_tax_round_at_subtotal", yesOrNo());
    shop.sets("woocommerce_prices_include_tax", yesOrNo());
  }

  private void extras(NewOrder order) {
    for (var packages = random.nextInt(3); packages > 0; packages--) {
      order.shippedFor(price(new BigDecimal("5.99"), place.decimals()));
    }
    if (rarely(4)) {
      order.withCoupon(one(COUPONS));
    }
    if (rarely(12)) {
      order.withCoupon("A-UNIT").withCoupon("A-TENTH");
    }
    if (rarely(5)) {
      order.withFee("Gift wrap", price(new BigDecimal("3.50"), place.decimals()), rarely(2));
    }
    if (rarely(9)) {
      order.withFee("Loyalty", "-" + price(new BigDecimal("0.45"), place.decimals()), rarely(2));
    }
    if (rarely(20)) {
      order.exempt();
    }
  }

  /** From some hundredths to some thousands; now and then of half a smallest unit. */
  private String price() {
    var size = new BigDecimal(one(List.of("1", "10", "10", "100", "1000")));
    var exact = size.multiply(BigDecimal.valueOf(1 + random.nextInt(9999), 4));
    var finest = rarely(10) ? place.decimals() + 1 : place.decimals();
    return price(exact.add(BigDecimal.ONE), finest);
  }

  private String price(BigDecimal dollars, int finest) {
    var local = place == Place.JAPAN ? dollars.multiply(BigDecimal.valueOf(150)) : dollars;
    return local.setScale(finest, RoundingMode.HALF_UP).toPlainString();
  }

  private String yesOrNo() {
    return random.nextBoolean() ? "yes" : "no";
  }

  private boolean rarely(int onceIn) {
    return random.nextInt(onceIn) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
