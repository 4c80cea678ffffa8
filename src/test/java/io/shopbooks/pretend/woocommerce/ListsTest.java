package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists: pages, filters, and the traps among them (`woocommerce.md` 3). */
class ListsTest {

  private final List<OpenShop> open = new ArrayList<>();

  private OpenShop opened(Store store) {
    var shop = OpenShop.of(store);
    open.add(shop);
    return shop;
  }

  @AfterEach
  void close() {
    open.forEach(OpenShop::close);
  }

  /** A shop with so many orders, one a minute. */
  private OpenShop with(int orders, Store store) {
    var shop = opened(store);
    for (var i = 0; i < orders; i++) {
      shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
      shop.clock.movesSeconds(60);
    }
    return shop;
  }

  @ParameterizedTest
  @CsvSource({"per_page=100, 200", "per_page=101, 400", "per_page=0, 400", "per_page=x, 400"})
  @DisplayName("3 a page has 1 to 100 orders")
  void a_page_has_1_to_100_orders(String query, int status) {
    var shop = opened(Store.us());

    assertThat(shop.caller().get("/orders?" + query).status()).isEqualTo(status);
  }

  @Test
  @DisplayName("3 per_page=101 is refused in the recorded words")
  void per_page_101_is_refused_in_the_recorded_words() {
    var reply = opened(Store.us()).caller().get("/orders?per_page=101");

    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/400-per_page-101"));
    assertThat(reply.header("Allow")).isEqualTo("GET, POST");
  }

  @Test
  @DisplayName("3 a page names totals and the pages beside it")
  void a_page_names_totals_and_the_pages_beside_it() {
    var shop = with(25, Store.us());
    var list = shop.api() + "/orders";

    var second = shop.caller().get("/orders?per_page=10&page=2&orderby=id&order=asc");
    var last = shop.caller().get("/orders?per_page=10&orderby=id&order=asc&page=3");
    var first = shop.caller().get("/orders");

    assertThat(second.header("X-WP-Total")).isEqualTo("25");
    assertThat(second.header("X-WP-TotalPages")).isEqualTo("3");
    assertThat(second.header("Link"))
        .isEqualTo(
            "<%1$s?per_page=10&page=1&orderby=id&order=asc>; rel=\"prev\", "
                .concat("<%1$s?per_page=10&page=3&orderby=id&order=asc>; rel=\"next\"")
                .formatted(list));
    assertThat(last.header("Link"))
        .isEqualTo("<" + list + "?per_page=10&orderby=id&order=asc&page=2>; rel=\"prev\"");
    assertThat(first.ids()).hasSize(10).isSortedAccordingTo((a, b) -> b - a);
    assertThat(first.header("Link")).isEqualTo("<" + list + "?page=2>; rel=\"next\"");
  }

  @Test
  @DisplayName("3 a page past the end is empty and counts nothing")
  void a_page_past_the_end_is_empty_and_counts_nothing() {
    var shop = with(3, Store.us());

    var reply = shop.caller().get("/orders?per_page=20&page=99");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("[]");
    assertThat(reply.header("X-WP-Total")).isEqualTo("0");
    assertThat(reply.header("X-WP-TotalPages")).isEqualTo("0");
    assertThat(reply.header("Link"))
        .isEqualTo("<" + shop.api() + "/orders?per_page=20&page=0>; rel=\"prev\"");
  }

  @Test
  @DisplayName("3 whoever follows Link loses the status filter")
  void whoever_follows_link_loses_the_status_filter() {
    var shop = with(5, Store.us());

    var reply = shop.caller().get("/orders?per_page=3&status=completed%2Cprocessing&_fields=id");

    assertThat(reply.header("Link"))
        .isEqualTo("<" + shop.api() + "/orders?per_page=3&_fields=id&page=2>; rel=\"next\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'orderby=total', 400-orderby",
    "'status=nope', 400-status",
    "'modified_after=yesterday', 400-date"
  })
  @DisplayName("3 a wrong parameter is refused in the recorded words")
  void a_wrong_parameter_is_refused_in_the_recorded_words(String query, String recording) {
    var reply = opened(Store.us()).caller().get("/orders?" + query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/" + recording));
  }

  @Test
  @DisplayName("3 offset, include and exclude choose orders")
  void offset_include_and_exclude_choose_orders() {
    var shop = with(6, Store.us());
    var all = shop.caller().get("/orders?orderby=id&order=asc").ids();

    assertThat(shop.caller().get("/orders?orderby=id&order=asc&offset=4").ids())
        .isEqualTo(all.subList(4, 6));
    assertThat(shop.caller().get("/orders?include=" + all.get(2) + "," + all.get(0)).ids())
        .containsExactlyInAnyOrder(all.get(0), all.get(2));
    assertThat(shop.caller().get("/orders?exclude=" + all.get(0)).ids())
        .hasSize(5)
        .doesNotContain(all.get(0));
  }

  @Test
  @DisplayName("3 _fields cuts the answer; a field within a list cannot be named")
  void fields_cuts_the_answer() {
    var shop = with(1, Store.us());
    var id = shop.caller().get("/orders").ids().get(0);

    var list =
        shop.caller().get("/orders?_fields=id,total,billing.email,line_items.sku").json().path(0);
    var alone = shop.caller().get("/orders/" + id + "?_fields=id").json();

    assertThat(list.fieldNames()).toIterable().containsExactly("id", "total", "billing");
    assertThat(list.path("billing").fieldNames()).toIterable().containsExactly("email");
    assertThat(alone.fieldNames()).toIterable().containsExactly("id", "_links");
  }

  @Test
  @DisplayName("3 dp sets the decimals of money; price and coupon discounts ignore it")
  void dp_sets_the_decimals_of_money() {
    var shop = opened(Store.us());
    var id =
        shop.shop.sells(anOrder().of("RND-A", 3).withCoupon("ten-percent").withFee("Wrap", "3.5"));

    var order = shop.caller().get("/orders/" + id + "?dp=4").json();

    assertThat(order.path("total").asText()).matches("\\d+\\.\\d{4}");
    assertThat(order.path("line_items").path(0).path("subtotal").asText()).isEqualTo("8.0250");
    assertThat(order.path("coupon_lines").path(0).path("discount").asText()).isEqualTo("0.8");
    assertThat(order.path("fee_lines").path(0).path("amount").asText()).isEqualTo("3.5");
    assertThat(order.path("fee_lines").path(0).path("total").asText()).isEqualTo("3.5000");
    assertThat(order.path("line_items").path(0).path("price").isNumber()).isTrue();
    assertThat(shop.caller().get("/orders?dp=x").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("3.1 any leaves out trash and drafts, and swallows what is named beside it")
  void any_leaves_out_trash_and_drafts() {
    var shop = opened(Store.us());
    var live = shop.shop.sells(anOrder().of("TSHIRT-01"));
    var trashed = shop.shop.sells(anOrder().of("TSHIRT-01"));
    shop.shop.trashes(trashed);
    var draft = shop.shop.sells(anOrder().of("TSHIRT-01").inStatus("checkout-draft"));
    shop.shop.sells(anOrder().inStatus("auto-draft").via("admin"));

    assertThat(shop.caller().get("/orders").ids()).containsExactly(live);
    assertThat(shop.caller().get("/orders?status=any,trash").ids()).containsExactly(live);
    assertThat(shop.caller().get("/orders?status=trash,any").ids()).containsExactly(live);
    assertThat(shop.caller().get("/orders?status=trash").ids()).containsExactly(trashed);
    assertThat(shop.caller().get("/orders?status=checkout-draft").ids()).containsExactly(draft);
    assertThat(shop.caller().get("/orders?status=auto-draft").ids()).isEmpty();
    assertThat(shop.caller().get("/orders?status[]=trash&status[]=processing").ids())
        .containsExactlyInAnyOrder(live, trashed);
  }

  @Test
  @DisplayName("3.1 a trashed order is served by its id, a deleted one is 404")
  void a_trashed_order_is_served_by_its_id_a_deleted_one_is_404() {
    var shop = opened(Store.us());
    var trashed = shop.shop.sells(anOrder().of("TSHIRT-01"));
    var deleted = shop.shop.sells(anOrder().of("TSHIRT-01"));

    assertThat(shop.caller().delete("/orders/" + trashed).json().path("status").asText())
        .isEqualTo("processing");
    assertThat(shop.caller().delete("/orders/" + deleted + "?force=true").status()).isEqualTo(200);

    assertThat(shop.caller().get("/orders/" + trashed).json().path("status").asText())
        .isEqualTo("trash");
    var gone = shop.caller().get("/orders/" + deleted);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.json()).isEqualTo(Recording.of("us/errors/404-deleted-order"));
  }

  /** An order modified at 12:00:00 GMT and one a minute later. */
  private static OpenShop withTwo(OpenShop shop) {
    shop.shop.sells(anOrder().of("TSHIRT-01"));
    shop.clock.movesSeconds(60);
    shop.shop.sells(anOrder().of("TSHIRT-01"));
    return shop;
  }

  private int found(OpenShop shop, String value, boolean gmt) {
    var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    var reply =
        shop.caller().get("/orders?modified_after=" + encoded + (gmt ? "&dates_are_gmt=true" : ""));
    assertThat(reply.status()).isEqualTo(200);
    return reply.ids().size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us", "kw", "jp"})
  @DisplayName("3.2 GMT without Z and dates_are_gmt is right in every zone")
  void gmt_without_z_and_dates_are_gmt_is_right_in_every_zone(String kind) {
    var shop = withTwo(opened(store(kind)));

    assertThat(found(shop, "2026-11-22T11:59:59", true)).isEqualTo(2);
    assertThat(found(shop, "2026-11-22T12:00:00", true)).isEqualTo(1);
    assertThat(found(shop, "2026-11-22T12:01:00", true)).isZero();
  }

  private static Store store(String kind) {
    return switch (kind) {
      case "kw" -> Store.kw();
      case "jp" -> Store.jp();
      default -> Store.us();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "us, 2026-11-22T12:00:00Z, 2",
    "us, 2026-11-22T12:00:00.123Z, 2",
    "us, 2026-11-22T07:00:00-05:00, 2",
    "us, 2026-11-22T12:00:00+00:00, 2",
    "us, 2026-11-22T16:59:59Z, 2",
    "us, 2026-11-22T17:00:30Z, 1",
    "kw, 2026-11-22T11:59:59Z, 0",
    "kw, 2026-11-22T08:59:59Z, 2",
    "jp, 2026-11-22T11:59:59Z, 0",
    "jp, 2026-11-22T02:59:59Z, 2"
  })
  @DisplayName("3.2 with a Z or an offset beside dates_are_gmt the bound is shifted to local time")
  void with_a_z_beside_dates_are_gmt_the_bound_is_shifted(String kind, String value, int count) {
    var shop = withTwo(opened(store(kind)));

    assertThat(found(shop, value, true)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({
    "us, 2026-11-22T11:59:59Z, 2",
    "us, 2026-11-22T12:00:00Z, 1",
    "us, 2026-11-22T07:00:00-05:00, 1",
    "kw, 2026-11-22T12:00:00Z, 1",
    "us, 2026-11-22T06:59:59, 2",
    "us, 2026-11-22T11:59:59, 0",
    "kw, 2026-11-22T11:59:59, 2",
    "kw, 2026-11-22T15:00:00, 1"
  })
  @DisplayName("3.2 without dates_are_gmt the local column is asked")
  void without_dates_are_gmt_the_local_column_is_asked(String kind, String value, int count) {
    var shop = withTwo(opened(store(kind)));

    assertThat(found(shop, value, false)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "yesterday", "2026-11-21T25", "1795304987"})
  @DisplayName("3.2 a date without time, or a word, is refused")
  void a_date_without_time_or_a_word_is_refused(String value) {
    var reply = opened(Store.us()).caller().get("/orders?modified_after=" + value);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("rest_invalid_param");
  }

  @Test
  @DisplayName("3.2 the bound is exclusive on both sides")
  void the_bound_is_exclusive_on_both_sides() {
    var shop = withTwo(opened(Store.us()));
    var second = "2026-11-22T12:00:00&dates_are_gmt=true";

    assertThat(shop.caller().get("/orders?modified_before=" + second).ids()).isEmpty();
    assertThat(shop.caller().get("/orders?modified_after=" + second).ids()).hasSize(1);
    assertThat(shop.caller().get("/orders?before=" + second).ids()).isEmpty();
    assertThat(shop.caller().get("/orders?after=" + second).ids()).hasSize(1);
  }

  @Test
  @DisplayName("3.2 the recorded experiments on dates come out the same")
  void the_recorded_experiments_on_dates_come_out_the_same() {
    var shop = opened(Store.us().withHistory());
    var experiments = Recording.of("us/orders-pages/date-filter-experiments").path("results");
    var known = new HashSet<>(shop.caller().get("/orders?per_page=100&orderby=id").ids());
    var compared = 0;
    for (var experiment : experiments) {
      if (experiment.path("status").asInt() != 200) {
        continue;
      }
      var recorded = ids(experiment);
      // The shop lived on after the experiments: only orders of before count, unchanged since.
      recorded.retainAll(known);
      var answered = shop.caller().get("/orders?per_page=100&" + query(experiment)).ids();
      answered.removeIf(id -> id > 100);
      assertThat(answered)
          .as(experiment.path("params").toString())
          .containsExactlyInAnyOrderElementsOf(recorded);
      compared++;
    }
    assertThat(compared).isGreaterThanOrEqualTo(10);
  }

  private static List<Integer> ids(JsonNode experiment) {
    var ids = new ArrayList<Integer>();
    experiment.path("ids").forEach(id -> ids.add(id.asInt()));
    return ids;
  }

  private static String query(JsonNode experiment) {
    var query = new ArrayList<String>();
    experiment
        .path("params")
        .fields()
        .forEachRemaining(
            p ->
                query.add(
                    p.getKey()
                        + "="
                        + URLEncoder.encode(p.getValue().asText(), StandardCharsets.UTF_8)));
    return String.join("&", query);
  }

  @Test
  @DisplayName("3.2 local dates stay as local as they were when the merchant moves")
  void local_dates_stay_as_local_as_they_were_when_the_merchant_moves() {
    var shop = opened(Store.us());
    var before = shop.shop.sells(anOrder().of("TSHIRT-01"));
    shop.shop.movesTo(ZoneId.of("Asia/Tokyo"));
    var after = shop.shop.sells(anOrder().of("TSHIRT-01"));

    var old = shop.caller().get("/orders/" + before).json();
    var young = shop.caller().get("/orders/" + after).json();

    assertThat(old.path("date_created").asText()).isEqualTo("2026-11-22T07:00:00");
    assertThat(young.path("date_created").asText()).isEqualTo("2026-11-22T21:00:00");
    assertThat(old.path("date_created_gmt")).isEqualTo(young.path("date_created_gmt"));
  }

  @Test
  @DisplayName("3.3 the Date header tells the shop's own clock")
  void the_date_header_tells_the_shops_own_clock() {
    assertThat(opened(Store.us()).caller().get("/orders").header("Date"))
        .isEqualTo("Sun, 22 Nov 2026 12:00:00 GMT");
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
    var shop = opened(store(storage));
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

  @Test
  @DisplayName("3 customers, products and customers' orders can be asked for")
  void orders_of_a_customer_or_product_can_be_asked_for() {
    var shop = opened(Store.us());
    var janes = shop.shop.sells(anOrder().of("TSHIRT-01").byCustomer(2));
    var stickers = shop.shop.sells(anOrder().of("STICKER").via("admin"));

    assertThat(shop.caller().get("/orders?customer=2").ids()).containsExactly(janes);
    assertThat(shop.caller().get("/orders?product=15").ids()).containsExactly(stickers);
    assertThat(shop.caller().get("/orders?created_via=admin").ids()).containsExactly(stickers);
    assertThat(shop.caller().get("/orders?search=sticker").ids()).containsExactly(stickers);
  }
}
