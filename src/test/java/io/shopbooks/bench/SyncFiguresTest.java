package io.shopbooks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.ShopLife;
import io.shopbooks.pretend.woocommerce.Store;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The figures of {@code bench/sync}, held on a few dozen orders. */
class SyncFiguresTest {

  private static final int ORDERS = 45;
  private static final long SEED = 20260101;

  @Test
  void known_customers_cost_one_write_each_and_no_read_and_never_a_429() {
    try (var world = World.of(Store.us(), Region.US, SyncBench.CHOICES)) {
      world.company.preferences().useCurrencies();
      SyncBench.CURRENCIES.forEach(world.company.lists()::addCurrency);
      new ShopLife(world.shop, SEED).sells(ORDERS);
      world.sync();
      var cold = Figures.Before.in(world.company);

      var again = new ShopLife(world.shop, SEED).sells(ORDERS);
      world.sync();

      var warm = cold.until(world.company);
      var paid =
          again.stream()
              .map(world.shop::order)
              .filter(order -> !order.paid().isEmpty() && order.total().signum() >= 0)
              .toList();
      assertThat(warm.receipts()).isEqualTo(paid.size()).isGreaterThan(ORDERS / 2);
      assertThat(warm.writesPerReceipt()).isLessThanOrEqualTo(1.1);
      assertThat(warm.of("reads")).isZero();
      assertThat(warm.of("batches")).isPositive();
      assertThat(warm.of("batch items")).isGreaterThan(warm.receipts() / 2);
      assertThat(world.company.counters().getOrDefault("throttled", 0L)).isZero();
      assertThat(world.company.trialBalance().values().stream().reduce(BigDecimal::add))
          .hasValueSatisfying(sum -> assertThat(sum).isZero());
    }
  }
}
