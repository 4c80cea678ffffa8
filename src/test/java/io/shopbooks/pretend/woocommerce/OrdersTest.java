package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders made and changed over REST, and what their payment makes of them (`woocommerce.md` 4). */
class OrdersTest {

  private final OpenShop shop = OpenShop.of(Store.us());
  private final Caller caller = shop.caller();

  @AfterEach
  void close() {
    shop.close();
  }

  private static final String NEW_YORK =
      """
      "billing":{"first_name":"John","last_name":"Guest","city":"New York","state":"NY",\
      "country":"US","email":"rp@guest.test"}""";

  @Test
  @DisplayName("4 an order of an app, paid, with a transaction, comes to what was recorded")
  void an_order_of_an_app_comes_to_what_was_recorded() {
    var reply =
        caller.post(
            "/orders",
            """
            {"payment_method":"stripe","set_paid":true,"transaction_id":"ch_1",%s,
            "line_items":[{"product_id":12,"quantity":4}],
            "shipping_lines":[{"method_id":"flat_rate","method_title":"Flat rate","total":"5.99"}]}
            """
                .formatted(NEW_YORK));

    assertThat(reply.status()).isEqualTo(201);
    var order = reply.json();
    assertThat(reply.header("Location"))
        .isEqualTo(shop.api() + "/orders/" + order.path("id").asText());
    assertThat(order.path("total").asText()).isEqualTo("93.58");
    assertThat(order.path("total_tax").asText()).isEqualTo("7.63");
    assertThat(order.path("status").asText()).isEqualTo("processing");
    assertThat(order.path("date_paid_gmt").asText()).isEqualTo("2026-11-22T12:00:00");
    assertThat(order.path("created_via").asText()).isEqualTo("rest-api");
    assertThat(order.path("shipping").path("country").asText()).isEmpty();
  }

  @Test
  @DisplayName("4 fields of an order have the recorded names and kinds, in the recorded order")
  void fields_have_the_recorded_names_and_kinds_in_the_recorded_order() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").shippedFor("5.99").toBePaidBy("bacs"));
    var recorded = Recording.of("us/orders/guest-nyc-two-rates");

    var order = caller.get("/orders/" + id).json();

    assertThat(order.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> recorded.fieldNames());
    for (var kind : new String[] {"line_items", "tax_lines", "shipping_lines"}) {
      var names = recorded.path(kind).path(0);
      assertThat(order.path(kind).path(0).fieldNames())
          .toIterable()
          .containsExactlyElementsOf(() -> names.fieldNames());
    }
    recorded
        .fields()
        .forEachRemaining(
            field ->
                assertThat(order.path(field.getKey()).getNodeType())
                    .as(field.getKey())
                    .isEqualTo(field.getValue().getNodeType()));
  }

  @Test
  @DisplayName("4.2 a line without a product is refused over REST")
  void a_line_without_a_product_is_refused_over_rest() {
    var wrong = "{\"line_items\":[{\"name\":\"Consulting, 2 hours\",\"quantity\":2}]}";

    var reply = caller.post("/orders", wrong);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/400-line-without-product"));
    assertThat(caller.post("/orders", "{\"line_items\":[{\"sku\":\"TSHIRT-01\"}]}").status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 400", "x, 400", "2, 201"})
  @DisplayName("4.2 the schema takes whole quantities only")
  void the_schema_takes_whole_quantities_only(String quantity, int status) {
    var body = "{\"line_items\":[{\"product_id\":12,\"quantity\":\"" + quantity + "\"}]}";

    assertThat(caller.post("/orders", body).status()).isEqualTo(status);
  }

  @Test
  @DisplayName("4.2 a plugin sells parts of pieces: the quantity is a float")
  void a_plugin_sells_parts_of_pieces() {
    var id = shop.shop.sells(anOrder().ofMeasure("TSHIRT-01", "2.75"));

    var line = caller.get("/orders/" + id).json().path("line_items").path(0);

    assertThat(line.path("quantity").decimalValue()).isEqualByComparingTo("2.75");
  }

  @Test
  @DisplayName("10 money that is no number is refused")
  void money_that_is_no_number_is_refused() {
    var body = "{\"line_items\":[{\"product_id\":12,\"total\":\"free\"}]}";

    var reply = caller.post("/orders", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("rest_invalid_param");
  }

  @Test
  @DisplayName("13 a number of a plugin differs from the id, and a plugin's meta is kept")
  void a_number_of_a_plugin_differs_from_the_id() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").numbered("A-7").withMeta("_po", "88"));
    shop.shop.receivesMoneyFor(id);

    var order = caller.get("/orders/" + id).json();

    assertThat(order.path("number").asText()).isEqualTo("A-7");
    assertThat(order.path("id").asInt()).isEqualTo(id);
    assertThat(order.path("meta_data").path(0).path("value").asText()).isEqualTo("88");
    assertThat(order.path("date_paid").isNull()).isFalse();
  }

  @Test
  @DisplayName("4 local and GMT dates may fall in different years")
  void local_and_gmt_dates_may_fall_in_different_years() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").at(Instant.parse("2026-01-01T04:30:00Z")));

    var order = caller.get("/orders/" + id).json();

    assertThat(order.path("date_created").asText()).isEqualTo("2025-12-31T23:30:00");
    assertThat(order.path("date_created_gmt").asText()).isEqualTo("2026-01-01T04:30:00");
  }

  @Test
  @DisplayName("4 an order in another currency keeps the shop's decimals")
  void an_order_in_another_currency_keeps_the_shops_decimals() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").in("EUR"));

    var order = caller.get("/orders/" + id).json();

    assertThat(order.path("currency").asText()).isEqualTo("EUR");
    assertThat(order.path("currency_symbol").asText()).isEqualTo("€");
  }

  @Test
  @DisplayName("4.2 a line without SKU shows \"\", a variation without one shows its parent's")
  void a_line_without_sku_shows_nothing_a_variation_shows_its_parents() {
    var id = shop.shop.sells(anOrder().ofProduct(14, 0, 1).ofProduct(28, 31, 1));

    var lines = caller.get("/orders/" + id).json().path("line_items");

    assertThat(lines.path(0).path("sku").asText("x")).isEmpty();
    assertThat(lines.path(1).path("sku").asText()).isEqualTo("HOODIE");
    assertThat(lines.path(1).path("parent_name").asText()).isEqualTo("Hoodie");
    assertThat(lines.path(0).path("parent_name").isNull()).isTrue();
  }

  @Test
  @DisplayName("4.3 a line total given below the subtotal is a discount without a coupon")
  void a_line_total_given_below_the_subtotal_is_a_discount_without_a_coupon() {
    var body =
        """
        {%s,"set_paid":true,"shipping":{"city":"New York","state":"NY","country":"US"},
        "line_items":[{"product_id":12,"quantity":2,"subtotal":"39.98","total":"30.00"}]}
        """
            .formatted(NEW_YORK);

    var order = caller.post("/orders", body).json();

    var recorded = Recording.of("us/orders/rest-line-total-override");
    assertThat(Recording.differences(Recording.money(order), Recording.money(recorded))).isEmpty();
  }

  @Test
  @DisplayName("4.4 a fee and a coupon of a REST order come to what was recorded")
  void a_fee_and_a_coupon_of_a_rest_order_come_to_what_was_recorded() {
    var body =
        """
        {%s,"set_paid":true,
        "line_items":[{"product_id":20,"quantity":2}],
        "coupon_lines":[{"code":"ten-percent"}],
        "fee_lines":[{"name":"Rebate","total":"-7.50","tax_status":"taxable"}],
        "meta_data":[{"key":"nested","value":{"k":[1,2,{"z":null}]}}]}
        """
            .formatted(NEW_YORK);

    var order = caller.post("/orders", body).json();

    var recorded = Recording.of("us/orders/rest-fee-coupon-meta");
    assertThat(Recording.differences(Recording.money(order), Recording.money(recorded))).isEmpty();
    assertThat(order.path("meta_data").path(0).path("value").toString())
        .isEqualTo("{\"k\":[1,2,{\"z\":null}]}");
  }

  @Test
  @DisplayName("5 a total given to a shop of prices with tax is net all the same")
  void a_total_given_to_a_shop_of_prices_with_tax_is_net() {
    try (var london = OpenShop.of(Store.gb())) {
      var body =
          """
          {"billing":{"country":"GB","city":"London"},
          "line_items":[{"product_id":12,"quantity":1,"subtotal":"13.33","total":"13.33"}]}
          """;

      var order = london.caller().post("/orders", body).json();

      var recorded = Recording.of("gb/orders/rest-created-incl-explicit");
      assertThat(Recording.differences(Recording.money(order), Recording.money(recorded)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"us", "jp"})
  @DisplayName("1 system_status tells version, currency, decimals and storage")
  void system_status_tells_version_currency_decimals_and_storage(String kind) {
    try (var other = OpenShop.of(kind.equals("jp") ? Store.jp() : Store.us())) {
      var status = other.caller().get("/system_status").json();

      assertThat(status.at("/environment/version").asText()).isEqualTo("11.0.1");
      assertThat(status.at("/settings/HPOS_enabled").asBoolean()).isEqualTo(kind.equals("us"));
      assertThat(status.at("/settings/currency").asText())
          .isEqualTo(kind.equals("jp") ? "JPY" : "USD");
      assertThat(status.at("/settings/number_of_decimals").asInt())
          .isEqualTo(kind.equals("jp") ? 0 : 2);
    }
  }
}
