package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products, variations, stock and batches (`woocommerce.md` 7). */
class ProductsTest {

  private final OpenShop shop = OpenShop.of(Store.us());
  private final Caller caller = shop.caller();

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "12, 'id,sku,manage_stock,stock_quantity,stock_status', '{\"stock_quantity\":42}', stock-set",
    "12, 'id,stock_quantity', '{\"stock_quantity\":\"41\"}', stock-set-string",
    "21, 'id,sku,manage_stock,stock_quantity,stock_status', '{\"stock_quantity\":9}',"
        + " stock-set-unmanaged",
    "20, 'id,manage_stock,stock_quantity,stock_status', '{\"stock_quantity\":0}', stock-set-zero"
  })
  @DisplayName("7 stock is set as recorded; where it is not managed, it is answered and ignored")
  void stock_is_set_as_recorded(int id, String fields, String body, String recording) {
    var reply = caller.put("/products/" + id + "?_fields=" + fields, body);

    assertThat(reply.status()).isEqualTo(200);
    var recorded = Recording.of("us/products/" + recording);
    recorded
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("_links")) {
                assertThat(reply.json().path(name)).isEqualTo(recorded.path(name));
              }
            });
  }

  @Test
  @DisplayName("7 a variation whose parent keeps the stock answers 200 and changes nothing")
  void a_variation_whose_parent_keeps_the_stock_changes_nothing() {
    var reply = caller.put("/products/28/variations/30", "{\"stock_quantity\":5}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("manage_stock").asText()).isEqualTo("parent");
    assertThat(reply.json().path("stock_quantity").asInt()).isEqualTo(77);
    assertThat(caller.get("/products/28").json().path("stock_quantity").asInt()).isEqualTo(77);
  }

  @Test
  @DisplayName("7 a stock that is no whole number is refused")
  void a_stock_that_is_no_whole_number_is_refused() {
    var reply = caller.put("/products/12", "{\"stock_quantity\":\"many\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("rest_invalid_param");
  }

  @Test
  @DisplayName("7 without sku= the list holds parents only, with it variations, too")
  void without_sku_the_list_holds_parents_only() {
    assertThat(caller.get("/products?per_page=100").ids()).contains(28).doesNotContain(29);
    assertThat(caller.get("/products?sku=HOODIE-RED-S,TSHIRT-01").ids())
        .containsExactlyInAnyOrder(12, 29);
    assertThat(caller.get("/products?sku=HOODIE-RED").ids()).isEmpty();
  }

  @Test
  @DisplayName("7 a taken SKU is refused in the recorded words, on create and on update")
  void a_taken_sku_is_refused() {
    var taken = caller.post("/products", "{\"name\":\"dup\",\"sku\":\"TSHIRT-01\"}");
    var changed = caller.put("/products/15", "{\"sku\":\"TSHIRT-01\"}");
    var own = caller.put("/products/12", "{\"sku\":\"TSHIRT-01\"}");

    assertThat(taken.status()).isEqualTo(400);
    assertThat(taken.json()).isEqualTo(Recording.of("us/errors/400-duplicate-sku"));
    assertThat(changed.code()).isEqualTo("product_invalid_sku");
    assertThat(own.status()).isEqualTo(200);
  }

  @Test
  @DisplayName("7 direct SQL makes two products of one SKU all the same")
  void direct_sql_makes_two_products_of_one_sku() {
    shop.shop.goods().relabels(15, "TSHIRT-01");

    assertThat(caller.get("/products?sku=TSHIRT-01").ids()).containsExactlyInAnyOrder(12, 15);
  }

  @Test
  @DisplayName("7 a batch is 200, each item failing alone at its place")
  void a_batch_is_200_each_item_failing_alone() {
    var body =
        """
        {"update":[{"id":12,"stock_quantity":200},{"id":999999,"stock_quantity":1},\
        {"id":15,"sku":"TSHIRT-01"}],\
        "create":[{"name":"Batch new","sku":"BATCH-2","regular_price":"1.00"}],"delete":[27]}\
        """;

    var reply = caller.post("/products/batch", body);

    assertThat(reply.status()).isEqualTo(200);
    var recorded = Recording.of("us/products/batch-mixed");
    assertThat(reply.json().at("/update/0/stock_quantity").asInt()).isEqualTo(200);
    assertThat(reply.json().at("/update/1")).isEqualTo(recorded.at("/update/1"));
    assertThat(reply.json().at("/update/2")).isEqualTo(recorded.at("/update/2"));
    assertThat(reply.json().at("/create/0/sku").asText()).isEqualTo("BATCH-2");
    assertThat(caller.get("/products/27").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("7 a batch takes 100 objects in all, 101 are 413")
  void a_batch_takes_100_objects_in_all() {
    assertThat(caller.post("/products/batch", batch(100)).status()).isEqualTo(200);

    var reply = caller.post("/products/batch", batch(101));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/413-batch-101"));
    assertThat(reply.header("Allow")).isEqualTo("POST, PUT, PATCH");
  }

  private static String batch(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> "{\"id\":1}")
        .collect(Collectors.joining(",", "{\"update\":[", "]}"));
  }

  @Test
  @DisplayName("7 variations are batched under their parent only")
  void variations_are_batched_under_their_parent_only() {
    var body = "{\"update\":[{\"id\":29,\"stock_quantity\":9}]}";

    var right = caller.post("/products/28/variations/batch", body);
    var wrong = caller.post("/products/12/variations/batch", body);

    assertThat(right.json().at("/update/0/stock_quantity").asInt()).isEqualTo(9);
    assertThat(wrong.json().at("/update/0/error/data/status").asInt()).isEqualTo(400);
  }

  @Test
  @DisplayName("7 orders are batched, too")
  void orders_are_batched_too() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("cod"));
    var body =
        """
        {"create":[{"line_items":[{"product_id":12}]}],\
        "update":[{"id":%d,"status":"completed"},{"id":1}]}\
        """
            .formatted(id);

    var reply = caller.post("/orders/batch", body).json();

    assertThat(reply.at("/create/0/status").asText()).isEqualTo("pending");
    assertThat(reply.at("/update/0/status").asText()).isEqualTo("completed");
    assertThat(reply.at("/update/1/error/code").asText())
        .isEqualTo("woocommerce_rest_shop_order_invalid_id");
  }

  @Test
  @DisplayName("7 a product in the trash leaves the list; deleted it is 404")
  void a_product_in_the_trash_leaves_the_list() {
    assertThat(caller.delete("/products/24").status()).isEqualTo(200);
    assertThat(caller.get("/products?per_page=100").ids()).doesNotContain(24);
    assertThat(caller.get("/products/24").json().path("status").asText()).isEqualTo("trash");

    assertThat(caller.delete("/products/24?force=true").status()).isEqualTo(200);
    assertThat(caller.get("/products/24").json()).isEqualTo(Recording.of("us/errors/404-product"));
  }

  @Test
  @DisplayName("7 products are asked for by the time they changed, in the same trap of zones")
  void products_are_asked_for_by_the_time_they_changed() {
    caller.put("/products/12", "{\"stock_quantity\":42}");
    var query = "/products?dates_are_gmt=true&orderby=modified&order=asc&modified_after=";

    assertThat(caller.get(query + "2026-11-22T11:59:59").ids()).containsExactly(12);
    assertThat(caller.get(query + "2026-11-22T12:00:00").ids()).isEmpty();
  }
}
