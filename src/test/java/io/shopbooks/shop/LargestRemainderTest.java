package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Amounts shared in whole smallest units. */
class LargestRemainderTest {

  private static final int ROUNDS = 5_000;

  @Test
  void the_largest_remainder_gets_the_cent_that_is_left() {
    assertThat(shares("1.00", 2, "1", "1", "1")).containsExactly("0.34", "0.33", "0.33");
    assertThat(shares("0.05", 2, "1", "2", "3")).containsExactly("0.01", "0.02", "0.02");
    assertThat(shares("-1.00", 2, "1", "1", "1")).containsExactly("-0.34", "-0.33", "-0.33");
    assertThat(shares("100", 0, "1", "1", "1")).containsExactly("34", "33", "33");
  }

  @Test
  void without_weights_the_first_gets_all_and_what_is_below_the_smallest_unit_is_not_lost() {
    assertThat(shares("5.00", 2, "0", "0")).containsExactly("5.00", "0.00");
    assertThat(shares("5.00", 2, "-3", "1")).containsExactly("0.00", "5.00");
    assertThat(shares("0.015", 2, "1", "1")).containsExactly("0.015", "0.00");
  }

  @Test
  void shares_add_up_and_none_is_a_whole_unit_from_what_is_due_to_it() {
    var seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    for (var round = 0; round < ROUNDS; round++) {
      var decimals = random.nextInt(4);
      var unit = BigDecimal.ONE.movePointLeft(decimals);
      var whole = new BigDecimal(random.nextLong(-1_000_000, 1_000_000)).multiply(unit);
      var weights =
          Stream.generate(() -> new BigDecimal(random.nextInt(100_000)).movePointLeft(2))
              .limit(1 + random.nextInt(12))
              .toList();
      var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

      var shares = LargestRemainder.shares(whole, weights, decimals);

      var told = "seed %d, round %d: %s by %s".formatted(seed, round, whole, weights);
      assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .as(told)
          .isEqualByComparingTo(whole);
      for (var i = 0; i < shares.size() && sum.signum() > 0; i++) {
        // |share - whole * weight / sum| < unit, without dividing.
        var away = shares.get(i).multiply(sum).subtract(whole.multiply(weights.get(i))).abs();
        assertThat(away).as(told).isLessThan(unit.multiply(sum));
      }
    }
  }

  private static List<String> shares(String whole, int decimals, String... weights) {
    var all = Stream.of(weights).map(BigDecimal::new).toList();
    return LargestRemainder.shares(new BigDecimal(whole), all, decimals).stream()
        .map(BigDecimal::toPlainString)
        .toList();
  }
}
