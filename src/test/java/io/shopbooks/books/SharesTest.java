package io.shopbooks.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void the_largest_remainder_gets_the_cent_that_is_left() {
    assertThat(shares("0.10", "1", "1", "1")).containsExactly("0.04", "0.03", "0.03");
    assertThat(shares("1.77", "4", "4.875")).containsExactly("0.80", "0.97");
  }

  @Test
  void where_no_weight_counts_the_first_gets_everything() {
    assertThat(shares("5.00", "0", "0")).containsExactly("5.00", "0.00");
  }

  @Test
  void an_amount_below_zero_is_shared_too() {
    assertThat(shares("-1.00", "1", "2")).containsExactly("-0.33", "-0.67");
  }

  @Test
  void yen_are_shared_in_whole_yen() {
    var shares = Shares.of(yen("100"), List.of(one(), one(), one()));

    assertThat(shares).extracting(Money::text).containsExactly("34", "33", "33");
  }

  @Test
  void shares_add_up_and_none_is_a_unit_off_whatever_the_weights() {
    var seed = Long.getLong("seed", System.nanoTime());
    System.out.println("SharesTest -Dseed=" + seed);
    var random = new Random(seed);
    for (var round = 0; round < 100000; round++) {
      var currency = Currency.getInstance(List.of("USD", "JPY", "KWD").get(random.nextInt(3)));
      var decimals = Math.min(2, currency.getDefaultFractionDigits());
      var amount = new Money(BigDecimal.valueOf(random.nextInt(2_000_000), decimals), currency);
      var weights = new ArrayList<BigDecimal>();
      for (var i = random.nextInt(8); i >= 0; i--) {
        weights.add(BigDecimal.valueOf(random.nextInt(1000), random.nextInt(4)));
      }
      var all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

      var shares = Shares.of(amount, weights);

      assertThat(Money.sum(shares, currency)).isEqualTo(amount);
      for (var i = 0; i < weights.size() && all.signum() > 0; i++) {
        var exact = amount.amount().multiply(weights.get(i)).divide(all, MathContext.DECIMAL128);
        assertThat(shares.get(i).amount().subtract(exact).abs())
            .isLessThan(Decimals.smallest(amount).amount());
      }
    }
  }

  private static List<String> shares(String amount, String... weights) {
    return Shares.of(Booking.usd(amount), Arrays.stream(weights).map(BigDecimal::new).toList())
        .stream()
        .map(Money::text)
        .toList();
  }

  private static Money yen(String amount) {
    return Money.of(amount, Currency.getInstance("JPY"));
  }

  private static BigDecimal one() {
    return BigDecimal.ONE;
  }
}
