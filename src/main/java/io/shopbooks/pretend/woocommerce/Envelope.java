package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Builds what a webhook sends, at the moment it is sent (`woocommerce.md` 9.2). */
final class Envelope {

  static final String USER_AGENT = "WooCommerce/11.0.1 Hookshot (WordPress/7.1)";

  private final Shop shop;
  private final Views views;

  Envelope(Shop shop, Views views) {
    this.shop = shop;
    this.views = views;
  }

  /** The delivery of a job, signed. */
  Delivery of(ObjectNode webhook, String resource) {
    var body = Json.php(body(webhook, resource));
    var topic = webhook.path("topic").asText();
    var id = webhook.path("id").asInt();
    var headers = new LinkedHashMap<String, String>();
    headers.put("User-Agent", USER_AGENT);
    headers.put("Content-Type", "application/json");
    headers.put("X-WC-Webhook-Source", shop.home() + "/");
    headers.put("X-WC-Webhook-Topic", topic);
    headers.put("X-WC-Webhook-Resource", Topics.resource(topic));
    headers.put("X-WC-Webhook-Event", Topics.event(topic));
    headers.put("X-WC-Webhook-Signature", signature(body, webhook.path(Webhooks.SECRET).asText()));
    headers.put("X-WC-Webhook-ID", Integer.toString(id));
    // Not unique: two deliveries of one webhook in one second share it.
    headers.put("X-WC-Webhook-Delivery-ID", Codes.hex(id + "@" + shop.now().getEpochSecond()));
    return new Delivery(id, webhook.path("delivery_url").asText(), headers, body, 0);
  }

  /** The call that greets a new delivery address: unsigned, a form, without our headers (9.1). */
  static Delivery ping(ObjectNode webhook) {
    var id = webhook.path("id").asInt();
    var headers =
        Map.of("User-Agent", USER_AGENT, "Content-Type", "application/x-www-form-urlencoded");
    var body = ("webhook_id=" + id).getBytes(StandardCharsets.US_ASCII);
    return new Delivery(id, webhook.path("delivery_url").asText(), headers, body, 0);
  }

  private JsonNode body(ObjectNode webhook, String resource) {
    if (!webhook.path(Webhooks.OWNER_HAS_RIGHTS).asBoolean(true)) {
      return Refusal.of(
              403, "woocommerce_rest_cannot_view", "Sorry, you cannot view this resource.")
          .error();
    }
    var topic = webhook.path("topic").asText();
    var id = Integer.parseInt(resource);
    if (Topics.resource(topic).equals("action")) {
      var body = Json.object().put("action", Topics.event(topic));
      body.set("arg", LongNode.valueOf(id));
      return body;
    }
    if (Topics.event(topic).equals("deleted")) {
      return Json.object().put("id", id);
    }
    try {
      return views.ofTopic(Topics.resource(topic), id);
    } catch (Refusal gone) {
      return gone.error();
    }
  }

  /** base64(HMAC-SHA256(raw body, secret)); the secret's HTML entities are decoded first. */
  static String signature(byte[] body, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(decoded(secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decoded(String secret) {
    return secret
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&amp;", "&");
  }
}
