package io.shopbooks.pretend.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopLifeTest {

  private final MovableClock clock = MovableClock.at("2026-11-22T12:00:00Z");

  private PretendWooCommerce shop() {
    return PretendWooCommerce.open(Store.us().withHistory(), clock);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20261122})
  void one_seed_gives_the_same_orders(long seed) {
    var first = lived(seed);
    var second = lived(seed);
    var other = lived(seed + 1);

    assertThat(first).as("seed %d", seed).isEqualTo(second);
    assertThat(other).as("seed %d", seed + 1).isNotEqualTo(first);
  }

  private List<String> lived(long seed) {
    var shop = shop();
    var life = new ShopLife(shop, seed);
    var told = new ArrayList<String>();
    for (var id : life.sells(25)) {
      told.add(shop.json(id));
    }
    for (var event = 0; event < 80; event++) {
      told.add(life.lives());
    }
    shop.audit().orders().forEach(order -> told.add(order.toString()));
    return told;
  }

  @Test
  void a_stream_of_sales_has_everything_a_real_one_has() {
    var shop = shop();
    var seen = new HashSet<String>();
    for (var id : new ShopLife(shop, 7).sells(400)) {
      note(Json.read(shop.json(id)), seen);
    }

    assertThat(seen)
        .contains(
            "stripe",
            "paypal",
            "cod",
            "bacs",
            "guest",
            "returning",
            "company",
            "coupon",
            "fee",
            "negative fee",
            "shipping",
            "no shipping",
            "variation",
            "no sku",
            "USD",
            "EUR",
            "pending",
            "processing",
            "on-hold",
            "taxed",
            "untaxed",
            "exempt",
            "_stripe_fee",
            "_paypal_transaction_fee",
            "note");
  }

  private static void note(JsonNode order, Set<String> seen) {
    seen.add(order.path("payment_method").asText());
    seen.add(order.path("customer_id").asInt() == 0 ? "guest" : "returning");
    seen.add(order.at("/billing/company").asText().isEmpty() ? "person" : "company");
    seen.add(order.path("coupon_lines").isEmpty() ? "no coupon" : "coupon");
    order
        .path("fee_lines")
        .forEach(
            fee -> seen.add(fee.path("total").asText().startsWith("-") ? "negative fee" : "fee"));
    seen.add(order.path("shipping_lines").isEmpty() ? "no shipping" : "shipping");
    for (var line : order.path("line_items")) {
      seen.add(line.path("variation_id").asInt() > 0 ? "variation" : "simple");
      seen.add(line.path("sku").asText().isEmpty() ? "no sku" : "sku");
    }
    seen.add(order.path("currency").asText());
    seen.add(order.path("status").asText());
    seen.add(order.path("total_tax").asText().equals("0.00") ? "untaxed" : "taxed");
    for (var meta : order.path("meta_data")) {
      seen.add(meta.path("key").asText());
      if (meta.path("key").asText().equals("is_vat_exempt")
          && meta.path("value").asText().equals("yes")) {
        seen.add("exempt");
      }
    }
    seen.add(order.path("customer_note").asText().isEmpty() ? "no note" : "note");
  }

  @Test
  void orders_go_on_living_in_every_direction() {
    var shop = shop();
    var life = new ShopLife(shop, 11);
    var told = new ArrayList<String>();
    for (var event = 0; event < 600; event++) {
      clock.movesSeconds(30);
      told.add(life.lives());
    }

    var all = String.join("\n", told);
    assertThat(all)
        .contains("was made", "is completed", "is cancelled", "was refunded", "deleted")
        .contains("lower price after it was paid", "has the SKU \"\" now");
    var audit = shop.audit();
    assertThat(audit.orders().stream().map(Audit.Order::status))
        .contains("pending", "processing", "completed", "cancelled", "refunded", "failed");
    assertThat(audit.orders())
        .allSatisfy(
            order ->
                assertThat(order.refunded())
                    .as("order %d", order.id())
                    .isLessThanOrEqualTo(order.total().max(BigDecimal.ZERO)));
  }

  @Test
  void sales_are_spread_over_the_time_they_took() {
    var shop = shop();

    var ids = new ShopLife(shop, 3).sells(10, Duration.ofHours(10));

    assertThat(shop.order(ids.get(0)).created()).isEqualTo("2026-11-22T03:00:00");
    assertThat(shop.order(ids.get(9)).created()).isEqualTo("2026-11-22T12:00:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"us", "gb", "ca", "jp", "kw"})
  void every_kind_of_store_sells(String kind) {
    var store =
        switch (kind) {
          case "gb" -> Store.gb();
          case "ca" -> Store.caQc();
          case "jp" -> Store.jp();
          case "kw" -> Store.kw();
          default -> Store.us();
        };
    var shop = PretendWooCommerce.open(store, clock);
    var life = new ShopLife(shop, 5);

    assertThat(life.sells(50)).hasSize(50).doesNotHaveDuplicates();
    for (var event = 0; event < 50; event++) {
      assertThat(life.lives()).isNotEmpty();
    }
  }
}
