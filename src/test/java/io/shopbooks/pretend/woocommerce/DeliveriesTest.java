package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Webhooks: what a delivery carries, when it goes, and what happens if nobody listens
 * (`woocommerce.md` 9).
 */
class DeliveriesTest {

  private final Subscriber subscriber = new Subscriber();
  private final PretendWooCommerce shop = subscriber.open.shop;
  private final Caller caller = subscriber.open.caller();

  @AfterEach
  void close() {
    subscriber.close();
  }

  private static String hmac(byte[] body, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("9.2 a delivery carries the recorded headers, signed over its exact bytes")
  void a_delivery_carries_the_recorded_headers_signed_over_its_exact_bytes() {
    var webhook = subscriber.to("order.updated");
    var id = shop.sells(anOrder().of("CAFÉ-ÑANDÚ/100"));

    var delivery = shop.runCron().get(0);

    assertThat(delivery.headers())
        .containsEntry("User-Agent", "WooCommerce/11.0.1 Hookshot (WordPress/7.1)")
        .containsEntry("Content-Type", "application/json")
        .containsEntry("X-WC-Webhook-Source", shop.home() + "/")
        .containsEntry("X-WC-Webhook-Topic", "order.updated")
        .containsEntry("X-WC-Webhook-Resource", "order")
        .containsEntry("X-WC-Webhook-Event", "updated")
        .containsEntry("X-WC-Webhook-ID", Integer.toString(webhook))
        .containsEntry("X-WC-Webhook-Signature", hmac(delivery.body(), Subscriber.SECRET));
    assertThat(delivery.headers().get("X-WC-Webhook-Delivery-ID")).matches("[0-9a-f]{32}");
    assertThat(delivery.text()).startsWith("{\"id\":" + id + ",").contains("\\/", "\\u65e5");
    assertThat(Json.read(delivery.body())).isEqualTo(caller.get("/orders/" + id).json());
  }

  @Test
  @DisplayName("9.2 our JSON has the very bytes of the recorded deliveries")
  void our_json_has_the_very_bytes_of_the_recorded_deliveries() {
    for (var name :
        List.of("0013-order.updated-guest-nyc-two-rates", "0042-order.updated-unicode-names")) {
      var recorded = Recording.bytes("us/webhooks/deliveries/" + name + ".body");

      assertThat(Json.php(Json.read(recorded))).isEqualTo(recorded);
    }
  }

  @Test
  @DisplayName("9.2 the recorded signatures are ours, too")
  void the_recorded_signatures_are_ours_too() {
    var name = "us/webhooks/deliveries/0013-order.updated-guest-nyc-two-rates";
    var headers = new String(Recording.bytes(name + ".headers"), StandardCharsets.UTF_8);

    var signature = Envelope.signature(Recording.bytes(name + ".body"), Subscriber.SECRET);

    assertThat(headers).contains("X-WC-Webhook-Signature: " + signature);
  }

  @Test
  @DisplayName("9.2 a secret's HTML entities are decoded before it signs")
  void a_secrets_html_entities_are_decoded_before_it_signs() {
    var body = "x".getBytes(StandardCharsets.UTF_8);

    assertThat(Envelope.signature(body, "a&amp;b&lt;c")).isEqualTo(hmac(body, "a&b<c"));
  }

  @Test
  @DisplayName("9.2 two deliveries of one webhook in one second share their delivery id")
  void two_deliveries_of_one_webhook_in_one_second_share_their_delivery_id() {
    subscriber.to("order.created");
    for (var i = 0; i < 3; i++) {
      shop.sells(anOrder().of("TSHIRT-01"));
    }

    var sameSecond = shop.runCron();
    shop.sells(anOrder().of("TSHIRT-01"));
    subscriber.open.clock.movesSeconds(1);
    var later = shop.runCron();

    assertThat(sameSecond).hasSize(3);
    assertThat(sameSecond.stream().map(DeliveriesTest::deliveryId).distinct()).hasSize(1);
    assertThat(deliveryId(later.get(0))).isNotEqualTo(deliveryId(sameSecond.get(0)));
  }

  private static String deliveryId(Delivery delivery) {
    return delivery.headers().get("X-WC-Webhook-Delivery-ID");
  }

  @Test
  @DisplayName("9.2 what waits and is alike is one delivery, built when it is sent")
  void what_waits_and_is_alike_is_one_delivery_built_when_it_is_sent() {
    subscriber.to("order.created");
    subscriber.to("order.updated");
    var id = shop.sells(anOrder().of("LAMP-3571").via("rest-api"));
    for (var status : List.of("on-hold", "processing", "completed")) {
      shop.movesTo(id, status);
    }

    var delivered = shop.runCron();

    assertThat(delivered.stream().map(Delivery::topic))
        .containsExactly("order.created", "order.updated");
    assertThat(delivered)
        .allMatch(d -> Json.read(d.body()).path("status").asText().equals("completed"));
    assertThat(shop.runCron()).isEmpty();
  }

  @Test
  @DisplayName("9.2 a failed delivery is not tried again, and the seventh in a row switches off")
  void the_seventh_failure_in_a_row_switches_the_webhook_off() {
    var webhook = subscriber.to("order.updated");
    var order = shop.sells(anOrder().of("TSHIRT-01"));
    shop.runCron();
    subscriber.answer = 500;
    var history = new ArrayList<String>();
    for (var failure = 1; failure <= 7; failure++) {
      caller.put("/orders/" + order, "{}");
      assertThat(shop.runCron()).hasSize(1);
      assertThat(shop.runCron()).isEmpty();
      history.add(caller.get("/webhooks/" + webhook).json().path("status").asText());
    }

    assertThat(history)
        .containsExactly("active", "active", "active", "active", "active", "active", "disabled");
    caller.put("/orders/" + order, "{}");
    assertThat(shop.runCron()).isEmpty();
  }

  @Test
  @DisplayName("9.2 a success in between forgives the failures before it")
  void a_success_in_between_forgives_the_failures_before_it() {
    var webhook = subscriber.to("order.updated");
    var order = shop.sells(anOrder().of("TSHIRT-01"));
    for (var delivery = 1; delivery <= 12; delivery++) {
      subscriber.answer = delivery == 6 ? 302 : 303;
      caller.put("/orders/" + order, "{}");
      shop.runCron();
    }

    assertThat(caller.get("/webhooks/" + webhook).json().path("status").asText())
        .isEqualTo("active");
  }

  @Test
  @DisplayName("9.2 switched on again by PUT, a webhook delivers again")
  void switched_on_again_a_webhook_delivers_again() {
    var webhook = subscriber.to("order.updated");
    caller.put("/webhooks/" + webhook, "{\"status\":\"disabled\"}");
    var order = shop.sells(anOrder().of("TSHIRT-01"));
    assertThat(shop.runCron()).isEmpty();

    caller.put("/webhooks/" + webhook, "{\"status\":\"active\"}");
    caller.put("/orders/" + order, "{}");

    assertThat(subscriber.topics()).containsExactly("order.updated");
    assertThat(caller.put("/webhooks/" + webhook, "{\"status\":\"on\"}").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("9.1 an owner without rights delivers an error, signed as usual")
  void an_owner_without_rights_delivers_an_error_signed_as_usual() {
    var webhook = subscriber.to("order.updated");
    shop.takesRightsFromOwnerOf(webhook);
    shop.sells(anOrder().of("TSHIRT-01"));

    var delivery = shop.runCron().get(0);

    assertThat(delivery.body())
        .isEqualTo(Recording.bytes("us/webhooks/deliveries/owner-without-rights.body"));
    assertThat(delivery.headers().get("X-WC-Webhook-Signature"))
        .isEqualTo(hmac(delivery.body(), Subscriber.SECRET));
  }

  @Test
  @DisplayName("9.2 whoever is told may ask the shop at once")
  void whoever_is_told_may_ask_the_shop_at_once() {
    var id = shop.sells(anOrder().of("TSHIRT-01"));
    var asked = new ArrayList<Integer>();
    subscriber.listener.mount(
        "/asking",
        exchange -> {
          asked.add(caller.get("/orders/" + id).status());
          exchange.sendResponseHeaders(200, -1);
        });

    subscriber.to("order.updated", subscriber.listener.address("/asking").toString());
    caller.put("/orders/" + id, "{}");
    shop.runCron();

    assertThat(asked).containsExactly(200, 200);
  }
}
