package io.shopbooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.ledger.Standing;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.secrecy.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deliveries of a shop, from the wire to the books. No sync runs by itself here. */
class WebhooksTest {

  private static final String SECRET = Secrets.WEBHOOK_SECRET;
  private static final int LARGEST = 64 * 1024;

  private static World world;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void serve() throws IOException {
    world =
        World.of(
                Store.us().deliveringAnywhere(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2026-01-01" }
                taxes: { mode: mapped, us-code: New York City }
                """)
            .with("shopbooks.shop.largest-delivery", LARGEST + "B")
            .served();
    var text = Files.readString(world.file());
    Files.writeString(
        world.file(),
        text.replace("kind: woocommerce", "kind: woocommerce\n  webhook-secret: " + SECRET));
    for (var topic : List.of("order.created", "order.updated")) {
      world.shop.tells(topic, world.address() + "/webhooks/acme", SECRET);
    }
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void what_the_shop_delivers_brings_the_order_to_the_books() {
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-1"));

    assertThat(world.shop.runCron()).isNotEmpty().allMatch(delivery -> delivery.isWellTaken());

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(world.company.documents("SalesReceipt"))
                    .anySatisfy(receipt -> assertThat(receipt.number()).isEqualTo("A-1")));
    assertThat(world.bean(Standing.class).lastRun("acme")).as("no sync was needed").isEmpty();
  }

  @Test
  void what_is_not_rightly_signed_is_refused() throws Exception {
    var body = "{\"id\":999999}";

    assertThat(deliver("acme", sign(body, "another secret"), text(body))).isEqualTo(401);
    assertThat(deliver("acme", "", text(body))).isEqualTo(401);
    assertThat(deliver("acme", sign(body, SECRET), text(body + " "))).isEqualTo(401);
  }

  @Test
  void the_same_delivery_twice_is_taken_once() throws Exception {
    var id = world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-2"));
    var body = "{\"id\":" + id + "}";

    assertThat(deliver("acme", sign(body, SECRET), text(body))).isEqualTo(200);
    assertThat(deliver("acme", sign(body, SECRET), text(body))).isEqualTo(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(world.company.documents("SalesReceipt"))
                    .filteredOn(receipt -> receipt.number().equals("A-2"))
                    .hasSize(1));
  }

  @Test
  void a_connection_that_is_not_there_is_not_found() throws Exception {
    assertThat(deliver("nobody", sign("{}", SECRET), text("{}"))).isEqualTo(404);
  }

  @Test
  void the_ping_of_a_new_webhook_is_answered_though_it_is_not_signed() throws Exception {
    var ping =
        request("acme")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("webhook_id=7"));

    assertThat(status(ping)).isEqualTo(200);
  }

  @Test
  void what_is_too_large_is_refused_whether_it_says_its_size_or_not() throws Exception {
    var large = "x".repeat(LARGEST + 1);

    assertThat(deliver("acme", sign(large, SECRET), text(large))).isEqualTo(413);
    assertThat(deliver("acme", sign(large, SECRET), chunks(large))).isEqualTo(413);
    for (var path : List.of("/%77ebhooks/acme", "/webhooks%3B/acme", "/webhooks/%61cme")) {
      var there = HttpRequest.newBuilder(URI.create(world.address() + path));
      assertThat(status(there.POST(chunks(large)))).as(path).isIn(413, 400);
    }
    var fits = "{\"id\":0}" + " ".repeat(LARGEST - 8);
    assertThat(deliver("acme", "wrong", chunks(fits))).isEqualTo(401);
  }

  @Test
  void only_deliveries_are_taken() throws Exception {
    assertThat(status(request("acme").GET())).isEqualTo(405);
  }

  private static int deliver(String connection, String signature, BodyPublisher body)
      throws Exception {
    var request =
        request(connection)
            .header("Content-Type", "application/json")
            .header("X-WC-Webhook-Topic", "order.updated")
            .POST(body);
    return status(
        signature.isEmpty() ? request : request.header("X-WC-Webhook-Signature", signature));
  }

  private static HttpRequest.Builder request(String connection) {
    return HttpRequest.newBuilder(URI.create(world.address() + "/webhooks/" + connection));
  }

  private static int status(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static BodyPublisher text(String body) {
    return BodyPublishers.ofString(body);
  }

  /** Nobody knows the size of a stream before its end. */
  private static BodyPublisher chunks(String body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  private static String sign(String body, String secret) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
  }
}
