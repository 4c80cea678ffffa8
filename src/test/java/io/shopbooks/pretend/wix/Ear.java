package io.shopbooks.pretend.wix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Hears a site's webhooks and verifies them with nothing but Java. */
final class Ear {

  final List<String> received = new CopyOnWriteArrayList<>();
  volatile int answer = 200;
  volatile CountDownLatch patience = new CountDownLatch(0);
  private final OpenSite site;

  private Ear(OpenSite site) {
    this.site = site;
  }

  /** Subscribes to these events of a site. */
  static Ear of(OpenSite site, String... events) {
    var ear = new Ear(site);
    site.server.mount(
        "/hooks",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          ear.received.add(new String(body, StandardCharsets.UTF_8));
          ear.waits();
          exchange.sendResponseHeaders(ear.answer, -1);
          exchange.close();
        });
    site.wix.webhooks().subscribe(site.server.address("/hooks").toString(), events);
    return ear;
  }

  private void waits() {
    try {
      patience.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a JWT carries, after its signature was checked. */
  JsonNode verified(String jwt) {
    var parts = jwt.split("\\.");
    assertThat(parts).hasSize(3);
    var header = Json.read(Base64.getUrlDecoder().decode(parts[0]));
    assertThat(header.path("alg").asText()).isEqualTo("RS256");
    assertThat(isSigned(parts)).isTrue();
    return Json.read(Base64.getUrlDecoder().decode(parts[1]));
  }

  boolean isSigned(String[] parts) {
    var pem = site.wix.webhooks().publicKey().replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(pem));
      var check = Signature.getInstance("SHA256withRSA");
      check.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
      check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return check.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  JsonNode envelope(String jwt) {
    return Json.read(verified(jwt).path("data").asText());
  }

  JsonNode event(String jwt) {
    return Json.read(envelope(jwt).path("data").asText());
  }

  /** The event that was heard at this place, from 0. */
  JsonNode heard(int number) {
    return event(received.get(number));
  }
}
