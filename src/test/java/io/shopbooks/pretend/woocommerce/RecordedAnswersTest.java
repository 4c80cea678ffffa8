package io.shopbooks.pretend.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.pretend.PretendServer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was recorded in a real shop is answered again, with its links, to the last digit. */
class RecordedAnswersTest {

  private final PretendServer server = PretendServer.start(0);
  private final PretendWooCommerce shop =
      PretendWooCommerce.open(
              Store.us().withHistory().behindTlsProxy().calling("https://127.0.0.1:8443"),
              MovableClock.at("2026-11-22T00:00:00Z"))
          .mountOn(server, "/shop");
  private final Caller caller =
      Caller.anonymous(server.address("/shop/wp-json/wc/v3").toString())
          .as(shop.key(ApiKey.Rights.READ_WRITE));

  @AfterEach
  void close() {
    shop.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "polo-knoxville",
        "guest-nyc-two-rates",
        "coupon-percent",
        "coupon-fixed-cart-split",
        "coupon-100-free",
        "freeship-coupon",
        "fee-negative-taxable",
        "half-cent-lines-no-tax",
        "half-cent-price",
        "half-cent-rounding",
        "two-packages",
        "variations",
        "virtual-only",
        "unicode-names",
        "local-pickup",
        "rest-30-lines",
        "rest-fee-coupon-meta",
        "rest-line-total-override",
        "rest-price-decimals",
        "rest-currency-eur",
        "registered-company-multiqty",
        "status-trash",
        "status-auto-draft",
        "status-checkout-draft",
        "deleted-product",
        "backorder",
        "status-cancelled",
        "refund-partial-line",
        "refund-by-status"
      })
  @DisplayName("4 a recorded order is served as it was recorded")
  void a_recorded_order_is_served_as_it_was_recorded(String name) {
    var recorded = Recording.of("us/orders/" + name);

    var reply = caller.get("/orders/" + recorded.path("id").asInt());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(Recording.differences(reply.json(), recorded)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "orders/half-cent-price--dp6, 118, 6",
    "orders-pages/dp6--rest-price-decimals, 66, 6",
    "orders-dp/made-with-4-read-with-2, 124, 2"
  })
  @DisplayName("3 dp shows the amounts as they are kept")
  void dp_shows_the_amounts_as_they_are_kept(String name, int id, int dp) {
    var answered = caller.get("/orders/" + id + "?dp=" + dp).json();

    assertThat(Recording.differences(answered, Recording.of("us/" + name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "orders-dp/shop-decimals-0, 61, 0",
    "orders-dp/shop-decimals-4, 45, 4",
    "orders-dp/made-with-4-decimals, 124, 4"
  })
  @DisplayName("5 display decimals are a setting, applied when reading")
  void display_decimals_are_a_setting_applied_when_reading(String name, int id, int decimals) {
    var setting = "/settings/general/woocommerce_price_num_decimals";
    assertThat(caller.put(setting, "{\"value\":\"" + decimals + "\"}").status()).isEqualTo(200);

    var answered = caller.get("/orders/" + id).json();
    assertThat(Recording.differences(answered, Recording.of("us/" + name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/taxes?per_page=100, taxes",
    "/taxes/classes, taxes-classes",
    "/coupons?per_page=20, coupons",
    "/customers?per_page=20, customers",
    "/data/currencies/current, data-currencies-current",
    "/shipping/zones, shipping-zones",
    "/settings/tax, settings-tax",
    "/settings/tax/woocommerce_tax_round_at_subtotal, settings-tax-round",
    "/products?per_page=100, products",
    "/products/28/variations?per_page=100, products-variations",
    "/products/30, products/variation-as-product",
    "'/products?sku=HOODIE-RED-S&_fields=id,sku,name,type,parent_id', products/by-sku-variation",
    "'/products?sku=TSHIRT-01,STICKER&_fields=id,sku,name', products/by-sku"
  })
  @DisplayName("7 and 8 lists and settings are served as they were recorded")
  void lists_and_settings_are_served_as_they_were_recorded(String path, String name) {
    var reply = caller.get(path);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(Recording.differences(reply.json(), Recording.of("us/" + name))).isEmpty();
  }

  static Stream<JsonNode> refunds() {
    return StreamSupport.stream(Json.resource("us/refunds.json").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("refunds")
  @DisplayName("6 a recorded refund is served under its order, and in the list of all with it")
  void a_recorded_refund_is_served_under_its_order(JsonNode recorded) {
    var orderId = recorded.path("parent_id").asInt();
    var id = recorded.path("id").asInt();

    var alone = caller.get("/orders/" + orderId + "/refunds/" + id).json();
    var all = caller.get("/refunds?per_page=100").json();

    assertThat(alone.has("parent_id")).isFalse();
    assertThat(alone.path("amount")).isEqualTo(recorded.path("amount"));
    assertThat(alone.path("line_items")).isEqualTo(recorded.path("line_items"));
    assertThat(alone.path("shipping_lines")).isEqualTo(recorded.path("shipping_lines"));
    assertThat(alone.path("fee_lines")).isEqualTo(recorded.path("fee_lines"));
    assertThat(alone.path("tax_lines")).isEqualTo(recorded.path("tax_lines"));
    assertThat(all)
        .anyMatch(
            refund ->
                refund.path("id").asInt() == id && refund.path("parent_id").asInt() == orderId);
  }

  @Test
  @DisplayName("2 the index tells name, zone and namespaces without a key")
  void the_index_tells_name_zone_and_namespaces_without_a_key() {
    var index =
        Caller.anonymous(server.address("/shop/wp-json").toString()).get("/").json().deepCopy();
    var recorded = Recording.of("us/wp-json-root");

    for (var field : new String[] {"url", "home", "gmt_offset", "timezone_string", "namespaces"}) {
      assertThat(index.path(field)).isEqualTo(recorded.path(field));
    }
  }

  @Test
  @DisplayName("8 the recorded gateways are there, beside those of plugins")
  void the_recorded_gateways_are_there() {
    var gateways = caller.get("/payment_gateways").json();

    assertThat(gateways).containsAll(Recording.of("us/payment_gateways"));
    assertThat(gateways).anyMatch(gateway -> gateway.path("id").asText().equals("stripe"));
  }
}
