package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Charge;
import io.shopbooks.sale.Line;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;

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
    assertThat(read("us/orders/fee-negative-taxable.json").meta())
        .containsOnlyKeys("is_vat_exempt");
    assertThat(sale.lines().get(0).meta())
        .containsEntry("Engraving", "Ünï \"A\"")
        .doesNotContainKey("_addon");
  }

  private Sale read(String file) {
    return shops.read(connection, Recorded.stored(file));
  }

  private static Money usd(String amount) {
    return Money.of(amount, USD);
  }
}
