package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What stock costs, by the counters of both sides; bench/stock counts 10,000 products. */
@TestInstance(Lifecycle.PER_CLASS)
class StockFiguresTest {

  private static final int PRODUCTS = 300;

  private final StockWorld world = StockWorld.of(PRODUCTS);

  @BeforeAll
  void agree() {
    world.agrees();
    world.stock();
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void simple_products_take_a_request_per_hundred() {
    world.changesAll(7);

    var calls = world.callsOf(world::stock);

    assertThat(world.inShop()).hasSize(PRODUCTS).containsOnly(7);
    assertThat(calls).isBetween(PRODUCTS / 100L, PRODUCTS / 100L + 10);
  }

  @Test
  void variations_take_a_request_per_product_and_hundred() {
    var skus = List.of("HOODIE-RED-S", "HOODIE", "HOODIE-GRÜN");
    skus.forEach(sku -> world.has(sku, 6));
    world.agrees();
    skus.forEach(sku -> world.sets(sku, 19));
    world.changesAll(8);
    world.world.shop.forgetsCalls();

    world.stock();

    assertThat(world.world.shop.audit().requests().entrySet())
        .filteredOn(call -> call.getKey().contains("variations/batch"))
        .singleElement()
        .satisfies(call -> assertThat(call.getValue()).isEqualTo(1));
    var goods = world.world.shop.goods();
    assertThat(goods.stock(goods.idOf("HOODIE-GRÜN"))).isEqualByComparingTo("19");
  }

  @Test
  void an_idle_day_costs_few_metered_reads() {
    world.sync();
    world.lives(Duration.ofHours(2));

    var reads = world.readsOf(() -> world.lives(Duration.ofDays(1)));

    // Nine pages more would be 10,000 items.
    assertThat(reads).isBetween(10L, 30L - 9);
  }
}
