package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.DELIVERY;
import static io.shopbooks.pretend.wix.Site.Kind.HOOK;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The webhooks of the app: JWTs, sent again up to twelve times until they are taken (`wix.md` 5).
 * Nothing is sent by itself: {@link PretendWix#deliversWebhooks} sends what is due by the clock.
 */
public final class Webhooks {

  /** How long after a failure the next attempt is due. */
  static final List<Duration> RESENDS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(2),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(4),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(8),
          Duration.ofHours(12));

  private static final Duration JWT_LIFE = Duration.ofMinutes(10);

  private final Site site;
  private final HttpClient http = HttpClient.newHttpClient();

  Webhooks(Site site) {
    this.site = site;
  }

  /** The app's public key, as PEM: what webhooks are verified with. */
  public String publicKey() {
    return site.alone(() -> AppKey.of(site).pem());
  }

  /** Events of these types go to this address from now on; cashier payments: PAYMENT_EVENT. */
  public void subscribe(String url, String... eventTypes) {
    site.alone(
        () -> {
          var hook = Json.object().put("id", site.nextId()).put("url", url);
          var events = hook.putArray("events");
          List.of(eventTypes).forEach(events::add);
          site.put(HOOK, hook.path("id").asText(), hook);
          return hook;
        });
  }

  List<Delivery> deliver() {
    var sent = new ArrayList<Delivery>();
    for (var delivery : site.alone(this::due)) {
      var ready = site.alone(() -> ready(delivery));
      // Not while the site is locked: whoever is told may ask back at once.
      var answered = send(ready);
      site.alone(() -> answered(delivery, answered.isTaken()));
      sent.add(answered);
    }
    return sent;
  }

  private List<ObjectNode> due() {
    var due = new ArrayList<ObjectNode>();
    site.all(DELIVERY)
        .filter(delivery -> !delivery.path("done").asBoolean())
        .filter(delivery -> !dueAt(delivery).isAfter(site.now()))
        .forEach(due::add);
    if (site.settings.has(Habit.TELLS_BACKWARDS)) {
      Collections.reverse(due);
    }
    return due;
  }

  private static Instant dueAt(ObjectNode delivery) {
    return Instant.parse(delivery.path("due").asText());
  }

  private Delivery ready(ObjectNode delivery) {
    var hook = site.latest(HOOK, delivery.path("hook").asText());
    return new Delivery(
        delivery.path("id").asText(),
        delivery.path("eventType").asText(),
        hook.path("url").asText(),
        jwt(delivery),
        delivery.path("failures").asInt() + 1,
        0);
  }

  // JSON in a string in JSON in a string in the token (5).
  private String jwt(ObjectNode delivery) {
    var identity = Json.object().put("identityType", "WIX_USER");
    var inner = Json.object().put("instanceId", Doorkeeper.INSTANCE_ID);
    inner.put("eventType", delivery.path("eventType").asText());
    inner.put("identity", Json.text(identity));
    inner.put("data", Json.text(delivery.path("data")));
    var claims = Json.object().put("data", Json.text(inner));
    claims.put("iat", site.now().getEpochSecond());
    claims.put("exp", site.now().plus(JWT_LIFE).getEpochSecond());
    return AppKey.of(site).sign(Json.text(claims));
  }

  private Delivery send(Delivery ready) {
    var request =
        HttpRequest.newBuilder(URI.create(ready.url()))
            .timeout(site.settings.patience())
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(ready.body()))
            .build();
    try {
      var status = http.send(request, BodyHandlers.discarding()).statusCode();
      return new Delivery(
          ready.id(), ready.eventType(), ready.url(), ready.body(), ready.attempt(), status);
    } catch (IOException e) {
      return ready;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ready;
    }
  }

  private ObjectNode answered(ObjectNode before, boolean isTaken) {
    var delivery = before.deepCopy();
    var failures = delivery.path("failures").asInt() + 1;
    if (isTaken || failures > RESENDS.size()) {
      delivery.put("done", true);
    } else {
      delivery.put("failures", failures);
      delivery.put("due", site.now().plus(RESENDS.get(failures - 1)).toString());
    }
    site.put(DELIVERY, delivery.path("id").asText(), delivery);
    return delivery;
  }
}
