package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stays and what changes in an order that was made before (`woocommerce.md` 4). */
class OrderEditsTest {

  private final OpenShop shop = OpenShop.of(Store.us());
  private final Caller caller = shop.caller();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @DisplayName("4.2 a product deleted later leaves its name and nothing else")
  void a_product_deleted_later_leaves_its_name() {
    var id = shop.shop.sells(anOrder().of("LAMP-3571"));

    assertThat(caller.delete("/products/24?force=true").status()).isEqualTo(200);

    var line = caller.get("/orders/" + id).json().path("line_items").path(0);
    assertThat(line.path("name").asText()).isEqualTo("Lamp 35.71");
    assertThat(line.path("product_id").asInt()).isZero();
    assertThat(line.path("sku").isNull()).isTrue();
    assertThat(line.path("image").path("id").asInt(-1)).isZero();
  }

  @Test
  @DisplayName("4.2 a renamed SKU changes old orders")
  void a_renamed_sku_changes_old_orders() {
    var id = shop.shop.sells(anOrder().of("LAMP-3571"));

    caller.put("/products/24", "{\"sku\":\"LAMP-NEW\"}");

    var line = caller.get("/orders/" + id).json().path("line_items").path(0);
    assertThat(line.path("sku").asText()).isEqualTo("LAMP-NEW");
  }

  @Test
  @DisplayName("4.1 a paid order can still be edited, and counts anew")
  void a_paid_order_can_still_be_edited_and_counts_anew() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").of("LAMP-3571").paidBy("stripe"));
    var before = caller.get("/orders/" + id).json();
    var line = before.path("line_items").path(1).path("id").asInt();

    var lowered =
        caller
            .put("/orders/" + id, "{\"line_items\":[{\"id\":%d,\"total\":\"30\"}]}".formatted(line))
            .json();
    var removed =
        caller
            .put("/orders/" + id, "{\"line_items\":[{\"id\":%d,\"quantity\":0}]}".formatted(line))
            .json();
    var added = caller.put("/orders/" + id, "{\"line_items\":[{\"product_id\":13}]}").json();

    assertThat(lowered.path("discount_total").asText()).isEqualTo("5.71");
    assertThat(lowered.path("total").asText()).isEqualTo("54.42");
    assertThat(removed.path("line_items")).hasSize(1);
    assertThat(removed.path("total").asText()).isEqualTo("21.76");
    assertThat(added.path("total").asText()).isEqualTo("31.75");
  }

  @Test
  @DisplayName("3.4 a note is written and read, and moves nothing")
  void a_note_is_written_and_read() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01"));
    shop.clock.movesSeconds(60);

    assertThat(caller.post("/orders/" + id + "/notes", "{}").code())
        .isEqualTo("rest_missing_callback_param");
    assertThat(caller.post("/orders/" + id + "/notes", "{\"note\":\"QBO 1042\"}").status())
        .isEqualTo(201);

    assertThat(caller.get("/orders/" + id + "/notes").json().path(0).path("note").asText())
        .isEqualTo("QBO 1042");
    assertThat(caller.get("/orders/" + id).json().path("date_modified_gmt").asText())
        .isEqualTo("2026-11-22T12:00:00");
  }
}
