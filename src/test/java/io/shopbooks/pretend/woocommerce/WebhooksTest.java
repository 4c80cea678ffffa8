package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.shopbooks.pretend.PretendServer;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks: who is told what, when, and what happens if nobody listens (`woocommerce.md` 9). */
class WebhooksTest {

  private static final String SECRET = "whsec_lab_us_0001";

  private final OpenShop open = OpenShop.of(Store.us().deliveringAnywhere());
  private final PretendWooCommerce shop = open.shop;
  private final Caller caller = open.caller();
  private final PretendServer listener = PretendServer.start(0);
  private final List<String> heard = new ArrayList<>();
  private int answer = 200;

  WebhooksTest() {
    listener.mount("/hook", this::listen);
  }

  @AfterEach
  void close() {
    open.close();
    listener.close();
  }

  private void listen(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    heard.add(exchange.getRequestHeaders().getFirst("X-WC-Webhook-Topic") + " " + body);
    exchange.sendResponseHeaders(answer, -1);
  }

  private int subscribed(String topic) {
    return subscribed(topic, listener.address("/hook").toString());
  }

  private int subscribed(String topic, String url) {
    var body =
        "{\"topic\":\"%s\",\"delivery_url\":\"%s\",\"secret\":\"%s\"}"
            .formatted(topic, url, SECRET);
    var reply = caller.post("/webhooks", body);
    assertThat(reply.status()).isEqualTo(201);
    return reply.json().path("id").asInt();
  }

  private List<String> topics() {
    return shop.runCron().stream().map(Delivery::topic).toList();
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
  @DisplayName("9.1 a webhook is made as recorded, and its secret is never shown")
  void a_webhook_is_made_as_recorded_and_its_secret_is_never_shown() {
    var body =
        """
        {"name":"lab order.created","topic":"order.created",\
        "delivery_url":"http://127.0.0.1:8080/hook/us","secret":"%s"}"""
            .formatted(SECRET);

    var reply = caller.post("/webhooks", body);

    var recorded = Recording.of("us/webhooks/create-webhook");
    for (var field :
        List.of(
            "id",
            "name",
            "status",
            "topic",
            "resource",
            "event",
            "hooks",
            "delivery_url",
            "date_modified")) {
      assertThat(reply.json().path(field)).isEqualTo(recorded.path(field));
    }
    assertThat(reply.json().fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> recorded.fieldNames());
    assertThat(reply.text()).doesNotContain(SECRET);
    assertThat(reply.header("Location")).endsWith("/webhooks/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order.refunded", "customer.restored", "action.save_post", "order"})
  @DisplayName("9.1 a topic that does not exist is refused in the recorded words")
  void a_topic_that_does_not_exist_is_refused(String topic) {
    var body = "{\"topic\":\"" + topic + "\",\"delivery_url\":\"http://127.0.0.1:8080/x\"}";

    var reply = caller.post("/webhooks", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/400-webhook-topic"));
  }

  @Test
  @DisplayName("9.1 a new webhook is greeted by an unsigned form")
  void a_new_webhook_is_greeted_by_an_unsigned_form() {
    var id = subscribed("order.created");

    assertThat(heard).containsExactly("null webhook_id=" + id);
  }

  @Test
  @DisplayName("9.1 a greeting that fails stops nothing, and comes again at the next save")
  void a_greeting_that_fails_comes_again_at_the_next_save() {
    answer = 500;
    var id = subscribed("order.created");
    answer = 200;

    caller.put("/webhooks/" + id, "{\"name\":\"again\"}");
    caller.put("/webhooks/" + id, "{\"name\":\"and again\"}");

    assertThat(heard).hasSize(2);
    assertThat(caller.get("/webhooks/" + id).json().path("status").asText()).isEqualTo("active");
  }

  @Test
  @DisplayName("9.1 an address that nobody answers makes a webhook all the same")
  void an_address_that_nobody_answers_makes_a_webhook_all_the_same() {
    var body = "{\"topic\":\"order.created\",\"delivery_url\":\"http://127.0.0.1:1/fail\"}";

    assertThat(caller.post("/webhooks", body).status()).isEqualTo(201);
  }

  @Test
  @DisplayName("9.1 a real host delivers neither to private addresses nor to odd ports")
  void a_real_host_delivers_neither_to_private_addresses_nor_to_odd_ports() {
    try (var strict = OpenShop.of(Store.us())) {
      var own = strict.server.address("/shop/pretend/audit").toString();
      for (var url : List.of(listener.address("/hook").toString(), "http://10.0.0.1/x", own)) {
        var body =
            "{\"topic\":\"order.created\",\"delivery_url\":\"%s\",\"secret\":\"s\"}".formatted(url);
        strict.caller().post("/webhooks", body);
      }
      strict.shop.sells(anOrder().of("TSHIRT-01"));

      var answers = strict.shop.runCron().stream().map(Delivery::answer).toList();

      // Its own host and port are allowed: there somebody answers, though not with success.
      assertThat(answers).containsExactlyInAnyOrder(0, 0, 404);
      assertThat(heard).isEmpty();
    }
  }

  @Test
  @DisplayName("9.2 a delivery carries the recorded headers, signed over its exact bytes")
  void a_delivery_carries_the_recorded_headers_signed_over_its_exact_bytes() {
    var webhook = subscribed("order.updated");
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
        .containsEntry("X-WC-Webhook-Signature", hmac(delivery.body(), SECRET));
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

    var signature = Envelope.signature(Recording.bytes(name + ".body"), SECRET);

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
    subscribed("order.created");
    for (var i = 0; i < 3; i++) {
      shop.sells(anOrder().of("TSHIRT-01"));
    }

    var sameSecond = shop.runCron();
    shop.sells(anOrder().of("TSHIRT-01"));
    open.clock.movesSeconds(1);
    var later = shop.runCron();

    assertThat(sameSecond).hasSize(3);
    assertThat(sameSecond.stream().map(WebhooksTest::deliveryId).distinct()).hasSize(1);
    assertThat(deliveryId(later.get(0))).isNotEqualTo(deliveryId(sameSecond.get(0)));
  }

  private static String deliveryId(Delivery delivery) {
    return delivery.headers().get("X-WC-Webhook-Delivery-ID");
  }

  @Test
  @DisplayName("9.2 what waits and is alike is one delivery, built when it is sent")
  void what_waits_and_is_alike_is_one_delivery_built_when_it_is_sent() {
    subscribed("order.created");
    subscribed("order.updated");
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
  @DisplayName("9.2 of a checkout order.updated comes first, of a REST order order.created")
  void of_a_checkout_order_updated_comes_first() {
    subscribed("order.created");
    subscribed("order.updated");

    shop.sells(anOrder().of("LAMP-3571"));
    assertThat(topics()).containsExactly("order.updated", "order.created");
    shop.sells(anOrder().of("LAMP-3571").via("rest-api"));
    assertThat(topics()).containsExactly("order.created", "order.updated");
  }

  @Test
  @DisplayName("9.3 who is told what, as in the recorded experiments")
  void who_is_told_what_as_in_the_recorded_experiments() {
    for (var topic :
        List.of(
            "order.created",
            "order.updated",
            "order.deleted",
            "order.restored",
            "product.created",
            "product.updated",
            "product.deleted",
            "customer.updated",
            "action.woocommerce_order_refunded")) {
      subscribed(topic);
    }
    var id = shop.sells(anOrder().of("TSHIRT-01").paidBy("cod").via("rest-api"));
    assertThat(topics()).containsExactly("order.created", "order.updated", "product.updated");

    told("refund", () -> shop.refunds(id, NewRefund.aRefund().amounting("1")));
    told("note-only", () -> caller.post("/orders/" + id + "/notes", "{\"note\":\"x\"}"));
    told("no-op-put", () -> caller.put("/orders/" + id, "{}"));
    told("get-only", () -> caller.get("/orders/" + id));
    told("trash", () -> caller.delete("/orders/" + id));
    told("untrash", () -> shop.untrashes(id));
    told("force-delete", () -> caller.delete("/orders/" + id + "?force=true"));
    told("stock-put", () -> caller.put("/products/15", "{\"stock_quantity\":5}"));
    told(
        "variation-stock-put",
        () -> caller.put("/products/28/variations/29", "{\"stock_quantity\":5}"));
    told(
        "product-create-trash",
        () -> {
          var product = caller.post("/products", "{\"name\":\"New\"}").json().path("id").asInt();
          caller.delete("/products/" + product);
          assertThat(topics()).containsExactly("product.created", "product.deleted");
          caller.delete("/products/" + product + "?force=true");
        },
        List.of());
    told("customer-update", () -> caller.put("/customers/2", "{\"first_name\":\"Janet\"}"));
  }

  private void told(String experiment, Runnable action) {
    var recorded = Recording.of("us/webhooks/experiments").path(experiment);
    var topics = new ArrayList<String>();
    recorded.path("deliveries").forEach(d -> topics.add(d.path("topic").asText()));
    told(experiment, action, topics);
  }

  private void told(String experiment, Runnable action, List<String> topics) {
    assertThat(Recording.of("us/webhooks/experiments").has(experiment)).isTrue();
    action.run();
    assertThat(topics()).as(experiment).containsExactlyElementsOf(topics);
  }

  @Test
  @DisplayName("9.3 drafts are told to nobody")
  void drafts_are_told_to_nobody() {
    subscribed("order.created");

    shop.sells(anOrder().of("TSHIRT-01").inStatus("checkout-draft"));

    assertThat(topics()).isEmpty();
  }

  @Test
  @DisplayName("9.2 a deleted order is told by its id alone, a refund by its order's")
  void a_deleted_order_is_told_by_its_id_alone() {
    subscribed("order.deleted");
    subscribed("action.woocommerce_order_refunded");
    var id = shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));

    shop.refunds(id, NewRefund.aRefund().amounting("1"));
    assertThat(shop.runCron().get(0).text())
        .isEqualTo("{\"action\":\"woocommerce_order_refunded\",\"arg\":" + id + "}");
    shop.trashes(id);
    assertThat(shop.runCron().get(0).text()).isEqualTo("{\"id\":" + id + "}");
  }

  @Test
  @DisplayName("9.3 a variation is told under its own id, in the shape of a product")
  void a_variation_is_told_under_its_own_id() {
    subscribed("product.updated");

    caller.put("/products/28/variations/29", "{\"stock_quantity\":6}");

    var body = Json.read(shop.runCron().get(0).body());
    var recorded =
        Json.read(
            Recording.bytes(
                "us/webhooks/deliveries/0305-product.updated-variation-stock-put.body"));
    assertThat(body.path("type").asText()).isEqualTo("variation");
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(() -> recorded.fieldNames());
    assertThat(body.path("name")).isEqualTo(recorded.path("name"));
    assertThat(body.path("slug")).isEqualTo(recorded.path("slug"));
  }

  @Test
  @DisplayName("9.2 a failed delivery is not tried again, and the seventh in a row switches off")
  void the_seventh_failure_in_a_row_switches_the_webhook_off() {
    var webhook = subscribed("order.updated");
    var order = shop.sells(anOrder().of("TSHIRT-01"));
    shop.runCron();
    answer = 500;
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
    var webhook = subscribed("order.updated");
    var order = shop.sells(anOrder().of("TSHIRT-01"));
    for (var delivery = 1; delivery <= 12; delivery++) {
      answer = delivery == 6 ? 302 : 303;
      caller.put("/orders/" + order, "{}");
      shop.runCron();
    }

    assertThat(caller.get("/webhooks/" + webhook).json().path("status").asText())
        .isEqualTo("active");
  }

  @Test
  @DisplayName("9.2 switched on again by PUT, a webhook delivers again")
  void switched_on_again_a_webhook_delivers_again() {
    var webhook = subscribed("order.updated");
    caller.put("/webhooks/" + webhook, "{\"status\":\"disabled\"}");
    var order = shop.sells(anOrder().of("TSHIRT-01"));
    assertThat(shop.runCron()).isEmpty();

    caller.put("/webhooks/" + webhook, "{\"status\":\"active\"}");
    caller.put("/orders/" + order, "{}");

    assertThat(topics()).containsExactly("order.updated");
    assertThat(caller.put("/webhooks/" + webhook, "{\"status\":\"on\"}").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("9.1 an owner without rights delivers an error, signed as usual")
  void an_owner_without_rights_delivers_an_error_signed_as_usual() {
    var webhook = subscribed("order.updated");
    shop.takesRightsFromOwnerOf(webhook);
    shop.sells(anOrder().of("TSHIRT-01"));

    var delivery = shop.runCron().get(0);

    assertThat(delivery.body())
        .isEqualTo(Recording.bytes("us/webhooks/deliveries/owner-without-rights.body"));
    assertThat(delivery.headers().get("X-WC-Webhook-Signature"))
        .isEqualTo(hmac(delivery.body(), SECRET));
  }

  @Test
  @DisplayName("9.1 a webhook is deleted with force only")
  void a_webhook_is_deleted_with_force_only() {
    var webhook = subscribed("order.updated");

    assertThat(caller.delete("/webhooks/" + webhook).status()).isEqualTo(501);
    assertThat(caller.delete("/webhooks/" + webhook + "?force=true").status()).isEqualTo(200);
    assertThat(caller.get("/webhooks/" + webhook).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("9.2 whoever is told may ask the shop at once")
  void whoever_is_told_may_ask_the_shop_at_once() {
    var id = shop.sells(anOrder().of("TSHIRT-01"));
    var asked = new ArrayList<Integer>();
    listener.mount(
        "/asking",
        exchange -> {
          asked.add(caller.get("/orders/" + id).status());
          exchange.sendResponseHeaders(200, -1);
        });

    subscribed("order.updated", listener.address("/asking").toString());
    caller.put("/orders/" + id, "{}");
    shop.runCron();

    assertThat(asked).containsExactly(200, 200);
  }
}
