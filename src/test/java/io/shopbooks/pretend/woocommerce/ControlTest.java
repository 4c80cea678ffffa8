package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another process looks into the shop and drives it; people look at its pages. */
class ControlTest {

  private final OpenShop open = OpenShop.of(Store.us().withHistory());
  private final Caller outside = Caller.anonymous(open.server.address("/shop").toString());

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void the_audit_tells_orders_refunds_and_calls() {
    open.caller().get("/orders");
    open.caller().get("/orders/75");
    open.caller().get("/orders/41");

    var audit = outside.get("/pretend/audit").json();

    var order = audit.path("orders").path(0);
    assertThat(order.path("id").asInt()).isEqualTo(41);
    assertThat(order.path("total").asText()).isEqualTo("28.28");
    assertThat(order.path("total_tax").asText()).isEqualTo("2.30");
    assertThat(order.path("paid").asText()).isEmpty();
    var refunded = open.shop.order(75);
    assertThat(refunded.refunded()).isEqualByComparingTo("50.05");
    assertThat(refunded.refunds()).extracting(Audit.Refund::id).containsExactly(76);
    assertThat(audit.path("orders").toString())
        .contains("\"refunds\":[{\"id\":76,\"amount\":\"50.05\",\"reason\":\"Changed mind\"}]");
    assertThat(audit.path("requests").path("GET /wc/v3/orders").asInt()).isEqualTo(1);
    assertThat(audit.path("requests").path("GET /wc/v3/orders/{id}").asInt()).isEqualTo(2);
    open.shop.forgetsCalls();
    assertThat(open.shop.audit().requests()).isEmpty();
  }

  @Test
  void sales_are_made_from_outside_the_same_for_the_same_seed() {
    var sold = outside.post("/pretend/sell?count=5&seed=9", "").json();

    assertThat(sold.path("sold").asInt()).isEqualTo(5);
    assertThat(open.shop.order(sold.path("last").asInt()).created())
        .isEqualTo("2026-11-22T12:00:00");
    try (var other = OpenShop.of(Store.us().withHistory())) {
      var ids = new ShopLife(other.shop, 9).sells(5);
      assertThat(ids.get(4)).isEqualTo(sold.path("last").asInt());
      assertThat(other.shop.order(ids.get(4))).isEqualTo(open.shop.order(ids.get(4)));
    }
    assertThat(outside.post("/pretend/sell?count=many", "").status()).isEqualTo(400);
  }

  @Test
  void life_and_cron_are_driven_from_outside() {
    assertThat(outside.post("/pretend/live?count=3&seed=1", "").json().path("events")).hasSize(3);
    assertThat(outside.post("/pretend/cron", "").json().path("delivered").asInt()).isZero();
    assertThat(outside.get("/pretend/nothing").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"path\":\"/orders\",\"kind\":\"html\",\"status\":403}', 403",
    "'{\"path\":\"/orders\",\"kind\":\"retry-after\",\"status\":429,\"value\":\"5\"}', 429",
    "'{\"path\":\"/orders\",\"kind\":\"status\",\"status\":502}', 502",
    "'{\"path\":\"/orders\",\"kind\":\"redirect\",\"status\":301,\"value\":\"http://x/\"}', 301",
    "'{\"path\":\"/orders\",\"kind\":\"slow\",\"value\":\"1\"}', 200",
    "'{\"path\":\"/orders\",\"kind\":\"bom\"}', 200"
  })
  void faults_are_set_from_outside(String fault, int status) {
    assertThat(outside.post("/pretend/fault", fault).status()).isEqualTo(200);

    assertThat(open.caller().get("/orders").status()).isEqualTo(status);
    assertThat(open.caller().get("/orders").ids()).isNotEmpty();
  }

  @Test
  void lasting_faults_are_set_from_outside_and_taken_back() {
    outside.post("/pretend/fault", "{\"path\":\"/orders\",\"every\":true,\"kind\":\"cut\"}");
    assertThatThrownBy(() -> open.caller().tryCall("GET", "/orders", ""))
        .isInstanceOf(IOException.class);

    assertThat(outside.delete("/pretend/fault").status()).isEqualTo(200);

    assertThat(open.caller().get("/orders").status()).isEqualTo(200);
    var wrong = outside.post("/pretend/fault", "{\"kind\":\"nothing\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().path("error").asText()).contains("truncated");
  }

  @Test
  void a_page_lists_the_orders_and_another_shows_one() {
    var odd = Buyer.at("Zoë <b>", "New York", "NY", "US").of("Smith & Sons");
    var order = anOrder().of("POLO-2299").shippedFor("5.99").to(odd).paidBy("cod");
    var id = open.shop.sells(order.via("rest-api"));
    open.shop.refunds(id, NewRefund.aRefund().amounting("5").because("Goodwill"));

    var list = outside.get("/");
    var one = outside.get("/order/" + id);

    assertThat(list.text())
        .contains("Hudson Goods", "/shop/order/" + id, "Zoë &lt;b&gt;, Smith &amp; Sons")
        .contains("31.55 USD", "-5.00", "Cash on delivery");
    assertThat(one.text()).contains("Polo 22.99", "NY State Tax", "Goodwill", "Flat rate");
    assertThat(outside.get("/?page=2").text()).contains("Page 2 of 3");
    assertThat(outside.get("/?page=x").status()).isEqualTo(200);
    assertThat(outside.get("/order/1").status()).isEqualTo(404);
    assertThat(outside.get("/cart").status()).isEqualTo(404);
  }
}
