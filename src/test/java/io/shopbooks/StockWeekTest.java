package io.shopbooks;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.pretend.woocommerce.Fault;
import io.shopbooks.pretend.woocommerce.NewRefund;
import io.shopbooks.pretend.woocommerce.Trouble;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A week of sales, refunds, deliveries and edits on both sides, with lost answers: what both sides
 * have at its end, and what was written on the way. {@code -Dstock.seed=N} tries another.
 */
class StockWeekTest {

  private static final int PRODUCTS = 6;
  private static final int HOURS = 7 * 24;

  private final long seed = Long.getLong("stock.seed", 20261122);
  private final Random random = new Random(seed);
  private final Map<String, Integer> ids = new HashMap<>();

  /** Pieces there must be in the end, if only one side knew everything. */
  private final Map<String, Integer> truth = new HashMap<>();

  private final List<Integer> orders = new ArrayList<>();

  @Test
  void quantities_end_equal_and_nothing_a_person_changed_is_lost() {
    try (var stock = StockWorld.of(0)) {
      for (var n = 1; n <= PRODUCTS; n++) {
        ids.put("W-" + n, stock.adds("W-" + n, 40));
        truth.put("W-" + n, 40);
      }
      stock.agrees();
      for (var hour = 0; hour < HOURS; hour += 4) {
        live(stock);
        stock.world.passes(Duration.ofHours(4));
        stock.sync();
      }
      settle(stock);

      var inShop = new HashMap<String, Integer>();
      var inBooks = new HashMap<String, Integer>();
      ids.forEach(
          (sku, id) -> {
            inShop.put(sku, stock.world.shop.goods().stock(id).intValueExact());
            inBooks.put(sku, stock.world.company.lists().quantity("Item " + sku).intValueExact());
          });
      assertThat(inBooks).as("seed %d", seed).isEqualTo(truth);
      assertThat(inShop).as("seed %d", seed).isEqualTo(truth);
      assertThat(items(stock)).as("seed %d", seed).doesNotHaveDuplicates();
      var written = written(stock);
      stock.lives(Duration.ofHours(12));
      assertThat(written(stock)).as("no oscillation, seed %d", seed).isEqualTo(written);
    }
  }

  /** Something happens, or a few things. */
  private void live(StockWorld stock) {
    var sku = "W-" + (1 + random.nextInt(PRODUCTS));
    var shop = stock.world.shop;
    switch (random.nextInt(9)) {
      case 0, 1, 2 -> {
        var pieces = 1 + random.nextInt(3);
        orders.add(shop.sells(anOrder().of(sku, pieces).paidBy("stripe")));
        truth.merge(sku, -pieces, Integer::sum);
      }
      case 3 -> {
        var order = shop.sells(anOrder().of(sku, 2).paidBy("stripe"));
        stock.sync();
        shop.refunds(order, NewRefund.aRefund().of(sku, 1));
        truth.merge(sku, -1, Integer::sum);
      }
      case 4 -> {
        var delivered = 1 + random.nextInt(9);
        var there = stock.world.company.lists().quantity("Item " + sku).intValueExact();
        stock.sets(sku, there + delivered);
        truth.merge(sku, delivered, Integer::sum);
      }
      case 5 -> breakageSeenInTheShop(stock, sku);
      case 6 -> paysLess(stock);
      case 7 -> shop.fails(Fault.next("/products/batch").with(Trouble.cutAfter()));
      default ->
          stock.world.quickbooks.order(
              io.shopbooks.pretend.quickbooks.Fault.loseAnswer().on("POST", "/salesreceipt"));
    }
  }

  /** The money of an order changes, so that its posted document is updated; no piece moves. */
  private void paysLess(StockWorld stock) {
    if (!orders.isEmpty()) {
      var order = orders.get(random.nextInt(orders.size()));
      var line = line(stock, order);
      var total = line.path("total").decimalValue().subtract(new BigDecimal("0.10"));
      stock.world.shop.edits(
          order,
          "{\"line_items\":[{\"id\":%s,\"total\":\"%s\"}]}"
              .formatted(line.path("id").asText(), total.max(BigDecimal.ZERO).toPlainString()));
    }
  }

  private static JsonNode line(StockWorld stock, int order) {
    return Edits.json(stock.world.shop.json(order)).path("line_items").path(0);
  }

  /** A person counts in the shop, sees that it waits for an answer, and corrects QuickBooks. */
  private void breakageSeenInTheShop(StockWorld stock, String sku) {
    settle(stock);
    var goods = stock.world.shop.goods();
    var counted = goods.stock(ids.get(sku)).intValueExact() - 1;
    goods.changes(ids.get(sku), "{\"stock_quantity\":%d}".formatted(counted));
    stock.stock();
    assertThat(goods.stock(ids.get(sku))).as("seed %d", seed).isEqualByComparingTo("" + counted);
    stock.sets(sku, stock.world.company.lists().quantity("Item " + sku).intValueExact() - 1);
    truth.merge(sku, -1, Integer::sum);
    // The answer arrives before a delivery: else both sides have changed, and that asks once more.
    settle(stock);
  }

  /** All that is on the way arrives. */
  private void settle(StockWorld stock) {
    stock.world.shop.recovers();
    stock.world.quickbooks.clearFaults();
    for (var round = 0; round < 2; round++) {
      stock.world.passes(Duration.ofHours(25));
      stock.sync();
    }
  }

  private static List<String> items(StockWorld stock) {
    return new Items(stock.world).skus().stream().filter(sku -> sku.startsWith("W-")).toList();
  }

  private static int written(StockWorld stock) {
    return stock
        .world
        .bean(JdbcClient.class)
        .sql("select count(*) from stock_change")
        .query(Integer.class)
        .single();
  }
}
