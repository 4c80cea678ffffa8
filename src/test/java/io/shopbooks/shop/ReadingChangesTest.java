package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.connections.Connection;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rounds of reading: what is asked, and that nothing is missed while the shop goes on selling. */
class ReadingChangesTest {

  private static final Instant CURSOR = Instant.parse("2026-11-21T00:30:00Z");

  private final ScriptedShop server = new ScriptedShop();
  private final OrderShelf shelf = new OrderShelf();
  private final TestClock clock = new TestClock();
  private final Connection connection = AConnection.toShopAt(server.address());

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

    var orders = take(changes());

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
    take(changes());
    take(shops().changes(connection, Optional.empty()));
    take(shops().window(connection, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));

    assertThat(server.requests("/orders")).hasSizeGreaterThan(5);
    for (var request : server.requests) {
      for (var name : List.of("modified_after", "after", "before")) {
        assertThat(request.param(name)).matches("|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
      }
    }
  }

  @Test
  void every_status_is_named_the_trash_and_those_of_plugins_too_and_drafts_are_not() {
    take(changes());

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

  @Test
  void where_a_host_refuses_to_tell_its_statuses_the_usual_ones_are_read() {
    shelf.holding(1);
    server.answers(
        request ->
            request.method().equals("OPTIONS") ? ScriptedShop.page(403) : shelf.answer(request));

    assertThat(take(shops().changes(connection, Optional.of(CURSOR)))).hasSize(1);
    assertThat(server.requests("/orders").get(1).param("status"))
        .isEqualTo("cancelled,completed,failed,on-hold,pending,processing,refunded,trash");
  }

  @Test
  void without_a_cursor_orders_are_read_from_the_start_date_in_the_connections_zone() {
    shelf.holding(1);

    take(shops().changes(connection, Optional.empty()));

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
    assertThat(take(changes)).hasSize(150);
    assertThat(changes.cursor()).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(server.requests("/orders")).hasSize(3);
  }

  @Test
  void a_shop_that_tells_no_time_is_timed_by_our_clock() {
    server.answers(
        request ->
            request.method().equals("OPTIONS") ? shelf.answer(request) : ScriptedShop.json("[]"));
    var changes = shops().changes(connection, Optional.of(CURSOR));

    assertThat(take(changes)).isEmpty();
    assertThat(changes.cursor()).isEqualTo(clock.instant());
  }

  @Test
  void a_stale_answer_of_a_cache_is_asked_for_again() {
    var stale = CURSOR.minusSeconds(60);
    server.answers(
        request -> {
          shelf.at(request.query().containsKey("nocache") ? CURSOR.plusSeconds(60) : stale);
          return shelf.answer(request);
        });
    var changes = shops().changes(connection, Optional.of(CURSOR));

    take(changes);

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
    take(changes);

    assertThatThrownBy(changes::iterator).isInstanceOf(IllegalStateException.class);
  }

  static Stream<Drift> drifts() {
    return Stream.of(
        new Drift("an order of page 1 is edited", shelf -> shelf.edit(45, "customer_note", "x")),
        new Drift("an order of page 1 is trashed", shelf -> shelf.edit(45, "status", "trash")),
        new Drift("an order of page 1 is deleted for good", shelf -> shelf.delete(45)),
        new Drift(
            "an order of page 1 is deleted while a new one arrives: the total stays",
            shelf -> {
              shelf.delete(45);
              shelf.add(500);
            }),
        new Drift(
            "eight orders of page 1 are deleted: more than pages share",
            shelf -> IntStream.range(45, 53).forEach(shelf::delete)),
        new Drift(
            "eight orders are deleted while eight arrive",
            shelf -> {
              IntStream.range(45, 53).forEach(shelf::delete);
              IntStream.range(500, 508).forEach(shelf::add);
            }),
        new Drift("an older order enters the set", shelf -> shelf.add(1)),
        new Drift(
            "ten older orders enter the set", shelf -> IntStream.range(1, 11).forEach(shelf::add)),
        new Drift("a new order arrives", shelf -> shelf.add(500)),
        new Drift(
            "all of page 1 is deleted", shelf -> IntStream.range(41, 141).forEach(shelf::delete)),
        new Drift(
            "the last page is deleted", shelf -> IntStream.range(141, 191).forEach(shelf::delete)));
  }

  record Drift(String what, Consumer<OrderShelf> change) {
    @Override
    public String toString() {
      return what;
    }
  }

  @ParameterizedTest
  @MethodSource("drifts")
  void no_order_is_missed_when_between_two_pages(Drift drift) {
    shelf.holding(150);
    var before = shelf.ids();
    shelf.afterEachPage(
        page -> {
          if (page == 1) {
            drift.change().accept(shelf);
          }
        });

    var changes = changes();
    var read = take(changes);

    assertThat(read).extracting(RawOrder::hash).doesNotHaveDuplicates();
    // What comes into sight behind the reader changed since the cursor: the next round has it.
    var next = shops().changes(connection, Optional.of(changes.cursor()));
    take(next);
    assertThat(shelf.ids()).allMatch(id -> changes.ids().contains(id) || next.ids().contains(id));
    assertThat(changes.ids()).containsAll(stillThere(before));
  }

  @Test
  void the_recorded_drift_of_a_real_shop_is_survived() {
    var recorded = Recorded.json("us/orders-pages/paging-drift-window.json").path("results");
    var trashed = recorded.path("modified_after only, one order of page 1 trashed");
    assertThat(trashed.path("missed").get(0).asInt()).isEqualTo(51);
    // 62 orders, ten a page; then one of page 1 leaves the set.
    shelf
        .holding(62)
        .afterEachPage(
            page -> {
              if (page == 1) {
                shelf.delete(43);
              }
            });

    var read = take(new Shops10().changes(connection, Optional.of(CURSOR)));

    assertThat(read).extracting(order -> order.key().id()).contains("51").containsAll(shelf.ids());
  }

  private final class Shops10 {
    Changes changes(Connection to, Optional<Instant> cursor) {
      return shops(Map.of("page-size", "10")).changes(to, cursor);
    }
  }

  @Test
  void nothing_is_missed_in_any_of_many_random_histories() {
    var seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("Replay with -Dseed=" + seed);
    var random = new Random(seed);
    for (var history = 0; history < 20; history++) {
      var shop = new OrderShelf().holding(40 + random.nextInt(80));
      var newest = new int[] {1000};
      shop.afterEachPage(
          page -> {
            for (var i = random.nextInt(4); page < 12 && i > 0; i--) {
              switch (random.nextInt(4)) {
                case 0 -> shop.delete(41 + random.nextInt(100));
                case 1 -> shop.add(newest[0]++);
                case 2 -> shop.add(1 + random.nextInt(40));
                default -> {}
              }
            }
          });
      server.answers(shop::answer);
      var tens = shops(Map.of("page-size", "10"));

      var first = tens.changes(connection, Optional.of(CURSOR));
      take(first);
      var second = tens.changes(connection, Optional.of(first.cursor()));
      take(second);

      var read = new HashSet<>(first.ids());
      read.addAll(second.ids());
      assertThat(read).as("history " + history + " of seed " + seed).containsAll(shop.ids());
    }
  }

  @Test
  void a_list_that_never_stands_still_is_left_for_later() {
    var next = new int[] {41};
    shelf
        .holding(400)
        .afterEachPage(page -> IntStream.range(0, 7).forEach(i -> shelf.delete(next[0]++)));

    var changes = shops(Map.of("page-size", "10")).changes(connection, Optional.of(CURSOR));

    assertThatThrownBy(() -> take(changes))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("kept changing its list of orders while it was read");
    assertThatThrownBy(changes::cursor).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refunds_are_read_with_their_order_oldest_first() {
    var later = Recorded.order("us/refunds/create-amount-only.json").put("id", 900);
    var earlier = Recorded.order("us/refunds/create-tax-only.json").put("id", 800);
    shelf.holding(2);
    shelf.refund(42, "[" + later + "," + earlier + "]");

    var orders = take(changes());

    assertThat(server.requests("/refunds")).hasSize(1);
    assertThat(server.requests("/refunds").get(0).path()).endsWith("/orders/42/refunds");
    assertThat(server.requests("/refunds").get(0).query()).containsEntry("dp", "6");
    assertThat(orders.get(0).json())
        .startsWith("{\"order\":{\"id\":41,")
        .endsWith(",\"refunds\":[]}");
    assertThat(orders.get(1).json())
        .contains(",\"refunds\":[{\"id\":800,")
        .contains("},{\"id\":900,");
  }

  @Test
  void an_order_whose_status_says_refunded_is_asked_for_refunds_it_does_not_list() {
    shelf.holding(1);
    shelf.edit(41, "status", "refunded");

    take(changes());

    assertThat(server.requests("/refunds")).hasSize(1);
  }

  @Test
  void more_refunds_than_a_page_holds_are_all_read() {
    shelf.holding(1);
    shelf.refund(41, "[]");
    server.answers(
        request -> {
          if (!request.path().endsWith("/refunds")) {
            return shelf.answer(request);
          }
          var refunds = IntStream.range(0, request.param("page").equals("1") ? 100 : 3);
          var start = request.param("page").equals("1") ? 200 : 300;
          var list = refunds.mapToObj(i -> "{\"id\":" + (start + i) + "}").toList();
          return ScriptedShop.json(list.toString());
        });

    var order = take(shops().changes(connection, Optional.of(CURSOR))).get(0);

    assertThat(order.json()).contains("{\"id\":200}").contains("{\"id\":302}");
    assertThat(server.requests("/refunds")).hasSize(2);
  }

  @Test
  void an_order_deleted_while_its_refunds_are_read_is_left_out() {
    shelf.holding(2);
    shelf.refund(41, "[]");
    server.answers(
        request ->
            request.path().endsWith("/refunds")
                ? ScriptedShop.json(404, "{\"code\":\"woocommerce_rest_order_invalid_id\"}")
                : shelf.answer(request));

    assertThat(take(shops().changes(connection, Optional.of(CURSOR))))
        .extracting(RawOrder::number)
        .containsExactly("42");
  }

  @Test
  void an_order_is_known_by_its_shop_and_id_and_told_as_the_shop_wrote_it() {
    shelf.holding(1);

    var order = take(changes()).get(0);

    assertThat(order.key()).hasToString("127.0.0.1:" + server.address().getPort() + "/41");
    assertThat(order.status()).isEqualTo("pending");
    assertThat(order.currency()).isEqualTo("USD");
    assertThat(order.total()).isEqualTo("41.000000");
    assertThat(order.created()).isEqualTo("2026-11-21T01:00:00Z");
    assertThat(order.modified()).isEqualTo("2026-11-21T01:00:00Z");
    assertThat(shops().read(connection, order.json()).total()).hasToString("41.000000 USD");
    assertThat(order.toString()).doesNotContain("billing");
  }

  @Test
  void an_order_without_dates_or_total_stops_no_other() {
    shelf.holding(2);
    shelf.order(41).putNull("date_created_gmt").putNull("date_modified_gmt").put("total", "");
    var changes = shops().changes(connection, Optional.empty());
    server.answers(
        request ->
            request.path().endsWith("/orders") && request.method().equals("GET")
                ? ScriptedShop.json("[" + shelf.order(41) + "," + shelf.order(42) + "]")
                : shelf.answer(request));

    assertThat(take(changes)).hasSize(2);
    assertThat(changes.tallies()).containsExactly(new Tally("USD", "pending", 2, "42.000000"));
  }

  @Test
  void a_window_is_read_by_creation_day_and_tallied() {
    shelf.holding(3);
    shelf.edit(42, "status", "completed");

    var window = shops().window(connection, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21));

    assertThat(take(window)).hasSize(3);
    assertThat(server.requests("/orders").get(1).query())
        .containsEntry("after", "2026-11-20T04:59:59")
        .containsEntry("before", "2026-11-22T05:00:00")
        .doesNotContainKey("modified_after");
    assertThat(window.ids()).containsExactly("41", "42", "43");
    assertThat(window.tallies())
        .containsExactly(
            new Tally("USD", "completed", 1, "42.000000"),
            new Tally("USD", "pending", 2, "84.000000"));
  }

  @Test
  void orders_deleted_for_good_are_found_and_hidden_ones_are_not_taken_for_deleted() {
    shelf.holding(120);
    shelf.delete(50);
    // A status that is not listed: not in the list, but there.
    shelf.edit(60, "status", "checkout-draft");
    var known = new ArrayList<String>();
    IntStream.range(41, 161).forEach(id -> known.add("" + id));

    assertThat(shops().gone(connection, known)).containsExactly("50");

    var lists =
        server.requests("/orders").stream().filter(one -> one.method().equals("GET")).toList();
    assertThat(lists).hasSize(2);
    assertThat(lists.get(0).query())
        .containsEntry("_fields", "id")
        .containsEntry("per_page", "100");
    assertThat(shops().gone(connection, List.of())).isEmpty();
  }

  @Test
  void one_order_is_read_again_and_one_that_is_gone_is_empty() {
    shelf.holding(1);
    shelf.edit(41, "status", "trash");

    assertThat(shops().order(connection, "41").orElseThrow().status()).isEqualTo("trash");
    assertThat(server.requests("/orders/41").get(0).query()).containsEntry("dp", "6");
    assertThat(shops().order(connection, "98")).isEmpty();
    assertThat(shops().order(connection, "../customers")).isEmpty();
    assertThat(server.requests).noneMatch(request -> request.path().contains("customers"));
  }

  private Changes changes() {
    return shops().changes(connection, Optional.of(CURSOR));
  }

  private Shops shops() {
    return shops(Map.of());
  }

  private Shops shops(Map<String, String> settings) {
    var all = Settings.with(settings);
    return new Shops(all, new Mappings(Path.of("mappings"), all), clock, clock);
  }

  private static List<RawOrder> take(Changes changes) {
    return StreamSupport.stream(changes.spliterator(), false).toList();
  }

  private long pagesAsked() {
    return server.requests("/orders").stream().filter(one -> one.method().equals("GET")).count();
  }

  private List<String> stillThere(List<String> before) {
    return before.stream().filter(shelf.ids()::contains).toList();
  }
}
