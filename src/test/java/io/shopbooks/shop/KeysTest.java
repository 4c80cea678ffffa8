package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.shop.ScriptedShop.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How keys travel, and that they reach no message. */
class KeysTest {

  private static final Question ORDERS = Question.list("orders");

  private final ScriptedShop server = new ScriptedShop();
  private final Asker asker = new Asker(server);

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @Test
  void over_http_every_attempt_is_signed_with_a_new_nonce() {
    server.answersInTurn(ScriptedShop.page(503), ScriptedShop.page(503), ScriptedShop.json("[]"));

    asker.ask(ORDERS.with("status", "completed,refunded"));

    var nonces = new HashSet<String>();
    for (var request : server.requests) {
      nonces.add(request.param("oauth_nonce"));
      var parameters = new HashMap<>(request.query());
      var signature = parameters.remove("oauth_signature");
      var base = OAuth1.baseString("GET", server.address() + "/wp-json/wc/v3/orders", parameters);
      assertThat(OAuth1.signature(base, parameters, AConnection.SECRET)).isEqualTo(signature);
      assertThat(parameters)
          .containsEntry("oauth_consumer_key", AConnection.KEY)
          .containsEntry("oauth_signature_method", "HMAC-SHA256")
          .doesNotContainKeys("oauth_version", "consumer_secret");
      assertThat(request.headers()).doesNotContainKey("authorization");
    }
    assertThat(nonces).hasSize(3);
    assertThat(server.requests.get(2).param("oauth_timestamp"))
        .isEqualTo("" + asker.clock.instant().getEpochSecond());
  }

  @Test
  void a_refused_signature_is_made_once_more_for_the_shops_own_idea_of_its_address() {
    var home = "https://shop.example";
    server.answers(
        request -> {
          if (request.path().equals("/wp-json/")) {
            return ScriptedShop.json("{\"home\":\"" + home + "\",\"namespaces\":[]}");
          }
          var parameters = new HashMap<>(request.query());
          var signature = parameters.remove("oauth_signature");
          var base =
              OAuth1.baseString("GET", "http://shop.example/wp-json/wc/v3/orders", parameters);
          return OAuth1.signature(base, parameters, AConnection.SECRET).equals(signature)
              ? ScriptedShop.json("[]")
              : ScriptedShop.json(401, Recorded.text("us/errors/401-bad-secret.json"));
        });
    var api = asker.api(Map.of());

    assertThat(api.ask(asker.connection, ORDERS).json()).isEmpty();
    assertThat(server.requests).hasSize(3);
    api.ask(asker.connection, ORDERS);
    assertThat(server.requests).hasSize(4);
  }

  @Test
  void over_https_the_key_travels_as_basic_or_where_wanted_in_the_query(@TempDir Path folder)
      throws Exception {
    var certificate = SelfSigned.in(folder);
    try (var secure = new ScriptedShop(certificate.server(), "https")) {
      secure.answersInTurn(ScriptedShop.json("[]"));
      var client = HttpClient.newBuilder().sslContext(certificate.client()).build();
      var api =
          new WooApi(
              Settings.usual(),
              new Wire(client, Duration.ofSeconds(20), 1000),
              asker.clock,
              asker.clock);

      api.ask(AConnection.toShopAt(secure.address()), ORDERS);
      api.ask(AConnection.withKeysInTheQueryTo(secure.address()), ORDERS);

      var basic = secure.requests.get(0);
      var pair = AConnection.KEY + ":" + AConnection.SECRET;
      assertThat(basic.headers())
          .containsEntry(
              "authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes()));
      assertThat(basic.query()).isEmpty();
      var query = secure.requests.get(1);
      assertThat(query.headers()).doesNotContainKey("authorization");
      assertThat(query.query())
          .containsEntry("consumer_key", AConnection.KEY)
          .containsEntry("consumer_secret", AConnection.SECRET);

      secure.answersInTurn(ScriptedShop.json(401, Recorded.text("us/errors/401-no-auth.json")));
      assertThatThrownBy(() -> api.ask(AConnection.toShopAt(secure.address()), ORDERS))
          .hasMessageContaining("the host strips the Authorization header (set shop.auth to query)")
          .hasMessageContaining(
              "behind a proxy WordPress may not know that it is reached by https");
      assertThatThrownBy(() -> api.ask(AConnection.withKeysInTheQueryTo(secure.address()), ORDERS))
          .hasMessageNotContaining("set shop.auth to query");
      secure.answersInTurn(ScriptedShop.json(401, Recorded.text("us/errors/401-bad-secret.json")));
      assertThatThrownBy(() -> api.ask(AConnection.toShopAt(secure.address()), ORDERS))
          .hasMessageContaining("The key is known. Check shop.consumer-secret");

      assertThatThrownBy(() -> asker.ask(AConnection.toShopAt(secure.address())))
          .isInstanceOf(ShopRefused.class)
          .hasMessageContaining("has no valid certificate for its name");
    }
  }

  @Test
  void no_message_ever_holds_a_key() {
    var leak =
        "{\"code\":\"x\",\"message\":\"bad "
            + AConnection.KEY
            + " and "
            + AConnection.SECRET
            + "\"}";
    for (var response :
        new Response[] {
          ScriptedShop.json(401, leak),
          ScriptedShop.json(500, leak),
          ScriptedShop.json(404, leak),
          redirect(server.address() + "/x?consumer_key=" + AConnection.KEY),
          ScriptedShop.json(leak)
        }) {
      server.answersInTurn(response);
      assertThatThrownBy(() -> asker.ask(ORDERS))
          .isInstanceOfAny(ShopRefused.class, ShopUnreachable.class)
          .satisfies(
              failure ->
                  assertThat(failure.toString())
                      .doesNotContain(AConnection.KEY, AConnection.SECRET));
    }
    server.answersInTurn(redirect("/wp-login.php"));
    var withPassword =
        AConnection.toShopAt(URI.create("http://joe:hush@127.0.0.1:" + server.address().getPort()));
    assertThatThrownBy(() -> asker.ask(withPassword))
        .hasMessageContaining(server.address() + "/wp-login.php")
        .satisfies(failure -> assertThat(failure.toString()).doesNotContain("hush"));
    assertThat(withPassword.shop().toString()).doesNotContain(AConnection.SECRET);
  }

  private static Response redirect(String location) {
    return ScriptedShop.answer(301, "text/html", "").with("Location", location);
  }
}
