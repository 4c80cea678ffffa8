package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.sale.RawOrder;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shops that go on selling while they are read. */
class PagingDriftTest {

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
    var read = Asker.take(changes);

    assertThat(read).extracting(RawOrder::hash).doesNotHaveDuplicates();
    // What comes into sight behind the reader changed since the cursor: the next round has it.
    var next = asker.shops().changes(asker.connection, Optional.of(changes.cursor()));
    Asker.take(next);
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

    var tens = asker.shops(Map.of("page-size", "10"));
    var changes = tens.changes(asker.connection, Optional.of(CURSOR));
    Asker.take(changes);

    assertThat(changes.ids()).contains("51").containsAll(shelf.ids());
  }

  @Test
  void nothing_is_missed_in_any_of_many_random_histories() {
    var seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("Replay with -Dseed=" + seed);
    var random = new Random(seed);
    for (var history = 0; history < 20; history++) {
      var shop = new OrderShelf().holding(40 + random.nextInt(80));
      var newest = new int[] {1000};
      var closed = new AtomicBoolean();
      shop.afterEachPage(
          page -> {
            for (var i = random.nextInt(4); page < 12 && !closed.get() && i > 0; i--) {
              switch (random.nextInt(4)) {
                case 0 -> shop.delete(41 + random.nextInt(100));
                case 1 -> shop.add(newest[0]++);
                case 2 -> shop.add(1 + random.nextInt(40));
                default -> {}
              }
            }
          });
      server.answers(shop::answer);
      var tens = asker.shops(Map.of("page-size", "10"));

      var first = tens.changes(asker.connection, Optional.of(CURSOR));
      Asker.take(first);
      // Nothing happens any more, so that the next round can be held against the whole shop.
      closed.set(true);
      var second = tens.changes(asker.connection, Optional.of(first.cursor()));
      Asker.take(second);

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

    var changes =
        asker.shops(Map.of("page-size", "10")).changes(asker.connection, Optional.of(CURSOR));

    assertThatThrownBy(() -> Asker.take(changes))
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("kept changing its list of orders while it was read");
    assertThatThrownBy(changes::cursor).isInstanceOf(IllegalStateException.class);
  }

  private Changes changes() {
    return asker.shops().changes(asker.connection, Optional.of(CURSOR));
  }

  private List<String> stillThere(List<String> before) {
    return before.stream().filter(shelf.ids()::contains).toList();
  }
}
