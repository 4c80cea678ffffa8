package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts in trouble, where time helps. */
class TroubledShopTest {

  private static final Question ORDERS = Question.list("orders");

  private final ScriptedShop server = new ScriptedShop();
  private final Asker asker = new Asker(server);
  private static final String TRY_LATER =
      " It is asked again with the next run, and nothing is lost. If this stays, see whether the"
          + " shop opens in a browser, and ask its host.";

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void a_host_in_trouble_is_asked_again_and_then_left_for_the_next_run(int status) {
    server.answersInTurn(
        ScriptedShop.page(status), ScriptedShop.page(status), ScriptedShop.json("[]"));
    assertThat(asker.ask(ORDERS).json()).isEmpty();
    assertThat(asker.clock.rests).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));

    server.answersInTurn(ScriptedShop.page(status));
    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageStartingWith(
            "Connection acme: the shop at " + server.address() + " answered " + status)
        .hasMessageContaining("(5 attempts)")
        .hasMessageEndingWith(TRY_LATER);
  }

  @Test
  void pauses_double_up_to_the_longest_and_end_with_the_patience() {
    server.answersInTurn(ScriptedShop.page(503));
    var settings = Map.of("attempts", "50", "longest-pause", "10s", "patience", "40s");

    assertThatThrownBy(() -> asker.api(settings).ask(asker.connection, ORDERS))
        .isInstanceOf(ShopUnreachable.class);

    assertThat(asker.clock.rests.stream().map(Duration::toSeconds))
        .containsExactly(2L, 4L, 8L, 10L, 10L);
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

    asker.ask(ORDERS);

    // The date is held against the shop's own asker.clock.
    assertThat(asker.clock.rests.stream().map(Duration::toSeconds)).containsExactly(17L, 31L, 5L);
  }

  @Test
  void a_shop_that_asks_for_more_than_a_pause_is_left_alone_at_once() {
    server.answersInTurn(ScriptedShop.json(429, "{}").with("Retry-After", "3600"));

    var failure = catchThrowableOfType(ShopUnreachable.class, () -> asker.ask(ORDERS));

    assertThat(failure).hasMessageContaining("asks to wait 3600 s");
    assertThat(failure.shopAsksToWait()).contains(Duration.ofHours(1));
    assertThat(server.requests).hasSize(1);
    assertThat(asker.clock.rests).isEmpty();
  }

  @Test
  void a_body_that_breaks_off_is_asked_for_again() {
    var orders = Recorded.text("us/orders-pages/default-order-5.json");
    server.answersInTurn(
        ScriptedShop.json(orders).cutAfter(1000),
        ScriptedShop.json(orders.substring(0, 1000)),
        ScriptedShop.json(orders));

    assertThat(asker.ask(ORDERS).json()).hasSize(5);
    assertThat(asker.clock.rests).hasSize(2);
  }

  @Test
  void a_connection_that_is_cut_is_told_as_that() {
    server.answersInTurn(ScriptedShop.json("[{}]").cutAfter(0));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("broke the connection off before its answer was whole");
  }

  @Test
  void a_slow_shop_is_given_up() {
    var never = new CountDownLatch(1);
    server.answersInTurn(ScriptedShop.json("[]").heldUntil(never));
    var settings = Map.of("read-timeout", "50ms", "attempts", "2");

    assertThatThrownBy(() -> asker.api(settings).ask(asker.connection, ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("did not answer within")
        .hasMessageContaining("(2 attempts)");
    never.countDown();
  }

  @Test
  void an_answer_larger_than_allowed_is_not_read() {
    server.answersInTurn(ScriptedShop.json("[" + "1,".repeat(700_000) + "1]"));
    var settings = Map.of("largest-answer", "1MB");

    assertThatThrownBy(() -> asker.api(settings).ask(asker.connection, ORDERS))
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

    assertThatThrownBy(() -> asker.api(Map.of()).ask(nobody, ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("takes no connection");
  }

  @Test
  void a_name_nobody_has_is_unreachable() {
    var nowhere = AConnection.toShopAt(URI.create("http://shop.invalid"));

    assertThatThrownBy(() -> asker.api(Map.of()).ask(nowhere, ORDERS))
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
    var api = new WooApi(Settings.usual(), Asker.wire(Settings.usual()), asker.clock, stopped);

    assertThatThrownBy(() -> api.ask(asker.connection, ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageNotContaining("attempts");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.requests).hasSize(1);
  }
}
