package io.shopbooks.pretend.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.pretend.woocommerce.ApiKey.Rights;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed requests, which open a shop without TLS (`woocommerce.md` 2). */
class OAuthTest {

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

  private Signed signed(String method, String path) {
    return Signed.request(method, plain.api() + path, key)
        .at(plain.clock.instant().getEpochSecond());
  }

  @Test
  @DisplayName("2.2 OAuth with SHA-256 or SHA-1 opens the shop over http")
  void oauth_with_sha256_or_sha1_opens_the_shop_over_http() {
    var sha256 = plain.anonymous().get("/orders" + signed("GET", "/orders").query());
    var sha1 = plain.anonymous().get("/orders" + signed("GET", "/orders").bySha1().query());

    assertThat(sha256.status()).isEqualTo(200);
    assertThat(sha1.status()).isEqualTo(200);
  }

  @Test
  @DisplayName("2.2 OAuth works over https, too")
  void oauth_works_over_https_too() {
    var signed =
        Signed.request("GET", secure.api().replace("http://", "https://") + "/orders", key)
            .at(secure.clock.instant().getEpochSecond());

    assertThat(secure.anonymous().get("/orders" + signed.query()).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("2.2 a key without its trailing ampersand does not match")
  void a_key_without_its_trailing_ampersand_does_not_match() {
    var reply =
        plain.anonymous().get("/orders" + signed("GET", "/orders").withoutAmpersand().query());

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json()).isEqualTo(vector("key without the trailing &"));
  }

  @Test
  @DisplayName("2.2 a signature covers method and every parameter")
  void a_signature_covers_method_and_every_parameter() {
    var query = signed("GET", "/orders").with("per_page", "2").query();

    assertThat(plain.anonymous().get("/orders" + query).status()).isEqualTo(200);
    var changed = plain.anonymous().get("/orders" + query.replace("per_page=2", "per_page=3"));
    var otherMethod = plain.anonymous().post("/orders" + signed("GET", "/orders").query(), "{}");
    assertThat(changed.status()).isEqualTo(401);
    assertThat(otherMethod.status()).isEqualTo(401);
    assertThat(changed.json().path("message").asText()).contains("does not match");
  }

  @Test
  @DisplayName("2.2 a nonce is good for one call")
  void a_nonce_is_good_for_one_call() {
    var query = signed("GET", "/orders").query();

    assertThat(plain.anonymous().get("/orders" + query).status()).isEqualTo(200);
    var again = plain.anonymous().get("/orders" + query);
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.json()).isEqualTo(vector("same nonce and timestamp used twice"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-901, 901, -86_400})
  @DisplayName("2.2 a timestamp more than 15 minutes off is refused")
  void a_timestamp_more_than_15_minutes_off_is_refused(long seconds) {
    var now = plain.clock.instant().getEpochSecond();
    var tooFar = signed("GET", "/orders").at(now + seconds).query();
    var within = signed("GET", "/orders").at(now + Long.signum(seconds) * 900).query();

    var reply = plain.anonymous().get("/orders" + tooFar);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("message").asText()).isEqualTo("Invalid timestamp.");
    assertThat(plain.anonymous().get("/orders" + within).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("2.2 a signature method of another kind is refused")
  void a_signature_method_of_another_kind_is_refused() {
    var query = signed("GET", "/orders").with("oauth_signature_method", "PLAINTEXT").query();

    assertThat(plain.anonymous().get("/orders" + query).code())
        .isEqualTo("woocommerce_rest_authentication_error");
  }

  @Test
  @DisplayName("2.2 a signature without nonce is refused")
  void a_signature_without_nonce_is_refused() {
    var query = signed("GET", "/orders").query().replaceAll("oauth_nonce=[^&]*&", "");

    var reply = plain.anonymous().get("/orders" + query);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("message").asText()).contains("oauth_nonce");
  }

  @Test
  @DisplayName("2.2 in the header, with a JSON body that is not signed, a PUT works")
  void in_the_header_with_a_json_body_that_is_not_signed_a_put_works() {
    var id = plain.shop.sells(NewOrder.anOrder().of("TSHIRT-01"));
    var path = "/orders/" + id;

    var reply =
        plain
            .anonymous()
            .with("Authorization", signed("PUT", path).header())
            .put(path, "{\"customer_note\":\"ring twice\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("customer_note").asText()).isEqualTo("ring twice");
  }

  @Test
  @DisplayName("2.2 the signed address is the shop's own idea of it, not the one called")
  void the_signed_address_is_the_shops_own_idea_of_it() {
    var renamed = opened(OpenShop.onPlainHttp(Store.us().calling("http://shop.example/store")));
    var now = renamed.clock.instant().getEpochSecond();
    var asCalled = Signed.request("GET", renamed.api() + "/orders", key).at(now);
    var asBelieved =
        Signed.request("GET", "http://shop.example/store/wp-json/wc/v3/orders", key).at(now);

    assertThat(renamed.anonymous().get("/orders" + asCalled.query()).status()).isEqualTo(401);
    assertThat(renamed.anonymous().get("/orders" + asBelieved.query()).status()).isEqualTo(200);
  }

  static Stream<JsonNode> vectors() {
    return StreamSupport.stream(Recording.of("us/oauth1-vectors").spliterator(), false)
        .filter(vector -> vector.has("params") && vector.path("params").has("oauth_signature"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  @DisplayName("2.2 what a real shop took for a right signature, this one does, too")
  void what_a_real_shop_took_for_a_right_signature_this_one_does_too(JsonNode vector) {
    var recorded = opened(OpenShop.onPlainHttp(Store.us().calling("http://127.0.0.1:8089")));
    var made = Instant.ofEpochSecond(vector.path("params").path("oauth_timestamp").asLong());
    recorded.clock.moves(Duration.between(recorded.clock.instant(), made));
    var query = new ArrayList<String>();
    vector
        .path("params")
        .fields()
        .forEachRemaining(
            parameter ->
                query.add(
                    encoded(parameter.getKey()) + "=" + encoded(parameter.getValue().asText())));

    var reply = recorded.anonymous().get("/orders?" + String.join("&", query));

    assertThat(reply.status()).isEqualTo(vector.path("status").asInt());
  }

  @Test
  @DisplayName("2.2 the recorded PUT, signed in the header, is taken for right, too")
  void the_recorded_put_is_taken_for_right_too() {
    var recorded =
        opened(OpenShop.onPlainHttp(Store.us().withHistory().calling("http://127.0.0.1:8089")));
    recorded.clock.moves(
        Duration.between(recorded.clock.instant(), Instant.ofEpochSecond(1795304988)));
    var header =
        StreamSupport.stream(Recording.of("us/oauth1-vectors").spliterator(), false)
            .filter(vector -> vector.has("header"))
            .findFirst()
            .orElseThrow()
            .path("header")
            .asText();

    var reply = recorded.anonymous().with("Authorization", header).put("/orders/96", "{}");

    assertThat(reply.status()).isEqualTo(200);
  }

  private static JsonNode vector(String note) {
    return StreamSupport.stream(Recording.of("us/oauth1-vectors").spliterator(), false)
        .filter(vector -> vector.path("note").asText().equals(note))
        .map(vector -> Json.read(vector.path("body").asText()))
        .findFirst()
        .orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
