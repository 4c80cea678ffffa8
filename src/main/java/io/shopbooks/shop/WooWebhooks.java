package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.shopbooks.connections.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.util.unit.DataSize;

/** Deliveries of WooCommerce webhooks (`woocommerce.md` 9). */
final class WooWebhooks {

  private static final Pattern PING = Pattern.compile("webhook_id=\\d+");
  private static final String REFUNDED = "action.woocommerce_order_refunded";
  private static final Set<String> ORDERS =
      Set.of("order.created", "order.updated", "order.deleted", "order.restored");

  private final DataSize largest;

  WooWebhooks(DataSize largest) {
    this.largest = largest;
  }

  Delivery read(Connection connection, String topic, String signature, byte[] body) {
    var named = topic == null ? "" : topic;
    if (body.length > largest.toBytes()) {
      return delivery(Delivery.Kind.TOO_LARGE, named, Optional.empty(), body);
    }
    if (isPing(named, body)) {
      return delivery(Delivery.Kind.PING, named, Optional.empty(), body);
    }
    if (!verify(connection, signature, body)) {
      return delivery(Delivery.Kind.FORGED, named, Optional.empty(), body);
    }
    if (!isFollowed(named)) {
      return delivery(Delivery.Kind.IGNORED, named, Optional.empty(), body);
    }
    var id = json(body).path(named.equals(REFUNDED) ? "arg" : "id");
    return id.isIntegralNumber()
        ? delivery(Delivery.Kind.HINT, named, Optional.of(id.asText()), body)
        : delivery(Delivery.Kind.POWERLESS, named, Optional.empty(), body);
  }

  /** Whether deliveries of this topic are about orders. */
  static boolean isFollowed(String topic) {
    return ORDERS.contains(topic) || topic.equals(REFUNDED);
  }

  /** On the bytes as they came, in constant time; without a secret nothing is right. */
  static boolean verify(Connection connection, String signature, byte[] body) {
    var secret = decoded(connection.shop().woocommerce().orElseThrow().webhookSecret());
    if (secret.isBlank() || signature == null) {
      return false;
    }
    return MessageDigest.isEqual(
        signature(secret, body).getBytes(StandardCharsets.UTF_8),
        signature.strip().getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  // The shop decodes entities in the secret before it signs (9.2).
  private static String decoded(String secret) {
    return secret
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&amp;", "&");
  }

  private static boolean isPing(String topic, byte[] body) {
    return topic.isEmpty() && PING.matcher(new String(body, StandardCharsets.UTF_8)).matches();
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static Delivery delivery(
      Delivery.Kind kind, String topic, Optional<String> order, byte[] body) {
    var fingerprint = Digests.sha256((topic + "\n").getBytes(StandardCharsets.UTF_8), body);
    return new Delivery(kind, topic, order, fingerprint);
  }
}
