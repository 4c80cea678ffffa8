package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.sale.ShopId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read when an order or a mapping is not as it should be. */
class UnreadableTest {

  private static final String REMEDY =
      "Compare the order with the mapping, correct one of them, then retry the order.";

  private final Shops shops =
      new Shops(
          Settings.usual(),
          new Mappings(Path.of("mappings"), Settings.usual()),
          Clock.systemUTC(),
          time -> {});

  @Test
  void an_amount_that_is_none_is_named_with_order_path_and_remedy() {
    assertThatThrownBy(() -> read(order -> line(order).put("total", "free")))
        .isInstanceOf(Unreadable.class)
        .hasMessage(
            "Order shop.example/63: lines[0].total is \"free\", which is no number. " + REMEDY);
  }

  @Test
  void a_missing_amount_is_named() {
    assertThatThrownBy(() -> read(order -> order.remove("total_tax")))
        .hasMessage("Order shop.example/63: totalTax is missing. " + REMEDY);
  }

  @Test
  void an_empty_amount_is_no_zero() {
    assertThatThrownBy(() -> read(order -> line(order).put("total_tax", "")))
        .hasMessage("Order shop.example/63: lines[0].tax is missing. " + REMEDY);
  }

  @Test
  void an_unknown_currency_is_named() {
    assertThatThrownBy(() -> read(order -> order.put("currency", "DOGE")))
        .hasMessage(
            "Order shop.example/63: currency is \"DOGE\", which is no currency of ISO 4217. "
                + REMEDY);
  }

  @Test
  void a_broken_date_is_named() {
    assertThatThrownBy(() -> read(order -> order.put("date_created_gmt", "yesterday")))
        .hasMessage(
            "Order shop.example/63: created is \"yesterday\", which is no date and time. "
                + REMEDY);
  }

  /** What a deposits plugin is made to say, and what is wrong with it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[{'id':1,'amount':'5','paid':'2026-11-21T12:00:00'},"
            + "{'id':1,'amount':'6','paid':'2026-11-22T12:00:00'}] | payments[1].id is \"1\"",
        "[{'id':'a b','amount':'5','paid':'2026-11-21T12:00:00'}] | payments[0].id is \"a b\"",
        "[{'id':1,'amount':'0','paid':'2026-11-21T12:00:00'}] | payments[0].amount is not above",
        "[{'id':1,'amount':'','paid':'2026-11-21T12:00:00'}] | payments[0].amount is missing"
      })
  void a_payment_that_cannot_be_one_is_named(String payments, String complaint) {
    assertThatThrownBy(() -> read(order -> paidIn(order, payments)))
        .hasMessageStartingWith("Order shop.example/63: " + complaint)
        .hasMessageEndingWith(REMEDY);
  }

  @Test
  void a_payment_that_is_still_to_come_is_none() {
    var order = Recorded.order("us/orders/guest-nyc-two-rates.json");
    paidIn(order, "[{'id':1,'amount':'5','paid':'2026-11-21T12:00:00'},{'id':2,'amount':'6'}]");

    var sale =
        shops.read(AConnection.toSomeShop(), Recorded.stored(order, Json.MAPPER.createArrayNode()));

    assertThat(sale.payments()).extracting(payment -> payment.id()).containsExactly("1");
    assertThat(sale.isPaidInPart()).isTrue();
  }

  private static void paidIn(ObjectNode order, String payments) {
    order
        .withArray("meta_data")
        .addObject()
        .put("key", "_payments")
        .put("value", payments.replace('\'', '"'));
  }

  @Test
  void a_list_that_is_none_is_told_with_the_line_of_the_mapping() {
    assertThatThrownBy(() -> read(order -> order.put("line_items", "none")))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith("Order shop.example/63: mappings/woocommerce/order.jslt:")
        .hasMessageContaining("stumbled: For loop can't iterate over \"none\"")
        .hasMessageEndingWith("Make the mapping expect this, then retry the order.");
  }

  @Test
  void a_share_of_tax_without_an_amount_is_left_out() {
    var order = Recorded.order("us/orders/guest-nyc-two-rates.json");
    ((ObjectNode) order.path("line_items").get(0).path("taxes").get(0)).put("total", "");

    var sale =
        shops.read(AConnection.toSomeShop(), Recorded.stored(order, Json.MAPPER.createArrayNode()));

    assertThat(sale.lines().get(0).taxes()).hasSize(1);
  }

  @Test
  void damaged_text_is_told() {
    assertThatThrownBy(() -> shops.read(AConnection.toSomeShop(), "{\"order\":"))
        .hasMessage(
            "Order shop.example/?: what is stored is no JSON. Read the order from the shop again.");
    assertThatThrownBy(() -> shops.read(AConnection.toSomeShop(), "{\"id\":5}"))
        .hasMessage(
            "Order shop.example/?: what is stored holds no order."
                + " Read the order from the shop again.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"totl\": \"1\"}|totl is no part of a sale",
        "{\"lines\": {\"a\": 1}}|lines is no list",
        "{\"lines\": [5]}|lines[0] is no object with fields",
        "{\"lines\": [{\"id\": \"1\", \"quantity\": 1, \"subtotal\": 1, \"total\": 1, \"tax\": 0,"
            + " \"skew\": \"x\"}]}|lines[0].skew is no part of a sale",
        "{\"pricesIncludeTax\": \"no\"}|pricesIncludeTax is neither true nor false",
        "{\"number\": {\"a\": 1}}|number is {\"a\":1}, which is no text",
        "{\"buyer\": {\"taxExempt\": false, \"billing\": {\"street\": \"x\"}}}|buyer.billing.street is"
            + " no part of a sale",
        "{\"refunds\": [{\"id\": \"9\", \"partsAre\": \"red\"}]}|refunds[0].partsAre is neither"
            + " \"positive\" nor \"negative\"",
        "{\"status\": null}|status is missing"
      })
  void a_slip_of_the_pen_in_a_mapping_is_noticed(String change, String complaint) throws Exception {
    var sale = (ObjectNode) Json.read(aSale());
    sale.setAll((ObjectNode) Json.read(change));

    assertThatThrownBy(() -> SaleJson.read(sale, new ShopId("shop.example"), "shop.example/1"))
        .isInstanceOf(Unreadable.class)
        .hasMessage("Order shop.example/1: " + complaint + ". " + REMEDY);
  }

  @Test
  void refunds_may_come_with_positive_amounts_too() throws Exception {
    var sale = (ObjectNode) Json.read(aSale());
    sale.set(
        "refunds",
        Json.read(
            """
            [{"id": "9", "created": "2026-02-03T10:00:00Z", "amount": 4, "paidBack": true,
              "partsAre": "positive",
              "shipping": [{"id": "3", "total": "4.00", "tax": 0}]}]"""));

    var read = SaleJson.read(sale, new ShopId("shop.example"), "shop.example/1");

    assertThat(read.refunds().get(0).shipping().get(0).total()).hasToString("4.00 EUR");
    assertThat(read.refunds().get(0).created()).isEqualTo("2026-02-03T10:00:00Z");
  }

  private static String aSale() {
    return """
        {"id": "1", "number": "1", "status": "completed", "currency": "EUR",
         "created": "2026-02-03T04:05:06", "buyer": {"taxExempt": false},
         "pricesIncludeTax": false, "total": "5.00", "totalTax": "0"}""";
  }

  private void read(Consumer<ObjectNode> change) {
    var order = Recorded.order("us/orders/rest-pending.json");
    change.accept(order);
    shops.read(AConnection.toSomeShop(), Recorded.stored(order, Json.MAPPER.createArrayNode()));
  }

  private static ObjectNode line(ObjectNode order) {
    return (ObjectNode) order.path("line_items").get(0);
  }
}
