package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that change while they are read (`woocommerce.md` 3). */
class DriftingPagesTest {

  private final OpenShops shops = new OpenShops();

  @AfterEach
  void close() {
    shops.close();
  }

  /** A shop with so many orders, one a minute. */
  private OpenShop with(int orders, Store store) {
    var shop = shops.open(store);
    for (var i = 0; i < orders; i++) {
      shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
      shop.clock.movesSeconds(60);
    }
    return shop;
  }

  /** Reads all pages of 10; after the first something happens. Gives the ids read. */
  private List<Integer> read(OpenShop shop, String query, Runnable afterFirst) {
    var read = new ArrayList<Integer>();
    shop.shop.fails(Fault.next("/orders").thenBeforeItArrives(afterFirst));
    for (var page = 1; ; page++) {
      var ids = shop.caller().get("/orders?per_page=10&" + query + "&page=" + page).ids();
      if (ids.isEmpty()) {
        return read;
      }
      read.addAll(ids);
    }
  }

  private static List<Integer> twice(List<Integer> read) {
    var seen = new HashSet<Integer>();
    return read.stream().filter(id -> !seen.add(id)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'orderby=modified&order=asc', 1, 1",
    "'orderby=modified&order=desc', 1, 2",
    "'orderby=date&order=desc', 0, 1",
    "'orderby=id&order=asc', 0, 0"
  })
  @DisplayName("3.3 an edit and a sale between pages drift as recorded")
  void an_edit_and_a_sale_between_pages_drift_as_recorded(String query, int missed, int twice) {
    var shop = with(49, Store.us());
    var before = shop.caller().get("/orders?per_page=100&orderby=id&order=asc").ids();

    // The experiment edited an order that was read under rising order, an unread one otherwise.
    var edited = query.contains("desc") ? before.get(5) : before.get(3);
    var read =
        read(
            shop,
            query,
            () -> {
              shop.shop.edits(edited, "{\"customer_note\":\"x\"}");
              shop.shop.sells(anOrder().of("TSHIRT-01"));
            });

    assertThat(twice(read)).hasSize(twice);
    assertThat(before.stream().filter(id -> !read.contains(id))).hasSize(missed);
  }

  @Test
  @DisplayName(
      "3.3 with an upper bound, an edit between pages loses an order; without, it does not")
  void with_an_upper_bound_an_edit_between_pages_loses_an_order() {
    for (var bounded : List.of(true, false)) {
      var shop = with(62, Store.us());
      var before = shop.caller().get("/orders?per_page=100&orderby=id&order=asc").ids();
      var window = "orderby=id&order=asc&dates_are_gmt=true&modified_after=2026-11-01T00:00:00";
      var upper = bounded ? "&modified_before=2026-11-22T13:30:00" : "";
      shop.clock.movesSeconds(7200);

      var read =
          read(
              shop, window + upper, () -> shop.shop.edits(before.get(0), "{\"currency\":\"USD\"}"));

      var missed = before.stream().filter(id -> !read.contains(id)).toList();
      assertThat(missed).isEqualTo(bounded ? List.of(before.get(10)) : List.of());
    }
  }

  @Test
  @DisplayName("3.3 a trashed order between pages costs one, and X-WP-Total falls")
  void a_trashed_order_between_pages_costs_one_and_the_total_falls() {
    var shop = with(25, Store.us());
    var before = shop.caller().get("/orders?per_page=100&orderby=id&order=asc").ids();
    var query = "/orders?per_page=10&orderby=id&order=asc&page=";
    shop.shop.fails(
        Fault.next("/orders").thenBeforeItArrives(() -> shop.shop.trashes(before.get(0))));

    var first = shop.caller().get(query + 1);
    var second = shop.caller().get(query + 2);

    assertThat(first.header("X-WP-Total")).isEqualTo("25");
    assertThat(second.header("X-WP-Total")).isEqualTo("24");
    assertThat(first.ids()).doesNotContain(before.get(10));
    assertThat(second.ids()).doesNotContain(before.get(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us", "jp"})
  @DisplayName("3.4 what moves date_modified_gmt, in its own tables and in posts")
  void what_moves_date_modified(String storage) {
    var shop = shops.open(OpenShops.store(storage));
    var steps = Recording.of("us/orders-pages/what-bumps-date_modified").elements().next();
    assertThat(steps.path(storage).asText()).isNotEmpty();
    var isPosts = storage.equals("jp");
    var id = shop.shop.sells(anOrder().of("TSHIRT-01", 3).paidBy("stripe"));
    var refund = new int[1];

    assertThat(moves(shop, id, () -> refund[0] = shop.shop.refunds(id, ofOne()))).isTrue();
    assertThat(moves(shop, id, () -> shop.shop.deletesRefund(id, refund[0]))).isFalse();
    assertThat(moves(shop, id, () -> shop.shop.notes(id, "called"))).isFalse();
    assertThat(moves(shop, id, () -> shop.caller().put("/orders/" + id, "{}"))).isEqualTo(!isPosts);
    var meta = "{\"meta_data\":[{\"key\":\"k\",\"value\":\"v\"}]}";
    assertThat(moves(shop, id, () -> shop.caller().put("/orders/" + id, meta))).isEqualTo(!isPosts);
    assertThat(moves(shop, id, () -> shop.shop.movesTo(id, "completed"))).isTrue();
    assertThat(moves(shop, id, () -> shop.shop.trashes(id))).isTrue();
  }

  private static NewRefund ofOne() {
    return NewRefund.aRefund().amounting("1");
  }

  private static boolean moves(OpenShop shop, int id, Runnable action) {
    var before = shop.caller().get("/orders/" + id).json().path("date_modified_gmt");
    shop.clock.movesSeconds(5);
    action.run();
    return !shop.caller().get("/orders/" + id).json().path("date_modified_gmt").equals(before);
  }
}
