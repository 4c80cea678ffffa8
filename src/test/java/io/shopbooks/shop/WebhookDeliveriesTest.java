package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.shop.Delivery.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded webhook deliveries, byte by byte. */
class WebhookDeliveriesTest {

  private static final Path FOLDER = Recorded.FOLDER.resolve("us/webhooks/deliveries");

  private final Connection connection = AConnection.toSomeShop();
  private final Shops shops = shops(Settings.usual());

  static Stream<String> recorded() {
    return StreamSupport.stream(index().path("deliveries").spliterator(), false)
        .map(delivery -> delivery.path("name").asText())
        .filter(name -> Files.exists(FOLDER.resolve(name + ".body")));
  }

  private static JsonNode index() {
    return Recorded.json("us/webhooks/deliveries/index.json");
  }

  @Test
  void all_recorded_deliveries_are_looked_at() {
    assertThat(recorded()).hasSize(58);
    assertThat(index().path("secret").asText()).isEqualTo(AConnection.WEBHOOK_SECRET);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void a_recorded_delivery_is_right_and_names_its_order(String name) throws IOException {
    var delivery = read(connection, name);

    var topic = name.replaceFirst("^\\d+-", "");
    var expected =
        topic.startsWith("ping")
            ? Kind.PING
            : topic.startsWith("order.") || topic.startsWith("action.") ? Kind.HINT : Kind.IGNORED;
    assertThat(delivery.kind()).isEqualTo(expected);
    assertThat(delivery.answer()).isEqualTo(200);
    if (expected == Kind.HINT) {
      var json = Json.MAPPER.readTree(body(name));
      var id = json.has("arg") ? json.path("arg") : json.path("id");
      assertThat(delivery.order()).contains(id.asText());
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void the_same_delivery_with_one_byte_changed_is_forged(String name) throws IOException {
    var body = body(name);
    body[0] ^= 1;

    var delivery =
        shops.delivery(connection, header(name, "Topic"), header(name, "Signature"), body);

    assertThat(delivery.kind()).isEqualTo(Kind.FORGED);
    assertThat(delivery.answer()).isEqualTo(401);
    assertThat(delivery.order()).isEmpty();
  }

  @Test
  void a_refund_names_its_order() throws IOException {
    assertThat(read(connection, "0299-action.woocommerce_order_refunded-refund").order())
        .contains("104");
  }

  @Test
  void three_orders_under_one_delivery_id_are_three_deliveries() throws IOException {
    var first = read(connection, "0311-order.created-two-orders-same-second");
    var second = read(connection, "0315-order.created-two-orders-same-second");

    assertThat(header("0311-order.created-two-orders-same-second", "Delivery-ID"))
        .isEqualTo(header("0315-order.created-two-orders-same-second", "Delivery-ID"));
    assertThat(first.fingerprint()).isNotEqualTo(second.fingerprint());
    assertThat(first.fingerprint())
        .isEqualTo(read(connection, "0311-order.created-two-orders-same-second").fingerprint());
  }

  @Test
  void a_webhook_whose_owner_lost_the_rights_names_nothing() throws IOException {
    var weak = AConnection.withWebhookSecret("weak");

    var delivery = read(weak, "owner-without-rights");

    assertThat(delivery.kind()).isEqualTo(Kind.POWERLESS);
    assertThat(delivery.answer()).isEqualTo(200);
  }

  @Test
  void without_a_secret_no_delivery_is_right() throws IOException {
    var open = AConnection.withWebhookSecret("");

    assertThat(read(open, "0301-order.deleted-trash").kind()).isEqualTo(Kind.FORGED);
    assertThat(read(open, "0001-ping-ping").kind()).isEqualTo(Kind.PING);
  }

  @Test
  void a_missing_or_foreign_signature_is_forged() throws IOException {
    var body = body("0301-order.deleted-trash");

    assertThat(shops.delivery(connection, "order.deleted", null, body).kind())
        .isEqualTo(Kind.FORGED);
    assertThat(shops.delivery(connection, "order.deleted", "", body).kind()).isEqualTo(Kind.FORGED);
    assertThat(shops.delivery(connection, null, null, body).kind()).isEqualTo(Kind.FORGED);
    assertThat(read(AConnection.withWebhookSecret("other"), "0301-order.deleted-trash").kind())
        .isEqualTo(Kind.FORGED);
  }

  @Test
  void a_ping_with_a_topic_is_no_ping() {
    var body = "webhook_id=1".getBytes(StandardCharsets.UTF_8);

    assertThat(shops.delivery(connection, "order.created", null, body).kind())
        .isEqualTo(Kind.FORGED);
  }

  @Test
  void entities_in_the_secret_count_as_what_they_stand_for() throws IOException {
    // HMAC-SHA256 of the body with the secret a&b<c.
    var body = "{\"id\":104}".getBytes(StandardCharsets.UTF_8);
    var signature = "K1BWRiuqSVfGDo0/5KGJGd/CeM1a/iDdJ0755ws7Fzs=";

    for (var secret : new String[] {"a&b<c", "a&amp;b&lt;c"}) {
      var delivery =
          shops.delivery(AConnection.withWebhookSecret(secret), "order.deleted", signature, body);
      assertThat(delivery.order()).as(secret).contains("104");
    }
  }

  @Test
  void a_body_that_is_too_large_is_not_even_hashed_against_the_secret() throws IOException {
    var small = shops(Settings.with(Map.of("largest-delivery", "100B")));
    var name = "0013-order.updated-guest-nyc-two-rates";

    var delivery =
        small.delivery(connection, header(name, "Topic"), header(name, "Signature"), body(name));

    assertThat(delivery.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(delivery.answer()).isEqualTo(413);
  }

  @Test
  void only_a_hint_names_an_order() {
    assertThatThrownBy(() -> new Delivery(Kind.PING, "", Optional.of("5"), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Delivery read(Connection from, String name) throws IOException {
    return shops.delivery(from, header(name, "Topic"), header(name, "Signature"), body(name));
  }

  private static byte[] body(String name) throws IOException {
    return Files.readAllBytes(FOLDER.resolve(name + ".body"));
  }

  private static String header(String name, String header) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name + ".headers")).stream()
        .filter(line -> line.startsWith("X-WC-Webhook-" + header + ": "))
        .map(line -> line.substring(line.indexOf(": ") + 2).strip())
        .findFirst()
        .orElse(null);
  }

  private static Shops shops(ShopSettings settings) {
    return new Shops(
        settings, new Mappings(Path.of("mappings"), settings), Clock.systemUTC(), time -> {});
  }
}
