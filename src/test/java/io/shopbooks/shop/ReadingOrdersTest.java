package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.sale.KnownOrder;
import io.shopbooks.sale.RawOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders as they are handed over: with refunds, one by one, by day, and gone. */
class ReadingOrdersTest {

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
  void refunds_are_read_with_their_order_oldest_first() {
    var later = Recorded.order("us/refunds/create-amount-only.json").put("id", 900);
    var earlier = Recorded.order("us/refunds/create-tax-only.json").put("id", 800);
    shelf.holding(2);
    shelf.refund(42, "[" + later + "," + earlier + "]");

    var orders = Asker.take(changes());

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

    Asker.take(changes());

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

    var order = Asker.take(asker.shops().changes(asker.connection, Optional.of(CURSOR))).get(0);

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

    assertThat(Asker.take(asker.shops().changes(asker.connection, Optional.of(CURSOR))))
        .extracting(RawOrder::number)
        .containsExactly("42");
  }

  @Test
  void an_order_is_known_by_its_shop_and_id_and_told_as_the_shop_wrote_it() {
    shelf.holding(1);

    var order = Asker.take(changes()).get(0);

    assertThat(order.key()).hasToString("127.0.0.1:" + server.address().getPort() + "/41");
    assertThat(order.status()).isEqualTo("pending");
    assertThat(order.currency()).isEqualTo("USD");
    assertThat(order.total()).isEqualTo("41.000000");
    assertThat(order.created()).isEqualTo("2026-11-21T01:00:00Z");
    assertThat(order.modified()).isEqualTo("2026-11-21T01:00:00Z");
    assertThat(asker.shops().read(asker.connection, order.json()).total())
        .hasToString("41.000000 USD");
    assertThat(order.toString()).doesNotContain("billing");
  }

  @Test
  void an_order_without_dates_or_total_stops_no_other() {
    shelf.holding(2);
    shelf.order(41).putNull("date_created_gmt").putNull("date_modified_gmt").put("total", "");
    var changes = asker.shops().changes(asker.connection, Optional.empty());
    server.answers(
        request ->
            request.path().endsWith("/orders") && request.method().equals("GET")
                ? ScriptedShop.json("[" + shelf.order(41) + "," + shelf.order(42) + "]")
                : shelf.answer(request));

    assertThat(Asker.take(changes)).hasSize(2);
    assertThat(changes.tallies()).containsExactly(new Tally("USD", "pending", 2, "42.000000"));
  }

  @Test
  void a_window_is_read_by_creation_day_and_tallied() {
    shelf.holding(3);
    shelf.edit(42, "status", "completed");

    var window =
        asker
            .shops()
            .window(asker.connection, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21));

    assertThat(Asker.take(window)).hasSize(3);
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
    var made = Instant.parse("2026-11-20T10:00:00Z");
    var known = new ArrayList<KnownOrder>();
    IntStream.range(41, 161).forEach(id -> known.add(new KnownOrder("" + id, made, "{}")));

    assertThat(asker.shops().gone(asker.connection, known)).containsExactly("50");

    var lists =
        server.requests("/orders").stream().filter(one -> one.method().equals("GET")).toList();
    assertThat(lists).hasSize(2);
    assertThat(lists.get(0).query())
        .containsEntry("_fields", "id")
        .containsEntry("per_page", "100");
    assertThat(asker.shops().gone(asker.connection, List.of())).isEmpty();
  }

  @Test
  void one_order_is_read_again_and_one_that_is_gone_is_empty() {
    shelf.holding(1);
    shelf.edit(41, "status", "trash");

    assertThat(asker.shops().order(asker.connection, "41").orElseThrow().status())
        .isEqualTo("trash");
    assertThat(server.requests("/orders/41").get(0).query()).containsEntry("dp", "6");
    assertThat(asker.shops().order(asker.connection, "98")).isEmpty();
    assertThat(asker.shops().order(asker.connection, "../customers")).isEmpty();
    assertThat(server.requests).noneMatch(request -> request.path().contains("customers"));
  }

  private Changes changes() {
    return asker.shops().changes(asker.connection, Optional.of(CURSOR));
  }
}
