package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Charge;
import io.shopbooks.sale.Line;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded orders, read as sales through the mappings that are shipped. */
class ReadingSalesTest {

  private static final Currency USD = Currency.getInstance("USD");

  private final Connection connection = AConnection.toSomeShop();
  private final Shops shops =
      new Shops(
          Settings.usual(),
          new Mappings(Path.of("mappings"), Settings.usual()),
          Clock.systemUTC(),
          time -> {});

  static Stream<Recorded.Order> orders() {
    return Recorded.orders().stream();
  }

  static Stream<Recorded.Order> refunds() {
    return Recorded.refunds().stream();
  }

  @Test
  void the_recorded_orders_and_refunds_are_many() {
    assertThat(Recorded.orders()).hasSizeGreaterThan(100);
    assertThat(Recorded.refunds()).hasSizeGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void every_recorded_order_is_read_and_its_parts_add_up_to_its_total(Recorded.Order order) {
    var sale = shops.read(connection, order.json());

    var parts = new ArrayList<Money>();
    sale.lines().forEach(line -> parts.add(line.total()));
    sale.shipping().forEach(shipping -> parts.add(shipping.total()));
    sale.fees().forEach(fee -> parts.add(fee.total()));
    parts.add(sale.totalTax());
    var difference = sale.total().minus(Money.sum(parts, sale.currency()));
    if (!difference.isZero()) {
      System.out.println("Rounded by the shop itself: " + order + " by " + difference);
    }
    var unit = BigDecimal.ONE.movePointLeft(2);
    var allowed =
        new Money(unit, sale.currency()).times(BigDecimal.valueOf(sale.lines().size() + 1));
    assertThat(difference.absolute()).isLessThanOrEqualTo(allowed);
    assertThat(sale.roundingDifference().absolute()).isLessThanOrEqualTo(allowed);
  }

  @ParameterizedTest
  @MethodSource("refunds")
  void every_recorded_refund_is_read_with_positive_amounts(Recorded.Order order) {
    var sale = shops.read(connection, order.json());

    assertThat(sale.refunds()).hasSize(1);
    var refund = sale.refunds().get(0);
    assertThat(refund.amount().isPositive()).isTrue();
    assertThat(refund.lines()).noneMatch(line -> line.total().isNegative());
    assertThat(refund.lines()).noneMatch(line -> line.tax().isNegative());
    assertThat(refund.lines()).noneMatch(line -> line.quantity().signum() < 0);
    assertThat(refund.shipping()).noneMatch(shipping -> shipping.total().isNegative());
    assertThat(refund.rates()).noneMatch(rate -> rate.tax().isNegative());
  }

  @Test
  void an_order_reads_as_the_shop_told_it() {
    var sale = read("us/orders/guest-nyc-two-rates.json");

    assertThat(sale.key()).hasToString("shop.example/41");
    assertThat(sale.number()).isEqualTo("41");
    assertThat(sale.status()).isEqualTo("on-hold");
    assertThat(sale.total()).isEqualTo(usd("28.28"));
    assertThat(sale.totalTax()).isEqualTo(usd("2.30"));
    assertThat(sale.pricesIncludeTax()).isFalse();
    assertThat(sale.isPaid()).isFalse();
    assertThat(sale.payment().gateway()).isEqualTo("bacs");
    assertThat(sale.payment().title()).isEqualTo("Direct bank transfer");
    assertThat(sale.buyer().id()).isEmpty();
    assertThat(sale.buyer().taxExempt()).isFalse();
    assertThat(sale.buyer().billing().person()).isEqualTo("John Guest");
    assertThat(sale.buyer().billing().country()).isEqualTo("US");
    assertThat(sale.lines()).singleElement().extracting(Line::name).isEqualTo("T-Shirt Classic");
    assertThat(sale.lines().get(0).product().sku()).isEqualTo("TSHIRT-01");
    assertThat(sale.lines().get(0).taxes()).extracting("rate").containsExactly("1", "2");
    assertThat(sale.shipping())
        .singleElement()
        .extracting(Charge::method, Charge::total, Charge::tax)
        .containsExactly("flat_rate", usd("5.99"), usd("0.53"));
    assertThat(sale.rates()).extracting("label").containsExactly("NY State Tax", "NYC City Tax");
    assertThat(sale.rates().get(1).percent()).isEqualByComparingTo("4.875");
  }

  @Test
  void a_date_near_new_year_is_the_one_in_gmt() {
    var sale = read("us/orders/admin-manual-discount-backdated.json");

    assertThat(sale.created()).isEqualTo(Instant.parse("2026-01-01T04:30:00Z"));
  }

  @Test
  void a_refund_of_one_line_names_the_line_of_the_order() {
    var sale = read("us/orders/refund-partial-line.json");

    var refund = sale.refunds().get(0);
    assertThat(refund.amount()).isEqualTo(usd("21.76"));
    assertThat(refund.reason()).isEqualTo("One damaged");
    assertThat(refund.paidBack()).isFalse();
    assertThat(refund.created()).isEqualTo(Instant.parse("2026-11-21T23:44:04Z"));
    var line = refund.lines().get(0);
    assertThat(line.id()).isEqualTo(sale.lines().get(0).id()).isEqualTo("173");
    assertThat(line.quantity()).isEqualByComparingTo("1");
    assertThat(line.total()).isEqualTo(usd("19.99"));
    assertThat(line.tax()).isEqualTo(usd("1.77"));
    assertThat(line.taxes()).extracting("amount").containsExactly(usd("0.80"), usd("0.97"));
  }

  @Test
  void a_refund_of_shipping_and_a_fee_names_both() {
    var sale = read("us/orders/refund-shipping-and-fee.json");

    var refund = sale.refunds().get(0);
    assertThat(refund.lines()).isEmpty();
    assertThat(refund.shipping()).extracting(Charge::total).containsExactly(usd("5.99"));
    assertThat(refund.shipping().get(0).id()).isEqualTo(sale.shipping().get(0).id());
    assertThat(refund.fees()).extracting(Charge::total).containsExactly(usd("3.50"));
    assertThat(refund.fees().get(0).id()).isEqualTo(sale.fees().get(0).id());
  }

  @Test
  void a_refund_without_lines_has_its_amount_only() {
    var refund = read("us/orders/refund-by-status.json").refunds().get(0);

    assertThat(refund.amount()).isEqualTo(usd("50.05"));
    assertThat(refund.reason()).isEqualTo("Order fully refunded.");
    assertThat(refund.lines()).isEmpty();
    assertThat(refund.rates()).isEmpty();
  }

  @Test
  void a_refund_of_tax_alone_has_a_quantity_of_zero() {
    var refunds =
        Recorded.stored(
            Recorded.json("us/orders/rest-30-lines.json"),
            Json.MAPPER.createArrayNode().add(Recorded.json("us/refunds/create-tax-only.json")));

    var line = shops.read(connection, refunds).refunds().get(0).lines().get(0);
    assertThat(line.quantity()).isZero();
    assertThat(line.total()).isEqualTo(usd("0"));
    assertThat(line.tax()).isEqualTo(usd("3.17"));
  }

  @Test
  void refunds_come_oldest_first_whatever_the_shop_lists_first() {
    var newest = Recorded.order("us/refunds/create-amount-only.json");
    var oldest = newest.deepCopy().put("id", 9).put("date_created_gmt", "2026-01-02T00:00:00");
    var refunds = Json.MAPPER.createArrayNode().add(newest).add(oldest);

    var sale =
        shops.read(
            connection, Recorded.stored(Recorded.json("us/orders/rest-30-lines.json"), refunds));

    assertThat(sale.refunds())
        .extracting(Refund::id)
        .containsExactly("9", newest.path("id").asText());
  }

  @Test
  void discounts_come_from_the_lines_and_coupons_only_inform() {
    var sale = read("us/orders/coupon-percent.json");

    assertThat(sale.coupons()).isNotEmpty();
    var discounts = Money.sum(sale.lines().stream().map(Line::discount).toList(), USD);
    assertThat(discounts).isEqualTo(sale.coupons().get(0).discount());
    assertThat(read("us/orders/rest-line-total-override.json").lines().get(0).discount())
        .isEqualTo(usd("9.98"));
  }

  @Test
  void a_negative_fee_stays_negative() {
    var fee = read("us/orders/fee-negative-taxable.json").fees().get(0);

    assertThat(fee.name()).isEqualTo("Loyalty discount");
    assertThat(fee.total()).isEqualTo(usd("-4"));
    assertThat(fee.tax()).isEqualTo(usd("-0.36"));
  }

  @Test
  void a_free_order_has_no_gateway_and_a_payment_date() {
    var sale = read("us/orders/coupon-100-free.json");

    assertThat(sale.total().isZero()).isTrue();
    assertThat(sale.payment().gateway()).isEmpty();
    assertThat(sale.isPaid()).isTrue();
  }

  @Test
  void a_deleted_product_leaves_its_name() {
    var line = read("us/orders/deleted-product.json").lines().get(0);

    assertThat(line.name()).isEqualTo("Old Lamp (to be deleted)");
    assertThat(line.product().id()).isEmpty();
    assertThat(line.product().sku()).isEmpty();
  }

  @Test
  void a_variation_names_itself_and_its_parent() {
    var product = read("us/orders/variations.json").lines().get(0).product();

    assertThat(product.id()).isNotEmpty();
    assertThat(product.variation()).isNotEmpty().isNotEqualTo(product.id());
  }

  @Test
  void an_exempt_buyer_is_known() {
    assertThat(read("us/orders/rest-vat-exempt.json").buyer().taxExempt()).isTrue();
  }

  @Test
  void two_packages_are_two_shippings() {
    assertThat(read("us/orders/two-packages.json").shipping()).hasSize(2);
  }

  @Test
  void entities_are_decoded_once_and_tags_are_gone() {
    var company = read("us/orders/registered-company-multiqty.json");
    assertThat(company.buyer().billing().company()).isEqualTo("Lopez & Sons, LLC");
    assertThat(company.note()).contains("\n").endsWith("\"quoted\" & html");

    var unicode = read("us/orders/unicode-names.json");
    assertThat(unicode.lines().get(0).name()).isEqualTo("Café “Ñandú” 日本茶 – 100 g 🎁 & Co bold");
    assertThat(unicode.buyer().billing().lastName()).isEqualTo("Ødegård-Ağaoğlu 😀");
    assertThat(unicode.note()).isEqualTo("日本語メモ 🎁");

    var quotes = read("us/orders/registered-customer-rest.json").buyer().billing();
    assertThat(quotes.company()).isEqualTo("ACME \"Widgets\" GmbH & Co. KG");
    assertThat(quotes.lastName()).isEqualTo("O'Neill & Søn");
    assertThat(quotes.line1()).isEqualTo("1 Sunset <Blvd>");
  }

  @Test
  void extra_fields_are_kept_where_they_are_text_or_numbers() {
    var sale = read("us/orders/rest-fee-coupon-meta.json");

    assertThat(sale.meta())
        .containsEntry("_stripe_fee", "1.17")
        .containsEntry("_vat_number", "DE123456789")
        .doesNotContainKey("nested");
    assertThat(sale.lines().get(0).meta())
        .containsEntry("Engraving", "Ünï \"A\"")
        .doesNotContainKey("_addon");
  }

  @Test
  void stored_amounts_keep_every_decimal() {
    var line = read("us/orders/half-cent-price--dp6.json").lines().get(0);

    assertThat(line.total().text()).isEqualTo("2.675000");
    assertThat(line.tax().text()).isEqualTo("0.240000");
    assertThat(line.taxes().get(1).amount().text()).isEqualTo("0.130406");
  }

  @Test
  void no_amount_touches_floating_point() {
    var order = Recorded.order("us/orders/rest-pending.json");
    // A double holds neither of these: 0.1 + 0.2 is one of its famous sums.
    order.put("total", "123456789012345678901234567890.123456789012345678901234567890");
    line(order).put("total", "0.30000000000000000001");
    line(order).put("quantity", new BigDecimal("2.7500000000000000000000001"));
    ((ObjectNode) order.path("tax_lines").get(0))
        .put("rate_percent", new BigDecimal("4.87500000000000000001"));

    var text = Json.write(order);
    assertThat(text).contains("2.7500000000000000000000001");
    var json = "{\"order\":" + text + ",\"refunds\":[]}";
    var sale = shops.read(connection, json);

    assertThat(sale.total().amount())
        .isEqualTo(new BigDecimal("123456789012345678901234567890.123456789012345678901234567890"));
    assertThat(sale.lines().get(0).total().amount())
        .isEqualTo(new BigDecimal("0.30000000000000000001"));
    assertThat(sale.lines().get(0).quantity())
        .isEqualTo(new BigDecimal("2.7500000000000000000000001"));
    assertThat(sale.rates().get(0).percent()).isEqualTo(new BigDecimal("4.87500000000000000001"));
    assertThat(shops.saleJson(connection, json))
        .contains("\"quantity\": 2.7500000000000000000000001")
        .contains("\"percent\": 4.87500000000000000001");
  }

  @ParameterizedTest
  @CsvSource({"JPY,5453,0", "USD,28.28,2", "KWD,4.331,3"})
  void currencies_have_their_own_decimals(String currency, String total, int decimals) {
    var order = Recorded.order("us/orders/rest-pending.json");
    order.put("currency", currency).put("total", total);

    var sale = shops.read(connection, Recorded.stored(order, Json.MAPPER.createArrayNode()));

    assertThat(sale.total().decimals()).isEqualTo(decimals);
    assertThat(sale.total()).hasToString(total + " " + currency);
    assertThat(sale.total().rounded()).isEqualTo(sale.total());
  }

  @Test
  void a_shop_that_rounds_at_subtotal_misses_its_total_by_a_cent() {
    var order = Recorded.order("us/orders/polo-knoxville.json");
    order.put("total", "71.00").put("total_tax", "6.31");
    var half = Recorded.order("us/orders/half-cent-lines-no-tax.json").put("total", "19.10");

    assertThat(read(order).roundingDifference()).isEqualTo(usd("0"));
    assertThat(read(half).roundingDifference()).isEqualTo(usd("-0.01"));
  }

  @Test
  void the_golden_text_is_the_same_every_time_and_keeps_its_zeros() {
    var json = Recorded.stored("us/orders/refund-partial-line.json");

    var text = shops.saleJson(connection, json);

    assertThat(text).isEqualTo(shops.saleJson(connection, json)).endsWith("}\n");
    assertThat(text).contains("\"total\": \"75.40\"").contains("\"amount\": \"2.40\"");
    assertThat(text).doesNotContain("\r").doesNotContain("null");
    assertThat(text.lines().toList())
        .startsWith(
            "{", "  \"id\": \"79\",", "  \"number\": \"79\",", "  \"status\": \"completed\",");
  }

  private Sale read(String file) {
    return shops.read(connection, Recorded.stored(file));
  }

  private Sale read(ObjectNode order) {
    return shops.read(connection, Recorded.stored(order, Json.MAPPER.createArrayNode()));
  }

  private static ObjectNode line(ObjectNode order) {
    return (ObjectNode) order.path("line_items").get(0);
  }

  private static Money usd(String amount) {
    return Money.of(amount, USD);
  }
}
