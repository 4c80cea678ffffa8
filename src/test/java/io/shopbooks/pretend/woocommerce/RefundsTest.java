package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Refunds in every shape (`woocommerce.md` 6). */
class RefundsTest {

  private final OpenShop shop = OpenShop.of(Store.us());
  private final Caller caller = shop.caller();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @DisplayName("6 more than what is left is 500 with a number for data")
  void more_than_what_is_left_is_500_with_a_number_for_data() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));

    var reply =
        caller.post("/orders/" + id + "/refunds", "{\"amount\":\"99999\",\"api_refund\":false}");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.json()).isEqualTo(Recording.of("us/errors/400-refund-too-big"));
    assertThat(reply.json().path("data").isNumber()).isTrue();
  }

  @Test
  @DisplayName("6 api_refund is true by default: cash cannot be paid back by its gateway")
  void api_refund_is_true_by_default() {
    var cash = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));
    var card = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));

    var refused = caller.post("/orders/" + cash + "/refunds", "{\"amount\":\"1.00\"}");
    var paidBack = caller.post("/orders/" + card + "/refunds", "{\"amount\":\"1.00\"}");

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.json()).isEqualTo(Recording.of("us/errors/refund-api-refund-unsupported"));
    assertThat(paidBack.status()).isEqualTo(201);
    assertThat(paidBack.json().path("refunded_payment").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("6 a full refund by amount knows no tax, and the order turns refunded")
  void a_full_refund_by_amount_knows_no_tax_and_the_order_turns_refunded() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));

    shop.shop.refunds(id, aRefund().because("Changed mind"));

    var order = caller.get("/orders/" + id).json();
    assertThat(order.path("status").asText()).isEqualTo("refunded");
    assertThat(order.at("/refunds/0/total").asText()).isEqualTo("-21.76");
    assertThat(order.at("/refunds/0/total_tax").asText()).isEqualTo("0.00");
    assertThat(order.path("total").asText()).isEqualTo("21.76");
    var refund = caller.get("/orders/" + id + "/refunds").json().path(0);
    assertThat(refund.at("/meta_data/0/value").asText()).isEqualTo("full");
    assertThat(refund.path("line_items")).isEmpty();
  }

  @Test
  @DisplayName("4.1 the status refunded, set by hand, makes a refund of what is left")
  void the_status_refunded_makes_a_refund_of_what_is_left() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));
    shop.shop.refunds(id, aRefund().amounting("1.76"));

    assertThat(caller.put("/orders/" + id, "{\"status\":\"refunded\"}").status()).isEqualTo(200);

    var refund = caller.get("/orders/" + id + "/refunds").json().path(0);
    assertThat(refund.path("amount").asText()).isEqualTo("20.00");
    assertThat(refund.path("reason").asText()).isEqualTo("Order fully refunded.");
    assertThat(refund.path("line_items")).isEmpty();
  }

  @Test
  @DisplayName("6 several refunds stand newest first, until the order turns refunded")
  void several_refunds_stand_newest_first() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01", 2).paidBy("cod"));
    var first = shop.shop.refunds(id, aRefund().of("TSHIRT-01", 1));
    assertThat(shop.shop.order(id).status()).isEqualTo("processing");
    var second = shop.shop.refunds(id, aRefund());

    assertThat(caller.get("/orders/" + id + "/refunds").ids()).containsExactly(second, first);
    assertThat(caller.get("/refunds").json().path(0).path("parent_id").asInt()).isEqualTo(id);
    assertThat(shop.shop.order(id).status()).isEqualTo("refunded");
  }

  @Test
  @DisplayName("6 a refund is deleted with force only, and then it is gone without a trace")
  void a_refund_is_deleted_with_force_only() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));
    var refund = shop.shop.refunds(id, aRefund().amounting("3.00"));
    var path = "/orders/" + id + "/refunds/" + refund;

    assertThat(caller.delete(path).status()).isEqualTo(501);
    assertThat(caller.delete(path + "?force=true").status()).isEqualTo(200);

    assertThat(caller.get(path).status()).isEqualTo(404);
    assertThat(caller.get("/orders/" + id).json().path("refunds")).isEmpty();
    assertThat(caller.put(path, "{}").code()).isEqualTo("rest_no_route");
  }

  @Test
  @DisplayName("6 refunded pieces are restocked, and the line says so")
  void refunded_pieces_are_restocked_and_the_line_says_so() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01", 3).paidBy("cod"));
    var sold = shop.shop.goods().stock(12).intValue();

    shop.shop.refunds(id, aRefund().of("TSHIRT-01", 1));
    shop.shop.refunds(id, aRefund().of("TSHIRT-01", 1).notRestocked());

    assertThat(shop.shop.goods().stock(12).intValue()).isEqualTo(sold + 1);
    var meta = caller.get("/orders/" + id).json().at("/line_items/0/meta_data").toString();
    assertThat(meta)
        .contains("\"key\":\"_reduced_stock\",\"value\":\"2\"")
        .contains("\"key\":\"_restock_refunded_items\",\"value\":\"1\"");
  }

  @Test
  @DisplayName("6 refund ids live among order ids")
  void refund_ids_live_among_order_ids() {
    var first = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));
    var refund = shop.shop.refunds(first, aRefund().amounting("1"));
    var second = shop.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));

    assertThat(refund).isEqualTo(first + 1);
    assertThat(second).isEqualTo(refund + 1);
    assertThat(caller.get("/orders/" + refund).code())
        .isEqualTo("woocommerce_rest_shop_order_invalid_id");
  }
}
