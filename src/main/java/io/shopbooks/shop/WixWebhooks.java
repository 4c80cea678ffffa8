package io.shopbooks.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import io.shopbooks.connections.Connection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/**
 * Deliveries of the webhooks of the site owner's own Wix app: a token signed with the app's key, in
 * it JSON in a string in JSON in a string (`wix.md` 5).
 */
final class WixWebhooks {

  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(1);

  private final DataSize largest;
  private final Clock clock;

  WixWebhooks(DataSize largest, Clock clock) {
    this.largest = largest;
    this.clock = clock;
  }

  Delivery read(Connection connection, byte[] body) {
    if (body.length > largest.toBytes()) {
      return delivery(Delivery.Kind.TOO_LARGE, "", Optional.empty(), body);
    }
    var envelope = verified(connection.shop().wix().orElseThrow(), body);
    if (envelope.isEmpty()) {
      return delivery(Delivery.Kind.FORGED, "", Optional.empty(), body);
    }
    var topic = envelope.get().path("eventType").asText("");
    var event = nested(envelope.get().path("data"));
    var about = event.path("triggeredByAnonymizeRequest").asBoolean() ? "" : about(topic, event);
    return about.isEmpty()
        ? delivery(Delivery.Kind.IGNORED, topic, Optional.empty(), body)
        : delivery(Delivery.Kind.HINT, topic, Optional.of(about), body);
  }

  /** What was signed, if it is signed with the app's key, still valid, and about its instance. */
  private Optional<JsonNode> verified(Connection.Wix site, byte[] body) {
    try {
      var token = JWSObject.parse(new String(body, StandardCharsets.UTF_8).strip());
      if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
          || !token.verify(new RSASSAVerifier(key(site.appPublicKey().orElse(""))))) {
        return Optional.empty();
      }
      var claims = Json.read(token.getPayload().toString());
      // One that never ends is only a hint, like any other.
      var ends = Instant.ofEpochSecond(claims.path("exp").asLong(Instant.MAX.getEpochSecond()));
      var envelope = nested(claims.path("data"));
      var instance = envelope.path("instanceId").asText("");
      return Optional.of(envelope)
          .filter(any -> ends.isAfter(clock.instant().minus(CLOCKS_MAY_DIFFER)))
          .filter(any -> site.instanceId().filter(instance::equalsIgnoreCase).isPresent());
    } catch (ParseException
        | JOSEException
        | JsonProcessingException
        | GeneralSecurityException
        | DateTimeException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The key as the app's dashboard shows it: PEM, or that once more in Base64. */
  private static RSAPublicKey key(String told) throws GeneralSecurityException {
    var text = told.strip().replace("\\n", "\n");
    var pem =
        text.startsWith("-----")
            ? text
            : new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    var bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    return (RSAPublicKey)
        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
  }

  /** Whether this is a public key as {@code shop.app-public-key} has it. */
  static boolean isKey(String told) {
    try {
      return key(told).getModulus().signum() > 0;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Which sale to read again; empty if it is about none. */
  private static String about(String topic, JsonNode event) {
    if (topic.startsWith("wix.ecom.v1.order")) {
      return order(event);
    }
    if (topic.startsWith("wix.pricing_plans.v2.order_")) {
      return event.path("entityId").asText("");
    }
    if (topic.startsWith("wix.events.ticketing.events.Order")) {
      return event.path("orderNumber").asText("");
    }
    return charge(event);
  }

  /** Events of payments and refunds name their order in what they carry, perhaps as text (5). */
  private static String order(JsonNode event) {
    var action = event.path("actionEvent");
    var body = nested(action.has("body") ? action.path("body") : action.path("bodyAsJson"));
    return Stream.of(
            body.path("orderId"),
            body.path("orderTransactions").path("orderId"),
            body.path("order").path("id"),
            event.path("entityId"))
        .map(id -> id.asText(""))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The cashier's own event is known by what it holds, not by its name (4.2). */
  private static String charge(JsonNode event) {
    return Stream.of(
            "transactionCreatedEvent",
            "transactionUpdatedEvent",
            "transactionStatusChangedEvent",
            "refundStatusChangedEvent",
            "recurringPaymentStatusChangedEvent")
        .map(holder -> event.path(holder).path("transaction"))
        .filter(JsonNode::isObject)
        .map(row -> row.path("id").asText() + "@" + row.path("createdAt").asText())
        .findFirst()
        .orElse("");
  }

  /** JSON in a string, or the object itself. */
  private static JsonNode nested(JsonNode value) {
    try {
      return value.isTextual() ? Json.read(value.asText()) : value;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static Delivery delivery(
      Delivery.Kind kind, String topic, Optional<String> sale, byte[] body) {
    return new Delivery(kind, topic, sale, Digests.sha256(body));
  }
}
