package io.shopbooks.pretend.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.pretend.PretendServer;
import io.shopbooks.pretend.woocommerce.ApiKey.Rights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and what the others are told (`woocommerce.md` 2). */
class AuthenticationTest {

  private final List<AutoCloseable> open = new ArrayList<>();
  private final OpenShop secure = opened(OpenShop.of(Store.us()));
  private final OpenShop plain = opened(OpenShop.onPlainHttp(Store.us()));
  private final ApiKey key = plain.shop.key(Rights.READ_WRITE);

  private <T extends AutoCloseable> T opened(T closeable) {
    open.add(closeable);
    return closeable;
  }

  @AfterEach
  void close() throws Exception {
    for (var closeable : open) {
      closeable.close();
    }
  }

  @Test
  @DisplayName("2.1 Basic opens the shop over https, and is ignored over http")
  void basic_opens_the_shop_over_https_and_is_ignored_over_http() {
    var overHttps = secure.anonymous().as(key).get("/orders");
    var overHttp = plain.anonymous().as(key).get("/orders");

    assertThat(overHttps.status()).isEqualTo(200);
    assertThat(overHttp.status()).isEqualTo(401);
    assertThat(overHttp.json()).isEqualTo(Recording.of("us/errors/401-no-auth"));
  }

  @Test
  @DisplayName("2.1 Basic opens the shop behind a real TLS listener")
  void basic_opens_the_shop_behind_a_real_tls_listener() {
    var server = opened(PretendServer.startSecure(0));
    var shop = opened(PretendWooCommerce.open(Store.us(), plain.clock));
    shop.mountOn(server, "/shop");

    var api = server.address("/shop/wp-json/wc/v3").toString();
    var caller = Caller.anonymous(api, server.trust());

    assertThat(api).startsWith("https://");
    assertThat(caller.as(key).get("/orders").status()).isEqualTo(200);
    assertThat(caller.get("/orders").code()).isEqualTo("woocommerce_rest_cannot_view");
  }

  @Test
  @DisplayName("2.1 without credentials it is 401 cannot_view")
  void without_credentials_it_is_401_cannot_view() {
    var reply = secure.anonymous().get("/orders");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/401-no-auth"));
    assertThat(reply.header("Allow")).isEmpty();
  }

  @Test
  @DisplayName("2.4 an unknown key is answered like no key at all")
  void an_unknown_key_is_answered_like_no_key_at_all() {
    var reply = secure.anonymous().as("ck_unknown", key.secret()).get("/orders");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/401-bad-key"));
  }

  @Test
  @DisplayName("2.4 a known key with a wrong secret is told so")
  void a_known_key_with_a_wrong_secret_is_told_so() {
    var reply = secure.anonymous().as(key.key(), "cs_wrong").get("/orders");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/401-bad-secret"));
  }

  @Test
  @DisplayName("2.1 a key taken away opens nothing any more")
  void a_key_taken_away_opens_nothing_any_more() {
    assertThat(secure.caller().get("/orders").status()).isEqualTo(200);

    secure.shop.revokes(secure.shop.key(Rights.READ_WRITE));

    assertThat(secure.caller().get("/orders").code()).isEqualTo("woocommerce_rest_cannot_view");
  }

  @Test
  @DisplayName("2.1 a read key reads and may not write")
  void a_read_key_reads_and_may_not_write() {
    var caller = secure.anonymous().as(secure.shop.key(Rights.READ));

    assertThat(caller.get("/orders").status()).isEqualTo(200);
    var refused = caller.put("/orders/96", "{\"customer_note\":\"x\"}");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json()).isEqualTo(Recording.of("us/errors/401-readonly-write"));
  }

  @Test
  @DisplayName("2.1 a write key writes and may not read")
  void a_write_key_writes_and_may_not_read() {
    var caller = secure.anonymous().as(secure.shop.key(Rights.WRITE));

    assertThat(caller.post("/orders", "{}").status()).isEqualTo(201);
    var refused = caller.get("/orders");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json()).isEqualTo(Recording.of("us/errors/401-writeonly-read"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /orders/41, woocommerce_rest_cannot_view",
    "POST, /orders, woocommerce_rest_cannot_create",
    "PUT, /orders/41, woocommerce_rest_cannot_edit",
    "POST, /products/batch, woocommerce_rest_cannot_edit"
  })
  @DisplayName("2.4 each kind of call has its own code of 401")
  void each_kind_of_call_has_its_own_code(String method, String path, String code) {
    var reply = secure.anonymous().call(method, path, method.equals("GET") ? "" : "{}");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo(code);
  }

  @Test
  @DisplayName("2.1 key and secret in the query open the shop over https only")
  void key_and_secret_in_the_query_open_the_shop_over_https_only() {
    var query = "?consumer_key=" + key.key() + "&consumer_secret=" + key.secret();

    assertThat(secure.anonymous().get("/orders" + query).status()).isEqualTo(200);
    var overHttp = plain.anonymous().get("/orders" + query);
    assertThat(overHttp.status()).isEqualTo(401);
    assertThat(overHttp.code()).isEqualTo("woocommerce_rest_cannot_view");
  }

  @Test
  @DisplayName("2.1 where the host strips the header, the query still opens the shop")
  void where_the_host_strips_the_header_the_query_still_opens_the_shop() {
    var cgi = opened(OpenShop.of(Store.us().strippingAuthorization()));
    var query = "?consumer_key=" + key.key() + "&consumer_secret=" + key.secret();

    assertThat(cgi.anonymous().as(key).get("/orders").code())
        .isEqualTo("woocommerce_rest_cannot_view");
    assertThat(cgi.anonymous().get("/orders" + query).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("2.1 the query wins over the header")
  void the_query_wins_over_the_header() {
    var wrong = "?consumer_key=" + key.key() + "&consumer_secret=cs_wrong";

    var reply = secure.caller().get("/orders" + wrong);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("woocommerce_rest_authentication_error");
  }
}
