package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** /webhooks (`woocommerce.md` 9.1). */
final class WebhookEndpoints {

  private static final List<String> STATUSES = List.of("active", "paused", "disabled");

  private final Shop shop;
  private final Views views;
  private final Greeter greeter;

  WebhookEndpoints(Shop shop, Views views, Greeter greeter) {
    this.shop = shop;
    this.views = views;
    this.greeter = greeter;
  }

  void addTo(Routes routes) {
    routes.at("webhooks", "GET, POST").get((call, at) -> list(call)).post(this::create);
    routes
        .at("webhooks/{id}", "GET, POST, PUT, PATCH, DELETE")
        .get((call, at) -> shown(200, webhook(Ids.of(at.group(1)))))
        .put((call, at) -> shown(200, update(Ids.of(at.group(1)), call.body())))
        .delete(this::delete);
    var batch = new Batch(this::created, this::update, this::removed);
    routes
        .at("webhooks/batch", Batch.ALLOW)
        .put((call, at) -> batch.answer(call.body(), this::view));
  }

  private ObjectNode webhook(int id) {
    return shop.webhooks
        .find(id)
        .orElseThrow(
            () -> Refusal.of(404, "woocommerce_rest_shop_webhook_invalid_id", "ID is invalid."));
  }

  private Answer list(Call call) {
    var parameters = new Parameters(call.query());
    var paging = Paging.of(parameters);
    var status = parameters.oneOf("status", List.of("all", "active", "paused", "disabled"));
    parameters.check();
    Comparator<ObjectNode> oldestFirst =
        Comparator.comparing(webhook -> webhook.path("date_created_gmt").asText());
    var found =
        shop.webhooks
            .all()
            .filter(w -> status.equals("all") || w.path("status").asText().equals(status))
            .sorted(oldestFirst.thenComparing(w -> w.path("id").asInt()).reversed())
            .toList();
    var page = Json.array();
    paging.of(found).forEach(webhook -> page.add(view(webhook)));
    return paging.header(
        Answer.json(200, page), call, views.links().href("webhooks"), found.size());
  }

  private Answer create(Call call, MatchResult address) {
    var webhook = created(call.body());
    return shown(201, webhook)
        .with("Location", views.links().href("webhooks/" + webhook.path("id").asText()));
  }

  private ObjectNode created(JsonNode body) {
    checkTopic(body.path("topic").asText());
    checkStatus(body);
    if (body.path("delivery_url").asText().isEmpty()) {
      throw Refusal.of(
          400,
          "rest_missing_callback_param",
          "Missing parameter(s): delivery_url",
          OrderEndpoints.missing("delivery_url"));
    }
    var id = shop.counters.next(Counters.Kind.WEBHOOK);
    var webhook = Json.object().put("id", id);
    webhook.put("name", body.path("name").asText("Webhook created on " + shop.now()));
    webhook.put("status", body.path("status").asText("active"));
    topic(webhook, body.path("topic").asText());
    webhook.put("delivery_url", body.path("delivery_url").asText());
    Dates.set(webhook, "date_created", shop.now(), shop.zone());
    Dates.clear(webhook, "date_modified");
    // Without a secret the shop makes one up that nobody can ever read.
    var secret = body.path("secret").asText(Codes.letters("secret" + id + shop.now(), 50));
    webhook.put(Webhooks.SECRET, secret).put(Webhooks.FAILURES, 0);
    webhook.put(Webhooks.PINGED, false);
    shop.webhooks.put(id, webhook);
    greet(webhook);
    return webhook;
  }

  /** The webhook of this topic to this address: made unless it is there, and switched on. */
  void want(String topic, String url, String secret) {
    var body = Json.object().put("topic", topic).put("delivery_url", url);
    body.put("secret", secret).put("status", "active");
    shop.webhooks
        .all()
        .filter(webhook -> webhook.path("topic").asText().equals(topic))
        .filter(webhook -> webhook.path("delivery_url").asText().equals(url))
        .findFirst()
        .ifPresentOrElse(webhook -> update(webhook.path("id").asInt(), body), () -> created(body));
  }

  private ObjectNode update(int id, JsonNode body) {
    var webhook = webhook(id);
    checkStatus(body);
    if (body.has("topic")) {
      checkTopic(body.path("topic").asText());
      topic(webhook, body.path("topic").asText());
    }
    for (var field : new String[] {"name", "status", "delivery_url"}) {
      if (body.has(field)) {
        webhook.put(field, body.path(field).asText());
      }
    }
    if (body.has("secret")) {
      webhook.put(Webhooks.SECRET, body.path("secret").asText());
    }
    Dates.set(webhook, "date_modified", shop.now(), shop.zone());
    shop.webhooks.put(id, webhook);
    greet(webhook);
    return webhook;
  }

  private void greet(ObjectNode webhook) {
    var isActive = webhook.path("status").asText().equals("active");
    if (isActive && !webhook.path(Webhooks.PINGED).asBoolean()) {
      greeter.greetSoon(webhook.deepCopy());
    }
  }

  private static void topic(ObjectNode webhook, String topic) {
    webhook.put("topic", topic);
    webhook.put("resource", Topics.resource(topic)).put("event", Topics.event(topic));
    Topics.hooks(topic).forEach(webhook.putArray("hooks")::add);
  }

  private static void checkTopic(String topic) {
    if (!Topics.isValid(topic)) {
      throw Refusal.of(
          400,
          "woocommerce_rest_shop_webhook_invalid_topic",
          "Webhook topic is required and must be valid.");
    }
  }

  private static void checkStatus(JsonNode body) {
    if (body.has("status") && !STATUSES.contains(body.path("status").asText())) {
      var parameters = new Parameters(Map.of());
      parameters.wrong("status", "rest_not_in_enum", Parameters.notOneOf("status", STATUSES));
      parameters.check();
    }
  }

  private Answer delete(Call call, MatchResult address) {
    var webhook = webhook(Ids.of(address.group(1)));
    if (!new Parameters(call.query()).flag("force")) {
      throw Refusal.of(
          501, "woocommerce_rest_trash_not_supported", "Webhooks do not support trashing.");
    }
    return shown(200, removed(webhook.path("id").asInt()));
  }

  private ObjectNode removed(int id) {
    var webhook = webhook(id);
    shop.webhooks.remove(id);
    return webhook;
  }

  private Answer shown(int status, ObjectNode webhook) {
    return Answer.json(status, view(webhook));
  }

  private ObjectNode view(ObjectNode webhook) {
    return views.plain(webhook, "webhooks");
  }
}
