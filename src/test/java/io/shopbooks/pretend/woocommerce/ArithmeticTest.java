package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shop counts as the recorded shops did, from the same inputs. */
class ArithmeticTest {

  private static final Buyer NEW_YORK = Buyer.at("John Guest", "New York", "NY", "US");
  private static final Buyer KNOXVILLE = Buyer.at("Ann Knox", "Knoxville", "TN", "US");
  private static final Buyer LOS_ANGELES = Buyer.at("Maria Lopez", "Los Angeles", "CA", "US");
  private static final Buyer AUSTIN = Buyer.at("Bob Austin", "Austin", "TX", "US");
  private static final Buyer PORTLAND = Buyer.at("Pat Port", "Portland", "OR", "US");
  private static final Buyer WASHINGTON = Buyer.at("Wes Wash", "Washington", "WA", "US");
  private static final Buyer LONDON = Buyer.at("Oliver Brown", "London", "", "GB");

  private final MovableClock clock = MovableClock.at("2026-11-22T00:00:00Z");

  static Stream<Arguments> ofNewYork() {
    return Stream.of(
        Arguments.of("guest-nyc-two-rates", anOrder().of("TSHIRT-01").shippedFor("5.99")),
        Arguments.of(
            "polo-knoxville",
            anOrder().of("POLO-2299").of("LAMP-3571").shippedFor("5.99").to(KNOXVILLE)),
        Arguments.of(
            "half-cent-lines-no-tax",
            anOrder().of("RND-A").of("RND-B").of("TEN-CENT", 3).shippedFor("5.99").to(PORTLAND)),
        Arguments.of(
            "half-cent-rounding",
            anOrder()
                .of("RND-A", 1, "2.68")
                .of("RND-B", 3, "10.06")
                .of("TEN-CENT", 7, "0.10")
                .shippedFor("5.99")
                .to(KNOXVILLE)),
        Arguments.of("half-cent-price", anOrder().of("RND-A").of("RND-A", 3).via("rest-api")),
        Arguments.of(
            "coupon-percent",
            anOrder()
                .of("STICKER", 7)
                .of("TSHIRT-01")
                .of("HEAD-01")
                .withCoupon("ten-percent")
                .shippedFor("5.99")),
        Arguments.of(
            "coupon-fixed-cart-split",
            anOrder()
                .of("STICKER")
                .of("TSHIRT-01")
                .of("LAMP-3571")
                .withCoupon("fixed-cart")
                .shippedFor("5.99")
                .to(AUSTIN)),
        Arguments.of(
            "coupon-100-free",
            anOrder().of("TSHIRT-01", 2).withCoupon("all-free").shippedFor("5.99")),
        Arguments.of(
            "freeship-coupon",
            anOrder().of("HEAD-01").withCoupon("freeship").shippedFor("5.99").to(WASHINGTON)),
        Arguments.of(
            "fee-positive-taxable",
            anOrder().of("TSHIRT-01").withFee("Gift wrap", "3.5").shippedFor("5.99")),
        Arguments.of(
            "fee-negative-taxable",
            anOrder()
                .of("TSHIRT-01")
                .of("LAMP-3571")
                .withFee("Loyalty discount", "-4")
                .shippedFor("5.99")),
        Arguments.of(
            "two-packages",
            anOrder().of("TSHIRT-01").of("HEAD-01").shippedFor("5.99").shippedFor("5.99")),
        Arguments.of(
            "variations",
            anOrder().of("HOODIE-RED-S").ofProduct(28, 31, 2).of("HOODIE-GRÜN").shippedFor("5.99")),
        Arguments.of("virtual-only", anOrder().of("EBOOK-01").of("GIFT-50")),
        Arguments.of(
            "unicode-names", anOrder().of("CAFÉ-ÑANDÚ/100", 2).shippedFor("5.99").to(WASHINGTON)),
        Arguments.of("local-pickup", anOrder().of("SOFA").pickedUp()),
        Arguments.of(
            "backorder",
            anOrder()
                .of("CHAIR-BO", 3)
                .shippedFor("5.99")
                .to(Buyer.at("Sam Fog", "San Francisco", "CA", "US"))),
        Arguments.of(
            "registered-company-multiqty",
            anOrder()
                .of("STICKER", 3)
                .of("TSHIRT-01", 2)
                .ofProduct(14, 0, 1)
                .shippedFor("5.99")
                .to(LOS_ANGELES)),
        Arguments.of("rest-vat-exempt", anOrder().of("TSHIRT-01").exempt().via("rest-api")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofNewYork")
  @DisplayName("5 a cart comes to what it came to in New York")
  void a_cart_comes_to_what_it_came_to_in_new_york(String name, NewOrder order) {
    var shop = PretendWooCommerce.open(Store.us(), clock);

    assertThat(Recording.differences(shop, order, "us/orders/" + name)).isEmpty();
  }

  static Stream<Arguments> ofLondon() {
    return Stream.of(
        Arguments.of("vat-basic", anOrder().of("TSHIRT-01", 3).shippedFor("4.79").to(LONDON)),
        Arguments.of(
            "eu-france",
            anOrder()
                .of("HEAD-01")
                .shippedFor("4.79")
                .to(Buyer.at("Marie Curie", "Paris", "", "FR"))),
        Arguments.of("export-us", anOrder().of("TSHIRT-01").shippedFor("4.79").to(NEW_YORK)),
        Arguments.of("gift-card-none", anOrder().of("GIFT-50").of("EBOOK-01").to(LONDON)),
        Arguments.of("one-pound", anOrder().of("LAMP-3571", 1, "1.00").pickedUp().to(LONDON)),
        Arguments.of(
            "penny-trap-64668",
            anOrder().of("LAMP-3571", 10, "23.90").withCoupon("quarter").pickedUp().to(LONDON)),
        Arguments.of(
            "variations",
            anOrder().of("HOODIE-RED-S", 2).of("HOODIE-GRÜN").shippedFor("4.79").to(LONDON)),
        Arguments.of(
            "vat-fixed-cart-coupon",
            anOrder()
                .of("TSHIRT-01")
                .of("CAFÉ-ÑANDÚ/100")
                .of("EBOOK-01")
                .withCoupon("fixed-cart")
                .shippedFor("4.79")
                .to(LONDON)),
        Arguments.of("rest-created-incl", anOrder().of("TSHIRT-01", 3).via("rest-api").to(LONDON)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofLondon")
  @DisplayName("5 a cart of prices with tax comes to what it came to in London")
  void a_cart_of_prices_with_tax_comes_to_what_it_came_to_in_london(String name, NewOrder order) {
    var shop = PretendWooCommerce.open(Store.gb(), clock);
    shop.goods().offers("quarter", "percent", "25.00");

    assertThat(Recording.differences(shop, order, "gb/orders/" + name)).isEmpty();
  }

  @Test
  @DisplayName("4.3 stacked coupons each see the full price, and what is left over is spread")
  void stacked_coupons_come_to_what_they_came_to() {
    var shop = PretendWooCommerce.open(Store.us(), clock);
    shop.sets("woocommerce_price_num_decimals", "2");
    var id =
        shop.sells(
            anOrder()
                .of("POLO-2299", 3)
                .of("RND-B", 3, "10.06")
                .withCoupon("third")
                .withCoupon("fixed-product")
                .shippedFor("5.99")
                .to(KNOXVILLE));
    shop.sets("woocommerce_price_num_decimals", "4");

    var shown = Recording.money(Recording.shown(shop, id, 4));

    var recorded = Recording.money(Recording.of("us/orders-dp/shop-decimals-4"));
    assertThat(Recording.differences(shown, recorded)).isEmpty();
  }

  @Test
  @DisplayName("4.4 a negative fee of a cart is taxed whatever its flag")
  void a_negative_fee_of_a_cart_is_taxed_whatever_its_flag() {
    var shop = PretendWooCommerce.open(Store.us(), clock);
    var order =
        Recording.shown(
            shop,
            shop.sells(
                anOrder()
                    .of("TSHIRT-01")
                    .of("LAMP-3571")
                    .withFee("Store credit", "-20", false)
                    .shippedFor("5.99")),
            2);

    var fee = order.path("fee_lines").path(0);
    assertThat(fee.path("total").asText()).isEqualTo("-20.00");
    assertThat(fee.path("total_tax").asText()).isEqualTo("-1.78");
    assertThat(fee.path("tax_status").asText()).isEqualTo("taxable");
  }
}
