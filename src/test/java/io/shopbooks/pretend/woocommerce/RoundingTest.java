package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the shop rounds, and which rates count. */
class RoundingTest {

  private static final Buyer NEW_YORK = Buyer.at("John Guest", "New York", "NY", "US");
  private static final Buyer KNOXVILLE = Buyer.at("Ann Knox", "Knoxville", "TN", "US");
  private static final Buyer LOS_ANGELES = Buyer.at("Maria Lopez", "Los Angeles", "CA", "US");
  private static final Buyer AUSTIN = Buyer.at("Bob Austin", "Austin", "TX", "US");
  private static final Buyer PORTLAND = Buyer.at("Pat Port", "Portland", "OR", "US");
  private static final Buyer WASHINGTON = Buyer.at("Wes Wash", "Washington", "WA", "US");
  private static final Buyer LONDON = Buyer.at("Oliver Brown", "London", "", "GB");

  private final MovableClock clock = MovableClock.at("2026-11-22T00:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {4, 6})
  @DisplayName("5 net and taxes are kept unrounded, the line's tax rounded half down")
  void net_and_taxes_are_kept_unrounded(int decimals) {
    var shop = PretendWooCommerce.open(Store.gb(), clock);
    var id = shop.sells(anOrder().of("TSHIRT-01", 3).shippedFor("4.79").to(LONDON));

    var shown = Recording.money(Recording.shown(shop, id, decimals));

    var recorded = Recording.money(Recording.of("gb/orders-dp/dp" + decimals));
    assertThat(Recording.differences(shown, recorded)).isEmpty();
  }

  @Test
  @DisplayName("5 a shop that shows four decimals counts with four")
  void a_shop_that_shows_four_decimals_counts_with_four() {
    var shop = PretendWooCommerce.open(Store.us(), clock);
    shop.sets("woocommerce_price_num_decimals", "4");
    var order =
        anOrder().of("RND-A").of("POLO-2299").withCoupon("third").shippedFor("5.99").to(KNOXVILLE);

    assertThat(Recording.differences(shop, order, "us/orders-dp/made-with-4-decimals")).isEmpty();
  }

  @Test
  @DisplayName("5 rounded at the subtotal, the polo order is a cent more, and its parts are not")
  void rounded_at_the_subtotal_the_polo_order_is_a_cent_more() {
    var shop = PretendWooCommerce.open(Store.us().roundingTaxAtSubtotal(), clock);
    var order =
        Recording.shown(
            shop,
            shop.sells(anOrder().of("POLO-2299").of("LAMP-3571").shippedFor("5.99").to(KNOXVILLE)),
            2);

    assertThat(order.path("total").asText()).isEqualTo("71.00");
    assertThat(order.path("total_tax").asText()).isEqualTo("6.31");
    assertThat(order.path("cart_tax").asText()).isEqualTo("5.72");
    assertThat(order.path("shipping_tax").asText()).isEqualTo("0.58");
    assertThat(taxLines(order)).isEqualByComparingTo("6.30");
  }

  @Test
  @DisplayName("5 rounded at the subtotal, half cents make a total that is no sum of its lines")
  void rounded_at_the_subtotal_half_cents_make_a_total_that_is_no_sum() {
    var shop = PretendWooCommerce.open(Store.us().roundingTaxAtSubtotal(), clock);
    var order =
        Recording.shown(
            shop,
            shop.sells(
                anOrder()
                    .of("RND-A")
                    .of("RND-B")
                    .of("TEN-CENT", 3)
                    .shippedFor("5.99")
                    .to(PORTLAND)),
            2);

    assertThat(order.path("total").asText()).isEqualTo("19.10");
    assertThat(sum(order.path("line_items"), "total")).isEqualByComparingTo("13.12");
  }

  @Test
  @DisplayName("5 compound QST is counted on the price with GST")
  void compound_qst_is_counted_on_the_price_with_gst() {
    var shop = PretendWooCommerce.open(Store.caQc().withCompoundRates(), clock);
    var order =
        Recording.shown(
            shop,
            shop.sells(
                anOrder()
                    .of("LAMP-3571", 1, "164.75")
                    .to(Buyer.at("Amélie Roy", "Montréal", "QC", "CA"))),
            2);

    assertThat(order.path("tax_lines").path(0).path("tax_total").asText()).isEqualTo("8.24");
    assertThat(order.path("tax_lines").path(1).path("tax_total").asText()).isEqualTo("17.26");
    assertThat(order.path("tax_lines").path(1).path("compound").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("5 of the rates of one priority only the most specific applies")
  void of_the_rates_of_one_priority_only_the_most_specific_applies() {
    var gst = rate(1, "CA", "", "5", "GST");
    var hst = rate(2, "CA", "ON", "13", "HST");

    var rates = Rates.at(new Place("CA", "ON", "Toronto", ""), "", List.of(gst, hst));

    assertThat(rates.inOrder()).containsExactly(hst);
  }

  @Test
  @DisplayName("5 a compound rate within a price is taken off before the others")
  void a_compound_rate_within_a_price_is_taken_off_before_the_others() {
    var rates =
        new Rates(
            List.of(
                rate(1, "CA", "", "5", "GST"),
                rate(2, "CA", "QC", "9.975", "QST").second().compounded()));
    var net = new BigDecimal("164.75");
    var gross = net.add(rates.on(net).sum());

    var within = rates.within(gross);

    assertThat(gross.subtract(within.sum())).isEqualByComparingTo(net);
    assertThat(within.byRate().get(2)).isEqualByComparingTo(rates.on(net).byRate().get(2));
  }

  @Test
  @DisplayName("5 a London shop selling to Hungary takes its own VAT off and puts theirs on")
  void a_london_shop_selling_to_hungary_takes_its_own_vat_off() {
    var shop = PretendWooCommerce.open(Store.gb(), clock);
    var order =
        Recording.shown(
            shop,
            shop.sells(anOrder().of("TSHIRT-01").to(Buyer.at("Nagy Éva", "Pécs", "", "HU"))),
            2);

    assertThat(order.path("line_items").path(0).path("total").asText()).isEqualTo("13.33");
    assertThat(order.path("line_items").path(0).path("total_tax").asText()).isEqualTo("3.60");
  }

  @Test
  @DisplayName("4.4 a credit above the cart makes a total of -0.01")
  void a_credit_above_the_cart_makes_a_total_below_zero() {
    var shop = PretendWooCommerce.open(Store.us(), clock);
    var id =
        shop.sells(anOrder().of("TSHIRT-01").withFee("Store credit", "-500").shippedFor("5.99"));

    assertThat(shop.order(id).total()).isEqualByComparingTo("-0.01");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261122})
  @DisplayName("4 with net prices rounded per line, the total is the sum of its shown parts")
  void with_net_prices_rounded_per_line_the_total_is_the_sum_of_its_parts(long seed) {
    for (var store : List.of(Store.us(), Store.caQc(), Store.kw())) {
      var shop = PretendWooCommerce.open(store, clock);
      for (var id : new ShopLife(shop, seed).sells(60)) {
        var order = Json.read(shop.json(id));

        var parts =
            sum(order.path("line_items"), "total")
                .add(sum(order.path("fee_lines"), "total"))
                .add(sum(order.path("shipping_lines"), "total"))
                .add(Amounts.of(order.path("total_tax")));

        assertThat(parts)
            .as("order %s of %s, seed %d", id, store.kind, seed)
            .isEqualByComparingTo(order.path("total").asText());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  @DisplayName("5 whatever the rounding, total and parts differ by a unit per line at most")
  void whatever_the_rounding_total_and_parts_differ_by_a_unit_per_line_at_most(long seed) {
    for (var store :
        List.of(
            Store.us().roundingTaxAtSubtotal(),
            Store.gb(),
            Store.jp(),
            Store.gb().roundingTaxAtSubtotal())) {
      var shop = PretendWooCommerce.open(store, clock);
      for (var id : new ShopLife(shop, seed).sells(60)) {
        var order = Json.read(shop.json(id));
        var parts =
            sum(order.path("line_items"), "total")
                .add(sum(order.path("fee_lines"), "total"))
                .add(sum(order.path("shipping_lines"), "total"))
                .add(Amounts.of(order.path("total_tax")));
        var unit = BigDecimal.ONE.movePointLeft(store.kind.currency.decimals());
        var room = unit.multiply(BigDecimal.valueOf(order.path("line_items").size() + 2L));

        assertThat(parts.subtract(Amounts.of(order.path("total"))).abs())
            .as("order %s of %s, seed %d", id, store.kind, seed)
            .isLessThanOrEqualTo(room);
      }
    }
  }

  @Test
  @DisplayName("4 yen have no decimals, dinars three")
  void yen_have_no_decimals_dinars_three() {
    var tokyo = PretendWooCommerce.open(Store.jp(), clock);
    var kuwait = PretendWooCommerce.open(Store.kw(), clock);

    var yen = tokyo.sells(anOrder().of("TSHIRT-01").to(Buyer.at("Ito Yui", "Tokyo", "", "JP")));
    var dinars = kuwait.sells(anOrder().of("TSHIRT-01").to(Buyer.at("A B", "Dubai", "", "AE")));

    assertThat(Json.read(tokyo.json(yen)).path("total").asText()).matches("\\d+");
    assertThat(Json.read(kuwait.json(dinars)).path("total").asText()).matches("\\d+\\.\\d{3}");
  }

  private static TaxRate rate(int id, String country, String state, String percent, String name) {
    return new TaxRate(
        id,
        country,
        state,
        List.of(),
        List.of(),
        new BigDecimal(percent),
        name,
        1,
        false,
        true,
        "standard");
  }

  private static BigDecimal taxLines(JsonNode order) {
    return sum(order.path("tax_lines"), "tax_total")
        .add(sum(order.path("tax_lines"), "shipping_tax_total"));
  }

  private static BigDecimal sum(JsonNode lines, String field) {
    var sum = BigDecimal.ZERO;
    for (var line : lines) {
      sum = sum.add(Amounts.of(line.path(field)));
    }
    return sum;
  }
}
