package io.shopbooks.pretend.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goes wrong is said in the recorded words (`woocommerce.md` 10), and where things are (1).
 */
class ErrorsTest {

  private final OpenShop shop = OpenShop.of(Store.us());
  private final Caller caller = shop.caller();

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/orders/999999, 404-order",
    "/orders/12, 404-order-is-product",
    "/products/999999, 404-product",
    "/webhooks/9999, 404-webhook",
    "/orderz, 404-route"
  })
  @DisplayName("10 what is not there is 404 in the recorded words")
  void what_is_not_there_is_404_in_the_recorded_words(String path, String recording) {
    var reply = caller.get(path);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/" + recording));
    assertThat(reply.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
  }

  @Test
  @DisplayName("10 a broken body is refused in the recorded words")
  void a_broken_body_is_refused_in_the_recorded_words() {
    var reply = caller.post("/orders", "{\"status\": \"pend");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/400-json"));
    assertThat(caller.post("/orders", "{]").code()).isEqualTo("rest_invalid_json");
    assertThat(caller.post("/orders", "{}").status()).isEqualTo(201);
  }

  @Test
  @DisplayName("10 a body that does not say it is JSON is not read as JSON")
  void a_body_that_does_not_say_it_is_json_is_not_read_as_json() {
    var id = shop.shop.sells(NewOrder.anOrder().of("TSHIRT-01").toBePaidBy("bacs"));
    var body = "{\"status\":\"completed\"}";

    caller.with("Content-Type", "text/plain").put("/orders/" + id, body);
    assertThat(shop.shop.order(id).status()).isEqualTo("on-hold");

    caller.put("/orders/" + id, body);
    assertThat(shop.shop.order(id).status()).isEqualTo("completed");
  }

  @Test
  @DisplayName("10 a method an address does not know is no route")
  void a_method_an_address_does_not_know_is_no_route() {
    assertThat(caller.put("/refunds", "{}").code()).isEqualTo("rest_no_route");
    assertThat(caller.get("/refunds").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("1 the home page tells where the API is")
  void the_home_page_tells_where_the_api_is() {
    var home = shop.server.address("/shop").toString();

    var reply = Caller.anonymous(home).get("/");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    assertThat(reply.header("Link"))
        .isEqualTo("<" + home + "/wp-json/>; rel=\"https://api.w.org/\"");
  }

  @Test
  @DisplayName("1 rest_route reaches the API, with any permalinks")
  void rest_route_reaches_the_api_with_any_permalinks() {
    for (var store : new Store[] {Store.us(), Store.us().withPlainPermalinks()}) {
      try (var any = OpenShop.of(store)) {
        var home = any.server.address("/shop").toString();
        var key = any.shop.key(ApiKey.Rights.READ_WRITE);

        var reply = Caller.anonymous(home).as(key).get("/?rest_route=/wc/v3/orders&per_page=5");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().isArray()).isTrue();
      }
    }
  }

  @Test
  @DisplayName("1 with plain permalinks wp-json is no route")
  void with_plain_permalinks_wp_json_is_no_route() {
    try (var plain = OpenShop.of(Store.us().withPlainPermalinks())) {
      var reply = plain.caller().get("/orders");

      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.code()).isEqualTo("rest_no_route");
    }
  }

  @Test
  @DisplayName("1 a renamed prefix is told by the home page, and the old one is gone")
  void a_renamed_prefix_is_told_by_the_home_page() {
    try (var renamed = OpenShop.of(Store.us().withRestPrefix("api"))) {
      var home = renamed.server.address("/shop").toString();
      var key = renamed.shop.key(ApiKey.Rights.READ_WRITE);

      assertThat(Caller.anonymous(home).get("/").header("Link")).contains(home + "/api/");
      assertThat(Caller.anonymous(home).as(key).get("/api/wc/v3/orders").status()).isEqualTo(200);
      assertThat(Caller.anonymous(home).as(key).get("/wp-json/wc/v3/orders").status())
          .isEqualTo(404);
    }
  }

  @Test
  @DisplayName("9.2 JSON is ASCII with escaped slashes")
  void json_is_ascii_with_escaped_slashes() {
    var id = shop.shop.sells(NewOrder.anOrder().of("CAFÉ-ÑANDÚ/100"));

    var text = caller.get("/orders/" + id).text();

    assertThat(text).contains("\\u65e5\\u672c\\u8336", "wp-json\\/wc\\/v3");
    assertThat(text.chars()).allMatch(character -> character < 128);
  }

  @Test
  @DisplayName("8 a setting is changed by its address")
  void a_setting_is_changed_by_its_address() {
    var path = "/settings/tax/woocommerce_tax_round_at_subtotal";

    assertThat(caller.put(path, "{\"value\":\"yes\"}").json().path("group_id").asText())
        .isEqualTo("tax");
    assertThat(caller.get(path).json().path("value").asText()).isEqualTo("yes");
    assertThat(caller.get("/settings/tax/woocommerce_nothing").status()).isEqualTo(404);
  }
}
