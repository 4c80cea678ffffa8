package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopbooks.connections.Connection;
import io.shopbooks.shop.ScriptedShop.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What hosts, plugins and people do wrong, and what is made of it. */
class AskingShopsTest {

  private static final Question ORDERS = Question.list("orders");
  private static final String TRY_LATER =
      " It is asked again with the next run, and nothing is lost. If this stays, see whether the"
          + " shop opens in a browser, and ask its host.";

  private final ScriptedShop server = new ScriptedShop();
  private final TestClock clock = new TestClock();
  private final Connection connection = AConnection.toShopAt(server.address());

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  // Time helps

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void a_host_in_trouble_is_asked_again_and_then_left_for_the_next_run(int status) {
    server.answersInTurn(
        ScriptedShop.page(status), ScriptedShop.page(status), ScriptedShop.json("[]"));
    assertThat(ask(ORDERS).json()).isEmpty();
    assertThat(clock.rests).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));

    server.answersInTurn(ScriptedShop.page(status));
    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageStartingWith(
            "Connection acme: the shop at " + server.address() + " answered " + status)
        .hasMessageContaining("(5 attempts)")
        .hasMessageEndingWith(TRY_LATER);
  }

  @Test
  void pauses_double_up_to_the_longest_and_end_with_the_patience() {
    server.answersInTurn(ScriptedShop.page(503));
    var settings =
        Settings.with(Map.of("attempts", "50", "longest-pause", "10s", "patience", "40s"));

    assertThatThrownBy(() -> api(settings).ask(connection, ORDERS))
        .isInstanceOf(ShopUnreachable.class);

    assertThat(clock.rests.stream().map(Duration::toSeconds)).containsExactly(2L, 4L, 8L, 10L, 10L);
  }

  @Test
  void a_shop_that_asks_to_wait_is_given_its_time_in_seconds_or_until_a_date() {
    server.answersInTurn(
        ScriptedShop.json(429, "{}").with("Retry-After", "17"),
        ScriptedShop.page(503)
            .at(Instant.parse("2026-11-22T09:00:00Z"))
            .with("Retry-After", "Sun, 22 Nov 2026 09:00:31 GMT"),
        ScriptedShop.page(403).with("Retry-After", "5"),
        ScriptedShop.json("[]"));

    ask(ORDERS);

    // The date is held against the shop's own clock.
    assertThat(clock.rests.stream().map(Duration::toSeconds)).containsExactly(17L, 31L, 5L);
  }

  @Test
  void a_shop_that_asks_for_more_than_a_pause_is_left_alone_at_once() {
    server.answersInTurn(ScriptedShop.json(429, "{}").with("Retry-After", "3600"));

    var failure = catchThrowableOfType(ShopUnreachable.class, () -> ask(ORDERS));

    assertThat(failure).hasMessageContaining("asks to wait 3600 s");
    assertThat(failure.shopAsksToWait()).contains(Duration.ofHours(1));
    assertThat(server.requests).hasSize(1);
    assertThat(clock.rests).isEmpty();
  }

  @Test
  void a_web_page_instead_of_data_is_no_empty_list() {
    server.answersInTurn(ScriptedShop.page(200));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("answered 200 with a web page instead of data");
  }

  @Test
  void an_empty_answer_is_no_empty_list() {
    server.answersInTurn(ScriptedShop.json(" "));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("answered 200 with nothing in it");
  }

  @Test
  void an_error_that_says_200_is_no_empty_list() {
    server.answersInTurn(
        ScriptedShop.json("{\"code\":\"internal_server_error\",\"message\":\"x\"}"));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("answered 200 with data that break off or mean nothing");
  }

  @Test
  void a_body_that_breaks_off_is_asked_for_again() {
    var orders = Recorded.text("us/orders-pages/default-order-5.json");
    server.answersInTurn(
        ScriptedShop.json(orders).cutAfter(1000),
        ScriptedShop.json(orders.substring(0, 1000)),
        ScriptedShop.json(orders));

    assertThat(ask(ORDERS).json()).hasSize(5);
    assertThat(clock.rests).hasSize(2);
  }

  @Test
  void a_connection_that_is_cut_is_told_as_that() {
    server.answersInTurn(ScriptedShop.json("[{}]").cutAfter(0));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("broke the connection off before its answer was whole");
  }

  @Test
  void a_slow_shop_is_given_up() {
    var never = new CountDownLatch(1);
    server.answersInTurn(ScriptedShop.json("[]").heldUntil(never));
    var settings = Settings.with(Map.of("read-timeout", "50ms", "attempts", "2"));

    assertThatThrownBy(() -> api(settings).ask(connection, ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("did not answer within")
        .hasMessageContaining("(2 attempts)");
    never.countDown();
  }

  @Test
  void an_answer_larger_than_allowed_is_not_read() {
    server.answersInTurn(ScriptedShop.json("[" + "1,".repeat(700_000) + "1]"));
    var settings = Settings.with(Map.of("largest-answer", "1MB"));

    assertThatThrownBy(() -> api(settings).ask(connection, ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("answered with more than 1 MB (shopbooks.shop.largest-answer)");
  }

  @Test
  void nobody_at_the_address_is_unreachable() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var nobody = AConnection.toShopAt(URI.create("http://127.0.0.1:" + port));

    assertThatThrownBy(() -> api(Settings.usual()).ask(nobody, ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("takes no connection");
  }

  @Test
  void a_name_nobody_has_is_unreachable() {
    var nowhere = AConnection.toShopAt(URI.create("http://shop.invalid"));

    assertThatThrownBy(() -> api(Settings.usual()).ask(nowhere, ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining(
            "is not found under that name (shop.url in mappings/connections/acme.yaml)");
  }

  @Test
  void a_reader_that_is_stopped_stops() {
    server.answersInTurn(ScriptedShop.page(503));
    Pause stopped =
        time -> {
          throw new InterruptedException();
        };
    var api = new WooApi(Settings.usual(), wire(Settings.usual()), clock, stopped);

    assertThatThrownBy(() -> api.ask(connection, ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageNotContaining("attempts");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.requests).hasSize(1);
  }

  // Weak hosts

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void a_page_too_large_for_a_weak_host_is_halved_until_it_fits(int status) {
    var shelf = new OrderShelf().holding(60);
    server.answers(
        request ->
            request.method().equals("GET") && Integer.parseInt(request.param("per_page")) > 25
                ? ScriptedShop.page(status)
                : shelf.answer(request));

    var changes = shops(Settings.usual()).changes(connection, Optional.of(Instant.EPOCH));
    changes.forEach(order -> {});

    assertThat(changes.ids()).hasSize(60);
    assertThat(
            server.requests.stream()
                .map(request -> request.param("per_page"))
                .filter(size -> !size.isEmpty()))
        .containsExactly("100", "50", "25", "25", "25");
  }

  @Test
  void empty_answers_and_time_outs_halve_the_page_too_and_busy_ones_do_not() {
    var shelf = new OrderShelf().holding(3);
    var held = new CountDownLatch(1);
    var failures =
        new java.util.ArrayDeque<>(
            java.util.List.of(
                ScriptedShop.json(""),
                ScriptedShop.json("[]").heldUntil(held),
                ScriptedShop.json(429, "{}")));
    server.answers(
        request ->
            request.method().equals("GET") && !failures.isEmpty()
                ? failures.remove()
                : shelf.answer(request));

    shops(Settings.with(Map.of("read-timeout", "500ms")))
        .changes(connection, Optional.of(Instant.EPOCH))
        .forEach(order -> {});

    assertThat(
            server.requests.stream()
                .map(request -> request.param("per_page"))
                .filter(size -> !size.isEmpty()))
        .containsExactly("100", "50", "25", "25");
    held.countDown();
  }

  // A person has to help

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us/errors/401-bad-key.json|The shop saw no key it knows. Check shop.consumer-key in"
            + " mappings/connections/acme.yaml.",
        "us/errors/401-bad-secret.json|Check shop.consumer-secret in mappings/connections/acme.yaml,"
            + " that the key may read, and that shop.url is the site address of the shop's settings;"
            + " with https none of this needs a signature.",
        "us/errors/401-writeonly-read.json|Check shop.consumer-secret in"
            + " mappings/connections/acme.yaml, that the key may read, and that shop.url is the site"
            + " address of the shop's settings; with https none of this needs a signature."
      })
  void a_refused_key_is_told_with_its_remedy_and_not_tried_again(String answer, String remedy) {
    server.answersInTurn(ScriptedShop.json(401, Recorded.text(answer)));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageEndingWith(remedy);
    assertThat(clock.rests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|invalid_username|WordPress took the key for somebody's password: set shop.auth to query",
        "401|incorrect_password|WordPress took the key for somebody's password: set shop.auth to query",
        "403|jwt_auth_bad_auth_header|A JWT plugin takes the key's header away: set shop.auth to query",
        "403|rest_forbidden|The key's user has to be an administrator or shop manager;",
        "400|rest_invalid_param|Shopbooks needs WooCommerce 5.8 or later",
        "405|anything|Ask the host of the shop why it refuses requests to /wp-json/wc/v3/."
      })
  void causes_known_from_the_field_are_told(int status, String code, String remedy) {
    server.answersInTurn(
        ScriptedShop.json(status, "{\"code\":\"" + code + "\",\"message\":\"Non.\"}"));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("answered " + status + " (" + code + ": Non.)")
        .hasMessageContaining(remedy);
  }

  @Test
  void a_wrong_status_is_told_with_those_the_shop_has() {
    server.answersInTurn(ScriptedShop.json(400, Recorded.text("us/errors/400-status.json")));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining(
            "status[0] is not one of any, trash, auto-draft, pending, processing");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 406})
  void a_firewall_or_security_plugin_is_told(int status) {
    server.answersInTurn(ScriptedShop.page(status));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("answered " + status + " with a web page")
        .hasMessageEndingWith(
            "A firewall or a security plugin keeps programs out: let requests to /wp-json/wc/"
                + " through.");
  }

  @Test
  void a_password_before_the_site_is_told() {
    server.answersInTurn(
        ScriptedShop.page(401).with("WWW-Authenticate", "Basic realm=\"staging\""));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("A password stands before the whole site");
  }

  @Test
  void clocks_too_far_apart_for_signatures_are_told() {
    var refusal = ScriptedShop.json(401, Recorded.text("us/errors/401-bad-secret.json"));
    server.answersInTurn(refusal.at(clock.instant().minus(Duration.ofMinutes(47))));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageEndingWith(
            "The clocks of this machine and of the shop are 47 minutes apart, and 15 are allowed:"
                + " set them right.");
  }

  @Test
  void a_redirect_is_not_followed_and_told_with_the_address_to_use() {
    var elsewhere = "https://www.shop.example/store/wp-json/wc/v3/orders?oauth_nonce=1";
    server.answersInTurn(redirect(elsewhere));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessage(
            "Connection acme: the shop at "
                + server.address()
                + " sends requests on to https://www.shop.example/store. Set shop.url in"
                + " mappings/connections/acme.yaml to https://www.shop.example/store.");
    assertThat(server.requests).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"/wp-login.php?to=x,/wp-login.php", "'',/wp-json/wc/v3/orders"})
  void a_redirect_to_a_login_page_is_told(String location, String told) {
    server.answersInTurn(location.isEmpty() ? redirect("http://[") : redirect(location));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining(
            "sends requests on to " + (location.isEmpty() ? "nowhere" : server.address() + told))
        .hasMessageContaining("A login wall or a plugin stands before its REST API");
  }

  @Test
  void a_site_without_woocommerce_is_told() {
    server.answers(
        request ->
            request.path().equals("/wp-json/")
                ? ScriptedShop.json(Recorded.text("us/wp-json-root.json"))
                : ScriptedShop.json(404, Recorded.text("us/errors/404-route.json")));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("rest_no_route")
        .hasMessageContaining("WordPress is there, WooCommerce is not: activate it");
  }

  @Test
  void an_address_without_a_shop_is_told() {
    server.answersInTurn(ScriptedShop.page(404));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining(
            "No WordPress REST API is there: shop.url in mappings/connections/acme.yaml");
  }

  // Where the API is

  @Test
  void plain_permalinks_are_found_once_and_remembered() {
    server.answers(
        request ->
            request.path().equals("/") && request.query().containsKey("rest_route")
                ? plain(request.param("rest_route"))
                : ScriptedShop.page(404));
    var api = api(Settings.usual());

    assertThat(api.ask(connection, ORDERS.with("per_page", 5)).json()).isEmpty();
    var before = server.requests.size();
    api.ask(connection, ORDERS.with("per_page", 5));

    assertThat(server.requests).hasSize(before + 1);
    var last = server.requests.get(before);
    assertThat(last.rawQuery()).startsWith("rest_route=%2Fwc%2Fv3%2Forders&per_page=5&oauth_");
  }

  @Test
  void a_shop_in_a_folder_with_a_renamed_prefix_is_found_by_its_home_page() {
    server.answers(
        request ->
            switch (request.path()) {
              case "/store/" ->
                  ScriptedShop.page(200)
                      .with(
                          "Link",
                          "<https://elsewhere.example/store/api/>; rel=\"https://api.w.org/\"");
              case "/store/api/" -> ScriptedShop.json(Recorded.text("us/wp-json-root.json"));
              case "/store/api/wc/v3/orders" -> ScriptedShop.json("[]");
              default -> ScriptedShop.page(404);
            });

    var inFolder = AConnection.toShopAt(server.address("/store/"));
    assertThat(api(Settings.usual()).ask(inFolder, ORDERS).json()).isEmpty();
  }

  @Test
  void a_host_that_answers_every_path_with_its_home_page_is_seen_through() {
    server.answers(
        request ->
            request.query().containsKey("rest_route")
                ? plain(request.param("rest_route"))
                : ScriptedShop.page(200));

    assertThat(ask(ORDERS).json()).isEmpty();
  }

  @Test
  void plain_permalinks_explain_a_key_nobody_looked_at() {
    server.answers(
        request ->
            request.query().containsKey("rest_route")
                ? request.param("rest_route").equals("/")
                    ? ScriptedShop.json(Recorded.text("us/wp-json-root.json"))
                    : ScriptedShop.json(401, Recorded.text("us/errors/401-no-auth.json"))
                : ScriptedShop.page(404));

    assertThatThrownBy(() -> ask(ORDERS))
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("With plain permalinks WooCommerce does not look at keys");
  }

  // Keys

  @Test
  void over_http_every_attempt_is_signed_with_a_new_nonce() {
    server.answersInTurn(ScriptedShop.page(503), ScriptedShop.page(503), ScriptedShop.json("[]"));

    ask(ORDERS.with("status", "completed,refunded"));

    var nonces = new HashSet<String>();
    for (var request : server.requests) {
      nonces.add(request.param("oauth_nonce"));
      var parameters = new java.util.HashMap<>(request.query());
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
        .isEqualTo("" + clock.instant().getEpochSecond());
  }

  @Test
  void a_refused_signature_is_made_once_more_for_the_shops_own_idea_of_its_address() {
    var home = "https://shop.example";
    server.answers(
        request -> {
          if (request.path().equals("/wp-json/")) {
            return ScriptedShop.json("{\"home\":\"" + home + "\",\"namespaces\":[]}");
          }
          var parameters = new java.util.HashMap<>(request.query());
          var signature = parameters.remove("oauth_signature");
          var base =
              OAuth1.baseString("GET", "http://shop.example/wp-json/wc/v3/orders", parameters);
          return OAuth1.signature(base, parameters, AConnection.SECRET).equals(signature)
              ? ScriptedShop.json("[]")
              : ScriptedShop.json(401, Recorded.text("us/errors/401-bad-secret.json"));
        });
    var api = api(Settings.usual());

    assertThat(api.ask(connection, ORDERS).json()).isEmpty();
    assertThat(server.requests).hasSize(3);
    api.ask(connection, ORDERS);
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
              Settings.usual(), new Wire(client, Duration.ofSeconds(20), 1000), clock, clock);

      api.ask(AConnection.toShopAt(secure.address()), ORDERS);
      api.ask(AConnection.withKeysInTheQueryTo(secure.address()), ORDERS);

      var basic = secure.requests.get(0);
      var pair = AConnection.KEY + ":" + AConnection.SECRET;
      assertThat(basic.headers())
          .containsEntry(
              "authorization",
              "Basic " + java.util.Base64.getEncoder().encodeToString(pair.getBytes()));
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

      assertThatThrownBy(() -> ask(AConnection.toShopAt(secure.address())))
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
      assertThatThrownBy(() -> ask(ORDERS))
          .isInstanceOfAny(ShopRefused.class, ShopUnreachable.class)
          .satisfies(
              failure ->
                  assertThat(failure.toString())
                      .doesNotContain(AConnection.KEY, AConnection.SECRET));
    }
    var withPassword =
        AConnection.toShopAt(URI.create("http://joe:hush@127.0.0.1:" + server.address().getPort()));
    assertThatThrownBy(() -> ask(withPassword))
        .satisfies(failure -> assertThat(failure.toString()).doesNotContain("hush"));
    assertThat(withPassword.shop().toString()).doesNotContain(AConnection.SECRET);
  }

  // Text before the data

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF",
        "<br />\n<b>Notice</b>: Undefined index: [x] in <b>/srv/plugin.php</b> on line <b>12</b><br />\n",
        "Array\n(\n [0] => {}\n)\n"
      })
  void text_before_the_data_is_passed_over_with_a_warning(String clutter) {
    server.answersInTurn(
        ScriptedShop.answer(200, "text/html", clutter + "[{\"id\":5,\"a\":[{}]}]"));
    var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(WooApi.class);
    var warnings =
        new ch.qos.logback.core.read.ListAppender<ch.qos.logback.classic.spi.ILoggingEvent>();
    warnings.start();
    logger.addAppender(warnings);

    var orders = ask(ORDERS).json();
    logger.detachAppender(warnings);

    assertThat(orders).hasSize(1);
    assertThat(orders.get(0).path("id").asInt()).isEqualTo(5);
    var expected = clutter.equals("\uFEFF") ? 0 : 1;
    assertThat(warnings.list).hasSize(expected);
    assertThat(warnings.list)
        .allSatisfy(
            warning ->
                assertThat(warning.getFormattedMessage())
                    .isEqualTo(
                        "connection=acme wrote other text before its data;"
                            + " look for PHP notices in wc/v3/orders"));
  }

  private Reply ask(Question question) {
    return api(Settings.usual()).ask(connection, question);
  }

  private Reply ask(Connection other) {
    return api(Settings.usual()).ask(other, ORDERS);
  }

  private WooApi api(ShopSettings settings) {
    return new WooApi(settings, wire(settings), clock, clock);
  }

  private static Wire wire(ShopSettings settings) {
    return new Wire(
        Wire.client(settings.connectTimeout()),
        settings.readTimeout(),
        settings.largestAnswer().toBytes());
  }

  private Shops shops(ShopSettings settings) {
    return new Shops(settings, new Mappings(Path.of("mappings"), settings), clock, clock);
  }

  private static Response redirect(String location) {
    return ScriptedShop.answer(301, "text/html", "").with("Location", location);
  }

  private static Response plain(String route) {
    return route.equals("/")
        ? ScriptedShop.json(Recorded.text("us/wp-json-root.json"))
        : ScriptedShop.json("[]");
  }
}
