package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What payment and status make of an order (`woocommerce.md` 4). */
class OrderStatusTest {

  private final OpenShop shop = OpenShop.of(Store.us());
  private final Caller caller = shop.caller();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @DisplayName("4.1 a status nobody registered is refused")
  void a_status_nobody_registered_is_refused() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01"));

    var reply = caller.put("/orders/" + id, "{\"status\":\"shipped\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("rest_invalid_param");
    assertThat(caller.put("/orders/" + id, "{\"status\":\"awaiting-pickup\"}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "bacs, on-hold, false",
    "cheque, on-hold, false",
    "cod, processing, false",
    "stripe, pending, false"
  })
  @DisplayName("4.1 an unpaid order waits in the status of its gateway, without date_paid")
  void an_unpaid_order_waits_in_the_status_of_its_gateway(
      String gateway, String status, boolean paid) {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy(gateway));

    var order = shop.shop.order(id);

    assertThat(order.status()).isEqualTo(status);
    assertThat(order.paid().isEmpty()).isEqualTo(!paid);
  }

  @Test
  @DisplayName("4.1 cash on delivery is paid when it is completed")
  void cash_on_delivery_is_paid_when_it_is_completed() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("cod"));
    shop.clock.movesSeconds(60);

    shop.shop.movesTo(id, "completed");

    assertThat(shop.shop.order(id).paid()).isEqualTo("2026-11-22T12:01:00");
  }

  @Test
  @DisplayName("4.1 a transfer that arrives is paid; a cancelled order keeps its old date_paid")
  void a_transfer_that_arrives_is_paid_and_a_cancelled_order_keeps_the_date() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("bacs"));
    shop.clock.movesSeconds(60);

    shop.shop.movesTo(id, "processing");
    shop.clock.movesSeconds(60);
    shop.shop.movesTo(id, "cancelled");

    assertThat(shop.shop.order(id).paid()).isEqualTo("2026-11-22T12:01:00");
  }

  @Test
  @DisplayName("4.1 a free order has no payment method and is paid")
  void a_free_order_has_no_payment_method_and_is_paid() {
    var id = shop.shop.sells(anOrder().of("TSHIRT-01").withCoupon("all-free"));

    var order = caller.get("/orders/" + id).json();

    assertThat(order.path("total").asText()).isEqualTo("0.00");
    assertThat(order.path("payment_method").asText()).isEmpty();
    assertThat(order.path("date_paid").isNull()).isFalse();
    assertThat(order.path("tax_lines").path(0).path("tax_total").asText()).isEqualTo("0.00");
  }

  @Test
  @DisplayName("4.1 downloads paid for are completed at once")
  void downloads_paid_for_are_completed_at_once() {
    var id = shop.shop.sells(anOrder().of("EBOOK-01").paidBy("stripe"));

    var order = caller.get("/orders/" + id).json();

    assertThat(order.path("status").asText()).isEqualTo("completed");
    assertThat(order.path("date_completed")).isEqualTo(order.path("date_paid"));
    assertThat(order.path("needs_processing").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("7 stock falls with the sale and comes back with the cancellation")
  void stock_falls_with_the_sale_and_comes_back_with_the_cancellation() {
    var before = shop.shop.goods().stock(12).intValue();
    var id = shop.shop.sells(anOrder().of("TSHIRT-01", 5).toBePaidBy("bacs"));

    assertThat(shop.shop.goods().stock(12).intValue()).isEqualTo(before - 5);
    shop.shop.movesTo(id, "processing");
    assertThat(shop.shop.goods().stock(12).intValue()).isEqualTo(before - 5);
    shop.shop.movesTo(id, "cancelled");
    assertThat(shop.shop.goods().stock(12).intValue()).isEqualTo(before);
  }

  @Test
  @DisplayName("7 pending orders take no stock")
  void pending_orders_take_no_stock() {
    var before = shop.shop.goods().stock(12);

    shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("stripe"));

    assertThat(shop.shop.goods().stock(12)).isEqualTo(before);
  }

  @Test
  @DisplayName("1 OPTIONS tells the statuses of this very shop")
  void options_tells_the_statuses_of_this_very_shop() {
    var reply = caller.call("OPTIONS", "/orders", "");

    assertThat(reply.header("Allow")).isEqualTo("GET, POST");
    var statuses = reply.json().at("/endpoints/0/args/status/items/enum");
    assertThat(statuses.toString()).contains("\"any\"", "\"trash\"", "\"awaiting-pickup\"");
    assertThat(reply.json().at("/schema/properties/status/enum").toString())
        .contains("awaiting-pickup")
        .doesNotContain("\"any\"");
  }

  @Test
  @DisplayName("8 the report counts orders by status")
  void the_report_counts_orders_by_status() {
    shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("cod"));
    shop.shop.sells(anOrder().of("TSHIRT-01").toBePaidBy("bacs"));

    var report = caller.get("/reports/orders/totals").json();

    assertThat(report.toString())
        .contains("{\"slug\":\"processing\",\"name\":\"Processing\",\"total\":1}")
        .contains("{\"slug\":\"on-hold\",\"name\":\"On hold\",\"total\":1}");
  }
}
