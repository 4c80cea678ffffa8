package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.sale.RawOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a round of reading asks for, and where the next one starts. */
class ReadingRoundsTest {

  private static final Instant CURSOR = Instant.parse("2026-11-21T00:30:00Z");

  private final ScriptedShop server = new ScriptedShop();
  private final OrderShelf shelf = new OrderShelf();
  private final Asker asker = new Asker(server);

  @BeforeEach
  void open() {
    server.answers(shelf::answer);
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @Test
  void a_round_asks_for_changes_since_the_cursor_less_the_overlap_in_gmt_without_z() {
    shelf.holding(3);

    var orders = Asker.take(changes());

    assertThat(orders).extracting(RawOrder::number).containsExactly("41", "42", "43");
    var question = server.requests("/orders").get(1).query();
    assertThat(question)
        .containsEntry("modified_after", "2026-11-21T00:20:00")
        .containsEntry("dates_are_gmt", "true")
        .containsEntry("orderby", "id")
        .containsEntry("order", "asc")
        .containsEntry("per_page", "100")
        .containsEntry("dp", "6")
        .containsEntry("offset", "0")
        .doesNotContainKeys("modified_before", "before", "after", "page");
  }

  @Test
  void no_date_ever_carries_a_z_or_an_offset() {
    shelf.holding(130);
    Asker.take(changes());
    Asker.take(asker.shops().changes(asker.connection, Optional.empty()));
    Asker.take(
        asker
            .shops()
            .window(asker.connection, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));

    assertThat(server.requests("/orders")).hasSizeGreaterThan(5);
    for (var request : server.requests) {
      for (var name : List.of("modified_after", "after", "before")) {
        assertThat(request.param(name)).matches("|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
      }
    }
  }

  @Test
  void every_status_is_named_the_trash_and_those_of_plugins_too_and_drafts_are_not() {
    Asker.take(changes());

    assertThat(server.requests("/orders").get(0).method()).isEqualTo("OPTIONS");
    assertThat(server.requests("/orders").get(1).param("status").split(","))
        .containsExactlyInAnyOrder(
            "awaiting-pickup",
            "cancelled",
            "completed",
            "failed",
            "on-hold",
            "pending",
            "processing",
            "refunded",
            "trash");
  }

  @ParameterizedTest
  @CsvSource({"403,''", "405,''", "501,''", "200,''", "200,{}"})
  void where_a_host_does_not_tell_its_statuses_the_usual_ones_are_read(int status, String body) {
    shelf.holding(1);
    server.answers(
        request ->
            request.method().equals("OPTIONS")
                ? ScriptedShop.json(status, body)
                : shelf.answer(request));

    assertThat(Asker.take(changes())).hasSize(1);
    assertThat(asker.clock.rests).isEmpty();
    var question = server.requests("/orders").stream().filter(one -> one.method().equals("GET"));
    assertThat(question.findFirst().orElseThrow().param("status"))
        .isEqualTo("cancelled,completed,failed,on-hold,pending,processing,refunded,trash");
  }

  @Test
  void without_a_cursor_orders_are_read_from_the_start_date_in_the_connections_zone() {
    shelf.holding(1);

    Asker.take(asker.shops().changes(asker.connection, Optional.empty()));

    // 1 January in New York begins at 05:00 GMT, and the bound is exclusive.
    assertThat(server.requests("/orders").get(1).query())
        .containsEntry("after", "2026-01-01T04:59:59")
        .doesNotContainKey("modified_after");
  }

  @Test
  void the_cursor_is_the_shops_time_at_the_first_answer_and_known_only_at_the_end() {
    shelf.holding(150).afterEachPage(page -> shelf.at(Instant.parse("2026-11-22T11:00:00Z")));
    var changes = changes();

    assertThatThrownBy(changes::cursor).isInstanceOf(IllegalStateException.class);
    assertThat(Asker.take(changes)).hasSize(150);
    assertThat(changes.cursor()).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(server.requests("/orders")).hasSize(3);
  }

  @Test
  void a_shop_that_tells_no_time_is_timed_by_our_clock() {
    server.answers(
        request ->
            request.method().equals("OPTIONS") ? shelf.answer(request) : ScriptedShop.json("[]"));
    var changes = asker.shops().changes(asker.connection, Optional.of(CURSOR));

    assertThat(Asker.take(changes)).isEmpty();
    assertThat(changes.cursor()).isEqualTo(asker.clock.instant());
  }

  @Test
  void a_stale_answer_of_a_cache_is_asked_for_again() {
    var stale = CURSOR.minusSeconds(60);
    server.answers(
        request -> {
          shelf.at(request.query().containsKey("nocache") ? CURSOR.plusSeconds(60) : stale);
          return shelf.answer(request);
        });
    var changes = asker.shops().changes(asker.connection, Optional.of(CURSOR));

    Asker.take(changes);

    assertThat(changes.cursor()).isEqualTo(CURSOR.plusSeconds(60));
  }

  @Test
  void orders_are_read_page_by_page_while_they_are_taken() {
    shelf.holding(250);
    var orders = changes().iterator();

    assertThat(pagesAsked()).isZero();
    IntStream.range(0, 100).forEach(i -> orders.next());
    assertThat(pagesAsked()).isEqualTo(1);
    orders.next();
    assertThat(pagesAsked()).isEqualTo(2);
  }

  @Test
  void a_round_can_be_taken_only_once() {
    var changes = changes();
    Asker.take(changes);

    assertThatThrownBy(changes::iterator).isInstanceOf(IllegalStateException.class);
  }

  private Changes changes() {
    return asker.shops().changes(asker.connection, Optional.of(CURSOR));
  }

  private long pagesAsked() {
    return server.requests("/orders").stream().filter(one -> one.method().equals("GET")).count();
  }
}
