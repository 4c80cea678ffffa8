package io.shopbooks.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import io.shopbooks.shop.Delivery.Kind;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What deliveries of a Wix app are taken for. */
class WixWebhooksTest {

  private static final String INSTANCE = "a5e1d0c4-7f26-4c3b-9e8d-0b6a4f2c1d37";
  private static final String ORDER = "5f6c1b2e-0000-4000-8000-000000000001";
  private static KeyPair keys;
  private static KeyPair others;

  private final TestClock clock = new TestClock();
  private final WixWebhooks webhooks = new WixWebhooks(DataSize.ofKilobytes(64), clock);

  @BeforeAll
  static void make() throws GeneralSecurityException {
    var maker = KeyPairGenerator.getInstance("RSA");
    maker.initialize(2048);
    keys = maker.generateKeyPair();
    others = maker.generateKeyPair();
  }

  @Test
  void a_delivery_names_its_order_and_nothing_more() throws Exception {
    var delivery = read(signed(envelope("wix.ecom.v1.order_approved", domain(ORDER, ""))));

    assertThat(delivery.kind()).isEqualTo(Kind.HINT);
    assertThat(delivery.order()).contains(ORDER);
    assertThat(delivery.topic()).isEqualTo("wix.ecom.v1.order_approved");
    assertThat(delivery.answer()).isEqualTo(200);
  }

  @Test
  void the_key_may_be_told_as_base64_of_its_pem_or_with_written_line_ends() throws Exception {
    var body = signed(envelope("wix.ecom.v1.order_updated", domain(ORDER, "")));
    var twice = Base64.getEncoder().encodeToString(pem(keys).getBytes(UTF_8));

    assertThat(read(body, twice, INSTANCE).kind()).isEqualTo(Kind.HINT);
    assertThat(read(body, pem(keys).replace("\n", "\\n"), INSTANCE).kind()).isEqualTo(Kind.HINT);
    assertThat(WixWebhooks.isKey(twice)).isTrue();
    assertThat(WixWebhooks.isKey("-----BEGIN PUBLIC KEY-----\nAAAA")).isFalse();
    assertThat(WixWebhooks.isKey("certainly no key")).isFalse();
  }

  @Test
  void another_key_another_instance_and_one_changed_letter_are_forged() throws Exception {
    var claims = claims(envelope("wix.ecom.v1.order_approved", domain(ORDER, "")));
    var body = sign(claims, JWSAlgorithm.RS256, new RSASSASigner(keys.getPrivate()));
    var forged = sign(claims, JWSAlgorithm.RS256, new RSASSASigner(others.getPrivate()));
    var parts = body.split("\\.");
    var other = Base64.getUrlEncoder().encodeToString(claims.replace("0001", "0002").getBytes());

    assertThat(read(forged).kind()).isEqualTo(Kind.FORGED);
    assertThat(read(forged).answer()).isEqualTo(401);
    assertThat(read(body, pem(keys), ORDER).kind()).isEqualTo(Kind.FORGED);
    assertThat(read(body, pem(keys), "").kind()).isEqualTo(Kind.FORGED);
    assertThat(read(body, "", INSTANCE).kind()).isEqualTo(Kind.FORGED);
    assertThat(read(parts[0] + "." + other.replace("=", "") + "." + parts[2]).kind())
        .isEqualTo(Kind.FORGED);
  }

  @Test
  void only_rs256_is_taken() throws Exception {
    var claims = claims(envelope("wix.ecom.v1.order_approved", domain(ORDER, "")));
    // The oldest trick: the public key taken for a shared secret.
    var shared = new MACSigner(pem(keys).getBytes(UTF_8));
    var unsigned =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes())
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes())
            + ".";

    assertThat(read(sign(claims, JWSAlgorithm.HS256, shared)).kind()).isEqualTo(Kind.FORGED);
    assertThat(read(sign(claims, JWSAlgorithm.RS512, new RSASSASigner(keys.getPrivate()))).kind())
        .isEqualTo(Kind.FORGED);
    assertThat(read(unsigned).kind()).isEqualTo(Kind.FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "a.b.c", "{\"data\":\"{}\"}", "...", "\u0000"})
  void what_is_no_token_is_forged(String body) {
    assertThat(read(body).kind()).isEqualTo(Kind.FORGED);
  }

  @Test
  void a_token_is_good_until_its_end_and_a_minute_more() throws Exception {
    var body = signed(envelope("wix.ecom.v1.order_approved", domain(ORDER, "")));

    clock.rest(Duration.ofMinutes(10).plusSeconds(59));
    assertThat(read(body).kind()).isEqualTo(Kind.HINT);
    clock.rest(Duration.ofSeconds(2));
    assertThat(read(body).kind()).isEqualTo(Kind.FORGED);
  }

  @Test
  void a_token_without_an_end_is_a_hint_like_any_other() throws Exception {
    var claims =
        "{\"data\":" + text(envelope("wix.ecom.v1.order_updated", domain(ORDER, ""))) + "}";

    assertThat(read(sign(claims, JWSAlgorithm.RS256, new RSASSASigner(keys.getPrivate()))).kind())
        .isEqualTo(Kind.HINT);
  }

  @Test
  void the_same_delivery_has_the_same_fingerprint_and_another_has_another() throws Exception {
    var first = signed(envelope("wix.ecom.v1.order_approved", domain(ORDER, "")));
    var second = signed(envelope("wix.ecom.v1.order_updated", domain(ORDER, "")));

    assertThat(read(first).fingerprint()).isEqualTo(read(first).fingerprint());
    assertThat(read(first).fingerprint()).isNotEqualTo(read(second).fingerprint());
  }

  @Test
  void what_is_too_large_is_not_even_read() {
    var delivery = read("x".repeat(64 * 1024 + 1));

    assertThat(delivery.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(delivery.answer()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wix.ecom.v1.order_transactions_details_updated"
            + " | {\"orderTransactions\":{\"orderId\":\"the-order\"}}",
        "wix.ecom.v1.order_transactions_refund_completed | {\"orderId\":\"the-order\"}",
        "wix.ecom.v1.order_transactions_chargeback_approved | {\"orderId\":\"the-order\"}",
        "wix.ecom.v1.order_payment_status_updated | {\"order\":{\"id\":\"the-order\"}}",
        "wix.ecom.v1.order_canceled | {\"order\":{\"id\":\"the-order\"}}"
      })
  void events_about_money_name_the_order_in_what_they_carry(String topic, String body)
      throws Exception {
    var asObject = domain("of-the-event", ",\"actionEvent\":{\"body\":" + body + "}");
    var asText = domain("of-the-event", ",\"actionEvent\":{\"bodyAsJson\":" + text(body) + "}");

    assertThat(read(signed(envelope(topic, asObject))).order()).contains("the-order");
    assertThat(read(signed(envelope(topic, asText))).order()).contains("the-order");
  }

  @Test
  void each_app_is_named_in_its_own_way() throws Exception {
    var tickets = "{\"orderNumber\":\"3088-CBPT-789\",\"eventId\":\"e\"}";
    var charge =
        "{\"id\":\"ev\",\"eventType\":\"TRANSACTION_CREATED\",\"transactionCreatedEvent\":"
            + "{\"transaction\":{\"id\":\"tx-1\",\"createdAt\":\"2026-03-01T10:15:30Z\"}}}";

    assertThat(
            read(signed(envelope("wix.events.ticketing.events.OrderConfirmed", tickets))).order())
        .contains("3088-CBPT-789");
    assertThat(
            read(signed(envelope("wix.pricing_plans.v2.order_purchased", domain(ORDER, ""))))
                .order())
        .contains(ORDER);
    // How the cashier's envelope is called is not documented; what it holds tells.
    assertThat(read(signed(envelope("whatever", charge))).order())
        .contains("tx-1@2026-03-01T10:15:30Z");
  }

  @Test
  void what_is_about_no_sale_or_about_a_buyer_to_be_forgotten_is_taken_and_ignored()
      throws Exception {
    var anonymous = domain(ORDER, "").replace("Request\":false", "Request\":true");

    for (var body :
        new String[] {
          envelope("wix.ecom.v1.fulfillments_updated", domain(ORDER, "")),
          envelope("wix.stores.catalog.v3.inventory_item_updated", domain(ORDER, "")),
          envelope("wix.ecom.v1.order_updated", anonymous),
          envelope("wix.ecom.v1.order_updated", "no JSON at all")
        }) {
      var delivery = read(signed(body));
      assertThat(delivery.kind()).as(body).isEqualTo(Kind.IGNORED);
      assertThat(delivery.answer()).isEqualTo(200);
    }
  }

  private Delivery read(String body) {
    return read(body, pem(keys), INSTANCE);
  }

  private Delivery read(String body, String key, String instance) {
    var site = WixDesk.site("6d4f1c52-3b7a-4a58-9d0e-5c1f8e2b7a90", "IST.key", key, instance);
    return webhooks.read(AConnection.toWixSite(site), body.getBytes(UTF_8));
  }

  private String signed(String envelope) throws JOSEException {
    return sign(claims(envelope), JWSAlgorithm.RS256, new RSASSASigner(keys.getPrivate()));
  }

  private String claims(String envelope) {
    var now = clock.instant().getEpochSecond();
    return "{\"data\":%s,\"iat\":%d,\"exp\":%d}".formatted(text(envelope), now, now + 600);
  }

  private static String sign(String claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    var token = new JWSObject(new JWSHeader(algorithm), new Payload(claims));
    token.sign(signer);
    return token.serialize();
  }

  private static String envelope(String type, String data) {
    return Json.write(
        Json.MAPPER.valueToTree(
            Map.of("instanceId", INSTANCE, "eventType", type, "identity", "{}", "data", data)));
  }

  private static String domain(String id, String more) {
    return "{\"id\":\"event-1\",\"entityId\":\"%s\",\"triggeredByAnonymizeRequest\":false%s}"
        .formatted(id, more);
  }

  private static String text(String json) {
    return Json.write(Json.MAPPER.getNodeFactory().textNode(json));
  }

  private static String pem(KeyPair pair) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN PUBLIC KEY-----\n"
        + lines.encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
