package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists: pages, filters, and the traps among them (`woocommerce.md` 3). */
class ListsTest {

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

  @ParameterizedTest
  @CsvSource({"per_page=100, 200", "per_page=101, 400", "per_page=0, 400", "per_page=x, 400"})
  @DisplayName("3 a page has 1 to 100 orders")
  void a_page_has_1_to_100_orders(String query, int status) {
    var shop = shops.open(Store.us());

    assertThat(shop.caller().get("/orders?" + query).status()).isEqualTo(status);
  }

  @Test
  @DisplayName("3 per_page=101 is refused in the recorded words")
  void per_page_101_is_refused_in_the_recorded_words() {
    var reply = shops.open(Store.us()).caller().get("/orders?per_page=101");

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
    var reply = shops.open(Store.us()).caller().get("/orders?" + query);

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
    var shop = shops.open(Store.us());
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
    var shop = shops.open(Store.us());
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
    var shop = shops.open(Store.us());
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

  @Test
  @DisplayName("3 customers, products and customers' orders can be asked for")
  void orders_of_a_customer_or_product_can_be_asked_for() {
    var shop = shops.open(Store.us());
    var janes = shop.shop.sells(anOrder().of("TSHIRT-01").byCustomer(2));
    var stickers = shop.shop.sells(anOrder().of("STICKER").via("admin"));

    assertThat(shop.caller().get("/orders?customer=2").ids()).containsExactly(janes);
    assertThat(shop.caller().get("/orders?product=15").ids()).containsExactly(stickers);
    assertThat(shop.caller().get("/orders?created_via=admin").ids()).containsExactly(stickers);
    assertThat(shop.caller().get("/orders?search=sticker").ids()).containsExactly(stickers);
  }
}
