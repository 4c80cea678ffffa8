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
  @DisplayName("4.1 a status nobody registered is refused")
  void a_status_nobody_registered_is_refused() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01"));

    var reply = caller.put("/orders/" + id, "{\"status\":\"shipped\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("rest_invalid_param");
    assertThat(caller.put("/orders/" + id, "{\"status\":\"awaiting-pickup\"}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "bacs, on-hold, false",
    "cheque, on-hold, false",
    "cod, processing, false",
    "stripe, pending, false"
  })
  @DisplayName("4.1 an unpaid order waits in the status of its gateway, without date_paid")
  void an_unpaid_order_waits_in_the_status_of_its_gateway(
      String gateway, String status, boolean paid) {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy(gateway));

    var order = shop.shop.order(id);

    assertThat(order.status()).isEqualTo(status);
    assertThat(order.paid().isEmpty()).isEqualTo(!paid);
  }

  @Test
  @DisplayName("4.1 cash on delivery is paid when it is completed")
  void cash_on_delivery_is_paid_when_it_is_completed() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("cod"));
    shop.clock.movesSeconds(60);

    shop.shop.movesTo(id, "completed");

    assertThat(shop.shop.order(id).paid()).isEqualTo("2026-11-22T12:01:00");
  }

  @Test
  @DisplayName("4.1 a transfer that arrives is paid; a cancelled order keeps its old date_paid")
  void a_transfer_that_arrives_is_paid_and_a_cancelled_order_keeps_the_date() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("bacs"));
    shop.clock.movesSeconds(60);

    shop.shop.movesTo(id, "processing");
    shop.clock.movesSeconds(60);
    shop.shop.movesTo(id, "cancelled");

    assertThat(shop.shop.order(id).paid()).isEqualTo("2026-11-22T12:01:00");
  }

  @Test
  @DisplayName("4.1 a free order has no payment method and is paid")
  void a_free_order_has_no_payment_method_and_is_paid() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").withCoupon("all-free"));

    var order = caller.get("/orders/" + id).json();

    assertThat(order.path("total").asText()).isEqualTo("0.00");
    assertThat(order.path("payment_method").asText()).isEmpty();
    assertThat(order.path("date_paid").isNull()).isFalse();
    assertThat(order.path("tax_lines").path(0).path("tax_total").asText()).isEqualTo("0.00");
  }

  @Test
  @DisplayName("4.1 downloads paid for are completed at once")
  void downloads_paid_for_are_completed_at_once() {
    var id = shop.shop.sells(anOrder().of("EBOOK-01").paidBy("stripe"));

    var order = caller.get("/orders/" + id).json();

    assertThat(order.path("status").asText()).isEqualTo("completed");
    assertThat(order.path("date_completed")).isEqualTo(order.path("date_paid"));
    assertThat(order.path("needs_processing").asBoolean()).isFalse();
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
  @DisplayName("4.2 a product deleted later leaves its name and nothing else")
  void a_product_deleted_later_leaves_its_name() {
    var id = shop.shop.sells(anOrder().of("LAMP-3571"));

    assertThat(caller.delete("/products/24?force=true").status()).isEqualTo(200);

    var line = caller.get("/orders/" + id).json().path("line_items").path(0);
    assertThat(line.path("name").asText()).isEqualTo("Lamp 35.71");
    assertThat(line.path("product_id").asInt()).isZero();
    assertThat(line.path("sku").isNull()).isTrue();
    assertThat(line.path("image").path("id").asInt(-1)).isZero();
  }

  @Test
  @DisplayName("4.2 a renamed SKU changes old orders")
  void a_renamed_sku_changes_old_orders() {
    var id = shop.shop.sells(anOrder().of("LAMP-3571"));

    caller.put("/products/24", "{\"sku\":\"LAMP-NEW\"}");

    var line = caller.get("/orders/" + id).json().path("line_items").path(0);
    assertThat(line.path("sku").asText()).isEqualTo("LAMP-NEW");
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

  @Test
  @DisplayName("4.1 a paid order can still be edited, and counts anew")
  void a_paid_order_can_still_be_edited_and_counts_anew() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").of("LAMP-3571").paidBy("stripe"));
    var before = caller.get("/orders/" + id).json();
    var line = before.path("line_items").path(1).path("id").asInt();

    var lowered =
        caller
            .put("/orders/" + id, "{\"line_items\":[{\"id\":%d,\"total\":\"30\"}]}".formatted(line))
            .json();
    var removed =
        caller
            .put("/orders/" + id, "{\"line_items\":[{\"id\":%d,\"quantity\":0}]}".formatted(line))
            .json();
    var added = caller.put("/orders/" + id, "{\"line_items\":[{\"product_id\":13}]}").json();

    assertThat(lowered.path("discount_total").asText()).isEqualTo("5.71");
    assertThat(lowered.path("total").asText()).isEqualTo("54.42");
    assertThat(removed.path("line_items")).hasSize(1);
    assertThat(removed.path("total").asText()).isEqualTo("21.76");
    assertThat(added.path("total").asText()).isEqualTo("31.75");
  }

  @Test
  @DisplayName("7 stock falls with the sale and comes back with the cancellation")
  void stock_falls_with_the_sale_and_comes_back_with_the_cancellation() {
    var before = shop.shop.goods().stock(12).intValue();
    var id = shop.shop.sells(anOrder().of("TSHIRT-01", 5).toBePaidBy("bacs"));

    assertThat(shop.shop.goods().stock(12).intValue()).isEqualTo(before - 5);
    shop.shop.movesTo(id, "processing");
    assertThat(shop.shop.goods().stock(12).intValue()).isEqualTo(before - 5);
    shop.shop.movesTo(id, "cancelled");
    assertThat(shop.shop.goods().stock(12).intValue()).isEqualTo(before);
  }

  @Test
  @DisplayName("7 pending orders take no stock")
  void pending_orders_take_no_stock() {
    var before = shop.shop.goods().stock(12);

    shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("stripe"));

    assertThat(shop.shop.goods().stock(12)).isEqualTo(before);
  }

  @Test
  @DisplayName("3.4 a note is written and read, and moves nothing")
  void a_note_is_written_and_read() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01"));
    shop.clock.movesSeconds(60);

    assertThat(caller.post("/orders/" + id + "/notes", "{}").code())
        .isEqualTo("rest_missing_callback_param");
    assertThat(caller.post("/orders/" + id + "/notes", "{\"note\":\"QBO 1042\"}").status())
        .isEqualTo(201);

    assertThat(caller.get("/orders/" + id + "/notes").json().path(0).path("note").asText())
        .isEqualTo("QBO 1042");
    assertThat(caller.get("/orders/" + id).json().path("date_modified_gmt").asText())
        .isEqualTo("2026-11-22T12:00:00");
  }

  @Test
  @DisplayName("1 OPTIONS tells the statuses of this very shop")
  void options_tells_the_statuses_of_this_very_shop() {
    var reply = caller.call("OPTIONS", "/orders", "");

    assertThat(reply.header("Allow")).isEqualTo("GET, POST");
    var statuses = reply.json().at("/endpoints/0/args/status/items/enum");
    assertThat(statuses.toString()).contains("\"any\"", "\"trash\"", "\"awaiting-pickup\"");
    assertThat(reply.json().at("/schema/properties/status/enum").toString())
        .contains("awaiting-pickup")
        .doesNotContain("\"any\"");
  }

  @Test
  @DisplayName("8 the report counts orders by status")
  void the_report_counts_orders_by_status() {
    shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("cod"));
    shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("bacs"));

    var report = caller.get("/reports/orders/totals").json();

    assertThat(report.toString())
        .contains("{\"slug\":\"processing\",\"name\":\"Processing\",\"total\":1}")
        .contains("{\"slug\":\"on-hold\",\"name\":\"On hold\",\"total\":1}");
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

  @Test
  @DisplayName("13 a gateway's plugin notes its fee as text in the order's meta")
  void a_gateways_plugin_notes_its_fee() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe").withGatewayFee());

    var meta = caller.get("/orders/" + id).json().path("meta_data");

    assertThat(meta)
        .anyMatch(
            entry ->
                entry.path("key").asText().equals("_stripe_fee")
                    && entry.path("value").isTextual()
                    && entry.path("value").asText().equals("0.93"));
  }

  @Test
  @DisplayName("11 the checkout turns & into an entity and strips tags, REST keeps both")
  void the_checkout_turns_ampersands_into_entities_and_strips_tags() {
    var odd = Buyer.at("Maria <b>Lopez</b>", "New York", "NY", "US").of("Lopez & Sons, LLC");
    var bought = shop.shop.sells(anOrder().of("TSHIRT-01").to(odd).noting("a & <i>b</i>"));
    var body =
        "{\"billing\":{\"company\":\"Lopez & Sons, LLC\",\"address_1\":\"1 Sunset <Blvd>\"}}";

    var byCheckout = caller.get("/orders/" + bought).json();
    var byRest = caller.post("/orders", body).json();

    assertThat(byCheckout.at("/billing/company").asText()).isEqualTo("Lopez &amp; Sons, LLC");
    assertThat(byCheckout.at("/billing/last_name").asText()).isEqualTo("Lopez");
    assertThat(byCheckout.path("customer_note").asText()).isEqualTo("a & b");
    assertThat(byRest.at("/billing/company").asText()).isEqualTo("Lopez & Sons, LLC");
    assertThat(byRest.at("/billing/address_1").asText()).isEqualTo("1 Sunset <Blvd>");
  }

  @Test
  @DisplayName("8 a new account is a customer, and what it buys is asked for by its id")
  void a_new_account_is_a_customer() {
    var id = shop.shop.registers(Buyer.at("Ada Byron", "Austin", "TX", "US"));
    var order = shop.shop.sells(anOrder().of("TSHIRT-01").byCustomer(id));

    var customer = caller.get("/customers/" + id).json();

    assertThat(customer.path("username").asText()).isEqualTo("ada.byron");
    assertThat(customer.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> Recording.of("us/customers").path(0).fieldNames());
    assertThat(caller.get("/orders?customer=" + id).ids()).containsExactly(order);
  }
}
