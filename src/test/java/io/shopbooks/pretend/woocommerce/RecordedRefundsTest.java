package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refunds made over REST, as they were recorded (`woocommerce.md` 6). */
class RecordedRefundsTest {

  private final OpenShop shop = OpenShop.of(Store.us());
  private final Caller caller = shop.caller();

  @AfterEach
  void close() {
    shop.close();
  }

  private int line(int order, String kind) {
    return caller.get("/orders/" + order).json().path(kind).path(0).path("id").asInt();
  }

  /** Without what no two shops share. */
  private static ObjectNode bare(JsonNode refund) {
    ObjectNode bare = refund.deepCopy();
    bare.remove("_links");
    bare.remove("date_created");
    bare.remove("date_created_gmt");
    ids(bare);
    return bare;
  }

  private static void ids(ObjectNode holder) {
    holder.remove("id");
    for (var field : holder) {
      if (field.isArray()) {
        field.forEach(
            child -> {
              if (child.isObject() && !child.has("total") || child.has("meta_data")) {
                ids((ObjectNode) child);
              }
            });
      }
    }
    if (holder.path("key").asText().equals("_refunded_item_id")) {
      holder.remove("value");
      holder.remove("display_value");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "create-amount-only, 1, ''",
    "create-partial-line, 3, line_items",
    "create-amount-unlike-lines, 3, line_items",
    "create-tax-only, 1, line_items"
  })
  @DisplayName("6 a refund made over REST answers as the recorded one did")
  void a_refund_made_over_rest_answers_as_the_recorded_one_did(
      String recording, int pieces, String kind) {
    var sku = recording.contains("tax-only") ? "LAMP-3571" : "TSHIRT-01";
    var id = shop.shop.sells(anOrder().of(sku, pieces).shippedFor("5.99").paidBy("cod"));
    var request = Recording.of("us/refunds/" + recording + ".http").at("/request/body");
    var body = (ObjectNode) request.deepCopy();
    if (!kind.isEmpty()) {
      ((ObjectNode) body.path("line_items").path(0)).put("id", line(id, kind));
    }

    var reply = caller.post("/orders/" + id + "/refunds", body.toString());

    assertThat(reply.status()).isEqualTo(201);
    var recorded = Recording.of("us/refunds/" + recording);
    assertThat(Recording.differences(bare(reply.json()), bare(recorded))).isEmpty();
    assertThat(reply.header("Location"))
        .isEqualTo(
            shop.api()
                + "/orders/(?P<order_id>[\\d]+)/refunds/"
                + reply.json().path("id").asText());
  }

  @Test
  @DisplayName("6 a refund of shipping and fee answers as the recorded one did")
  void a_refund_of_shipping_and_fee_answers_as_the_recorded_one_did() {
    var id =
        shop.shop.sells(
            anOrder().of("TSHIRT-01").withFee("Gift wrap", "3.5").shippedFor("5.99").paidBy("cod"));

    var refund = shop.shop.refunds(id, aRefund().ofShipping().ofFees());

    var answered = caller.get("/orders/" + id + "/refunds/" + refund).json();
    assertThat(
            Recording.differences(
                bare(answered), bare(Recording.of("us/refunds/create-shipping-fee"))))
        .isEmpty();
  }

  @Test
  @DisplayName("6 a refund of prices with tax answers as the recorded one did")
  void a_refund_of_prices_with_tax_answers_as_the_recorded_one_did() {
    try (var london = OpenShop.of(Store.gb())) {
      var order =
          london.shop.sells(
              anOrder()
                  .of("TSHIRT-01", 3)
                  .shippedFor("4.79")
                  .to(Buyer.at("Oliver Brown", "London", "", "GB"))
                  .paidBy("cod"));
      var now = london.caller().get("/orders/" + order).json();
      var body =
          (ObjectNode) Recording.of("gb/refunds/create-partial-incl.http").at("/request/body");
      var lines = body.path("line_items");
      ((ObjectNode) lines.path(0)).set("id", now.at("/line_items/0/id"));
      ((ObjectNode) lines.path(1)).set("id", now.at("/shipping_lines/0/id"));

      var reply = london.caller().post("/orders/" + order + "/refunds", body.toString());

      assertThat(reply.status()).isEqualTo(201);
      var recorded = Recording.of("gb/refunds/create-partial-incl");
      assertThat(Recording.differences(bare(reply.json()), bare(recorded))).isEmpty();
    }
  }

  @Test
  @DisplayName("6 refunding all lines as REST shows them can be a penny too much: 500")
  void refunding_all_lines_as_rest_shows_them_can_be_a_penny_too_much() {
    try (var london = OpenShop.of(Store.gb())) {
      london.shop.goods().offers("quarter", "percent", "25");
      var order =
          london.shop.sells(
              anOrder()
                  .of("LAMP-3571", 10, "23.90")
                  .withCoupon("quarter")
                  .to(Buyer.at("Oliver Brown", "London", "", "GB"))
                  .paidBy("cod"));
      var line = london.caller().get("/orders/" + order).json().at("/line_items/0");
      var body =
          """
          {"api_refund":false,"line_items":[{"id":%s,"quantity":10,"refund_total":%s,
          "refund_tax":[{"id":1,"refund_total":%s}]}]}
          """
              .formatted(
                  line.path("id"), line.path("total").asText(), line.at("/taxes/0/total").asText());

      var reply = london.caller().post("/orders/" + order + "/refunds", body);

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.json()).isEqualTo(Recording.of("gb/refunds/create-penny-trap-all-lines"));
    }
  }
}
