package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Answers that say yes and are not what was asked for, or hide it. */
class UselessAnswersTest {

  private static final Question ORDERS = Question.list("orders");

  private final ScriptedShop server = new ScriptedShop();
  private final Asker asker = new Asker(server);

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @Test
  void a_web_page_instead_of_data_is_no_empty_list() {
    server.answersInTurn(ScriptedShop.page(200));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("answered 200 with a web page instead of data");
  }

  @Test
  void an_empty_answer_is_no_empty_list() {
    server.answersInTurn(ScriptedShop.json(" "));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("answered 200 with nothing in it");
  }

  @Test
  void an_error_that_says_200_is_no_empty_list() {
    server.answersInTurn(
        ScriptedShop.json("{\"code\":\"internal_server_error\",\"message\":\"x\"}"));

    assertThatThrownBy(() -> asker.ask(ORDERS))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("answered 200 with data that break off or mean nothing");
  }

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
    var logger = (Logger) LoggerFactory.getLogger(WooApi.class);
    var warnings = new ListAppender<ILoggingEvent>();
    warnings.start();
    logger.addAppender(warnings);

    var orders = asker.ask(ORDERS).json();
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

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void a_page_too_large_for_a_weak_host_is_halved_until_it_fits(int status) {
    var shelf = new OrderShelf().holding(60);
    server.answers(
        request ->
            request.method().equals("GET") && Integer.parseInt(request.param("per_page")) > 25
                ? ScriptedShop.page(status)
                : shelf.answer(request));

    var changes = asker.shops().changes(asker.connection, Optional.of(Instant.EPOCH));
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
        new ArrayDeque<>(
            List.of(
                ScriptedShop.json(""),
                ScriptedShop.json("[]").heldUntil(held),
                ScriptedShop.json(429, "{}")));
    server.answers(
        request ->
            request.method().equals("GET") && !failures.isEmpty()
                ? failures.remove()
                : shelf.answer(request));

    asker
        .shops(Map.of("read-timeout", "500ms"))
        .changes(asker.connection, Optional.of(Instant.EPOCH))
        .forEach(order -> {});

    assertThat(
            server.requests.stream()
                .map(request -> request.param("per_page"))
                .filter(size -> !size.isEmpty()))
        .containsExactly("100", "50", "25", "25");
    held.countDown();
  }
}
