package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an eCommerce order says (`wix.md` 2.3, 8). */
class OrderTest {

  private OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private JsonNode sold(NewOrder order) {
    return order(site.wix.sells(order));
  }

  private JsonNode order(String id) {
    return site.get("/ecom/v1/orders/" + id).json().path("order");
  }

  private static BigDecimal amount(JsonNode order, String path) {
    return new BigDecimal(order.at(path + "/amount").asText());
  }

  @Test
  @DisplayName("2.3 a hat at 10 and a shirt at 20 is an approved, paid order of 30")
  void a_hat_and_a_shirt() {
    var order = sold(anOrder().of("Hat", "10").of("Shirt", "20"));

    assertThat(order.path("status").asText()).isEqualTo("APPROVED");
    assertThat(order.path("paymentStatus").asText()).isEqualTo("PAID");
    assertThat(order.path("lineItems")).hasSize(2);
    assertThat(order.at("/lineItems/1/productName/original").asText()).isEqualTo("Shirt");
    assertThat(order.at("/lineItems/0/physicalProperties/sku").asText()).isEqualTo("HAT");
    assertThat(amount(order, "/priceSummary/total")).isEqualByComparingTo("30");
    assertThat(amount(order, "/balanceSummary/paid")).isEqualByComparingTo("30");
    assertThat(order.path("number").isTextual()).isTrue();
  }

  @Test
  @DisplayName("2.3 amounts are strings of varying scale")
  void amounts_are_strings_of_varying_scale() {
    var order = sold(anOrder().of("Hat", "25").of("Mug", "35").of("Cup", "3.90").shippedFor("2"));

    assertThat(order.at("/lineItems/0/price/amount").isTextual()).isTrue();
    assertThat(order.at("/lineItems/0/price/amount").asText()).isEqualTo("25.0");
    assertThat(order.at("/lineItems/1/price/amount").asText()).isEqualTo("35.00");
    assertThat(order.at("/lineItems/2/price/amount").asText()).isEqualTo("3.9");
    assertThat(order.at("/lineItems/2/price/formattedAmount").asText()).isEqualTo("$3.90");
  }

  @Test
  @DisplayName("2.3 a coupon is already spread over the lines, to the cent")
  void a_coupon_is_already_spread_over_the_lines() {
    var order =
        sold(
            anOrder()
                .of(NewLine.of("Hat", "35").times(2))
                .of(NewLine.of("Shirt", "48.75").times(3))
                .discounted("FIVE", "10.81")
                .shippedFor("2")
                .taxed("VAT", "0.04"));

    assertThat(amount(order, "/priceSummary/subtotal")).isEqualByComparingTo("216.25");
    assertThat(amount(order, "/lineItems/0/totalPriceBeforeTax")).isEqualByComparingTo("66.50");
    assertThat(amount(order, "/lineItems/0/totalPriceAfterTax")).isEqualByComparingTo("69.16");
    var spread =
        amount(order, "/lineItems/0/totalDiscount")
            .add(amount(order, "/lineItems/1/totalDiscount"));
    assertThat(spread).isEqualByComparingTo("10.81");
    assertThat(amount(order, "/priceSummary/total"))
        .isEqualByComparingTo(
            amount(order, "/priceSummary/subtotal")
                .add(amount(order, "/priceSummary/shipping"))
                .add(amount(order, "/priceSummary/tax"))
                .subtract(amount(order, "/priceSummary/discount")));
  }

  @Test
  @DisplayName("8 where tax is included the subtotal is gross, and the lines tell both")
  void where_tax_is_included_the_subtotal_is_gross() {
    var order = sold(anOrder().of("Hat", "12").taxed("VAT", "0.20").taxIncluded());

    assertThat(order.path("taxIncludedInPrices").asBoolean()).isTrue();
    assertThat(amount(order, "/priceSummary/subtotal")).isEqualByComparingTo("12");
    assertThat(amount(order, "/priceSummary/total")).isEqualByComparingTo("12");
    assertThat(amount(order, "/lineItems/0/totalPriceBeforeTax")).isEqualByComparingTo("10");
    assertThat(amount(order, "/lineItems/0/taxInfo/taxAmount")).isEqualByComparingTo("2");
    assertThat(order.at("/lineItems/0/taxInfo/taxRate").asText()).isEqualTo("0.20");
  }

  @Test
  @DisplayName("2.3 a custom line of the till has no catalogReference and no SKU")
  void a_custom_line_has_no_catalog_reference() {
    var order = sold(anOrder().of(NewLine.custom("Quick sale", "4")).via("POS"));

    assertThat(order.at("/lineItems/0").has("catalogReference")).isFalse();
    assertThat(order.at("/lineItems/0/physicalProperties").has("sku")).isFalse();
    assertThat(order.at("/channelInfo/type").asText()).isEqualTo("POS");
    assertThat(order.path("createdBy").has("userId")).isTrue();
  }

  @Test
  @DisplayName("2.3 goods sold by weight are one line, the true quantity a string")
  void goods_sold_by_weight_are_one_line() {
    var order = sold(anOrder().of(NewLine.of("Tea", "7.35").weighing("0.350")));

    assertThat(order.at("/lineItems/0/quantity").asInt()).isEqualTo(1);
    assertThat(order.at("/lineItems/0/decimalQuantity/value").asText()).isEqualTo("0.350");
  }

  @Test
  @DisplayName("2.3 a tip and a pass-on fee are additional fees inside the total")
  void a_tip_is_an_additional_fee_inside_the_total() {
    var order =
        sold(anOrder().of("Hat", "10").withFee("Tip", "2").withFee("Fee", "0.5", "PLATFORM"));

    assertThat(order.at("/additionalFees/1/source").asText()).isEqualTo("PLATFORM");
    assertThat(amount(order, "/priceSummary/totalAdditionalFees")).isEqualByComparingTo("2.50");
    assertThat(amount(order, "/priceSummary/total")).isEqualByComparingTo("12.50");
  }

  @Test
  @DisplayName("2.3 APPROVED is not paid: an offline order is approved and NOT_PAID")
  void approved_is_not_paid() {
    var id = site.wix.sells(anOrder().of("Hat", "10").payingOffline());

    assertThat(order(id).path("status").asText()).isEqualTo("APPROVED");
    assertThat(order(id).path("paymentStatus").asText()).isEqualTo("NOT_PAID");
    site.wix.marksPaid(id, "CASH");
    assertThat(order(id).path("paymentStatus").asText()).isEqualTo("PAID");
  }

  @Test
  @DisplayName("2.3 the balance's paid keeps money that went back")
  void paid_keeps_money_that_went_back() {
    var id = site.wix.sells(anOrder().of("Hat", "10"));

    site.wix.refunds(id, NewRefund.ofAll());

    assertThat(amount(order(id), "/balanceSummary/paid")).isEqualByComparingTo("10");
    assertThat(amount(order(id), "/balanceSummary/refunded")).isEqualByComparingTo("10");
    assertThat(order(id).path("paymentStatus").asText()).isEqualTo("FULLY_REFUNDED");
  }

  @Test
  @DisplayName("9 cancelling an order gives no money back")
  void cancelling_gives_no_money_back() {
    var id = site.wix.sells(anOrder().of("Hat", "10"));

    site.wix.cancels(id);

    assertThat(order(id).path("status").asText()).isEqualTo("CANCELED");
    assertThat(order(id).path("paymentStatus").asText()).isEqualTo("PAID");
    assertThat(site.money(id).path("refunds")).isEmpty();
  }

  @Test
  @DisplayName("2.3 the country is alpha-2 and the e-mail only in buyerInfo")
  void the_country_is_alpha_2() {
    var order = sold(anOrder().of("Hat", "10"));

    assertThat(order.at("/billingInfo/address/country").asText()).isEqualTo("US");
    assertThat(order.at("/billingInfo/address/subdivision").asText()).isEqualTo("US-NY");
    assertThat(order.path("billingInfo").toString()).doesNotContain("@");
    assertThat(order.at("/buyerInfo/email").asText()).isEqualTo("jane@example.com");
  }

  @Test
  @DisplayName("2.3 an imported order says so, one in another currency tells the site's")
  void imported_and_foreign_orders_say_so() {
    var imported = sold(anOrder().of("Hat", "10").imported());
    var foreign = sold(anOrder().of("Hat", "10").in("EUR"));

    assertThat(imported.path("imported").asBoolean()).isTrue();
    assertThat(foreign.path("currency").asText()).isEqualTo("EUR");
    assertThat(foreign.at("/currencyConversionDetails/originalCurrency").asText()).isEqualTo("USD");
  }

  @Test
  @DisplayName("2.3 old sites call the total totalPrice, and others know words nobody listed")
  void old_sites_and_new_words() {
    site.close();
    site = OpenSite.of(WixSite.us().with(Habit.OLD_TOTAL).with(Habit.UNKNOWN_VALUES));
    var order = sold(anOrder().of("Hat", "10"));

    assertThat(order.path("priceSummary").has("total")).isFalse();
    assertThat(amount(order, "/priceSummary/totalPrice")).isEqualByComparingTo("10");
    assertThat(order.at("/channelInfo/type").asText()).isEqualTo("SMART_MIRROR");
  }

  @Test
  @DisplayName("8 deprecated tax fields stand beside the new ones only on sites that have them")
  void deprecated_tax_fields() {
    assertThat(sold(anOrder().of("Hat", "10")).at("/lineItems/0").has("taxDetails")).isFalse();
    site.close();
    site = OpenSite.of(WixSite.us().with(Habit.DEPRECATED_FIELDS));
    var old = sold(anOrder().of("Hat", "10").taxed("VAT", "0.20"));

    assertThat(old.at("/lineItems/0/taxDetails/taxRate").asText()).isEqualTo("0");
    assertThat(amount(old, "/lineItems/0/taxDetails/totalTax")).isEqualByComparingTo("2");
    assertThat(amount(old, "/taxSummary/totalTax")).isEqualByComparingTo("2");
  }
}
