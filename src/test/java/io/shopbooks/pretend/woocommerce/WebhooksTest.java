package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks: who is told what, when, and what happens if nobody listens (`woocommerce.md` 9). */
class WebhooksTest {

  private final Subscriber subscriber = new Subscriber();
  private final PretendWooCommerce shop = subscriber.open.shop;
  private final Caller caller = subscriber.open.caller();

  @AfterEach
  void close() {
    subscriber.close();
  }

  @Test
  @DisplayName("9.1 a webhook is made as recorded, and its secret is never shown")
  void a_webhook_is_made_as_recorded_and_its_secret_is_never_shown() {
    var body =
        """
        {"name":"lab order.created","topic":"order.created",\
        "delivery_url":"http://127.0.0.1:8080/hook/us","secret":"%s"}"""
            .formatted(Subscriber.SECRET);

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
    assertThat(reply.text()).doesNotContain(Subscriber.SECRET);
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
    var id = subscriber.to("order.created");

    assertThat(subscriber.heard).containsExactly("null webhook_id=" + id);
  }

  @Test
  @DisplayName("9.1 a greeting that fails stops nothing, and comes again at the next save")
  void a_greeting_that_fails_comes_again_at_the_next_save() {
    subscriber.answer = 500;
    var id = subscriber.to("order.created");
    subscriber.answer = 200;

    caller.put("/webhooks/" + id, "{\"name\":\"again\"}");
    caller.put("/webhooks/" + id, "{\"name\":\"and again\"}");

    assertThat(subscriber.heard).hasSize(2);
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
      for (var url :
          List.of(subscriber.listener.address("/hook").toString(), "http://10.0.0.1/x", own)) {
        var body =
            "{\"topic\":\"order.created\",\"delivery_url\":\"%s\",\"secret\":\"s\"}".formatted(url);
        strict.caller().post("/webhooks", body);
      }
      strict.shop.sells(anOrder().of("TSHIRT-01"));

      var answers = strict.shop.runCron().stream().map(Delivery::answer).toList();

      // Its own host and port are allowed: there somebody answers, though not with success.
      assertThat(answers).containsExactlyInAnyOrder(0, 0, 404);
      assertThat(subscriber.heard).isEmpty();
    }
  }

  @Test
  @DisplayName("9.2 of a checkout order.updated comes first, of a REST order order.created")
  void of_a_checkout_order_updated_comes_first() {
    subscriber.to("order.created");
    subscriber.to("order.updated");

    shop.sells(anOrder().of("LAMP-3571"));
    assertThat(subscriber.topics()).containsExactly("order.updated", "order.created");
    shop.sells(anOrder().of("LAMP-3571").via("rest-api"));
    assertThat(subscriber.topics()).containsExactly("order.created", "order.updated");
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
      subscriber.to(topic);
    }
    var id = shop.sells(anOrder().of("TSHIRT-01").paidBy("cod").via("rest-api"));
    assertThat(subscriber.topics())
        .containsExactly("order.created", "order.updated", "product.updated");

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
          assertThat(subscriber.topics()).containsExactly("product.created", "product.deleted");
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
    assertThat(subscriber.topics()).as(experiment).containsExactlyElementsOf(topics);
  }

  @Test
  @DisplayName("9.3 drafts are told to nobody")
  void drafts_are_told_to_nobody() {
    subscriber.to("order.created");

    shop.sells(anOrder().of("TSHIRT-01").inStatus("checkout-draft"));

    assertThat(subscriber.topics()).isEmpty();
  }

  @Test
  @DisplayName("9.2 a deleted order is told by its id alone, a refund by its order's")
  void a_deleted_order_is_told_by_its_id_alone() {
    subscriber.to("order.deleted");
    subscriber.to("action.woocommerce_order_refunded");
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
    subscriber.to("product.updated");

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
  @DisplayName("9.1 a webhook is deleted with force only")
  void a_webhook_is_deleted_with_force_only() {
    var webhook = subscriber.to("order.updated");

    assertThat(caller.delete("/webhooks/" + webhook).status()).isEqualTo(501);
    assertThat(caller.delete("/webhooks/" + webhook + "?force=true").status()).isEqualTo(200);
    assertThat(caller.get("/webhooks/" + webhook).status()).isEqualTo(404);
  }
}
