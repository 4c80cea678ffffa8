package io.shopbooks.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest
  @CsvSource({
    "2.675,USD,2.68",
    "-2.675,USD,-2.68",
    "2.6749999999,USD,2.67",
    "0.5,JPY,1",
    "-0.5,JPY,-1",
    "1.0005,KWD,1.001",
    "7,USD,7.00"
  })
  void halves_are_rounded_away_from_zero_to_the_unit_of_the_currency(
      String exact, String currency, String rounded) {
    var money = Money.of(exact, Currency.getInstance(currency)).rounded();

    assertThat(money.text()).isEqualTo(rounded);
  }

  @Test
  void amounts_that_are_worth_the_same_are_the_same() {
    assertThat(Money.of("1.5", USD))
        .isEqualTo(Money.of("1.500", USD))
        .hasSameHashCodeAs(Money.of("1.50", USD))
        .isNotEqualTo(Money.of("1.5", Currency.getInstance("EUR")));
  }

  @Test
  void two_currencies_are_never_added_or_compared() {
    var dollars = Money.of("1", USD);
    var euros = Money.of("1", Currency.getInstance("EUR"));

    assertThatThrownBy(() -> dollars.plus(euros)).hasMessageContaining("1.00 EUR");
    assertThatThrownBy(() -> dollars.minus(euros)).hasMessageContaining("1.00 EUR");
    assertThatThrownBy(() -> dollars.isMoreThan(euros)).hasMessageContaining("1.00 EUR");
  }

  @Test
  void text_has_the_decimals_of_the_currency_and_loses_none() {
    assertThat(Money.of("5", USD)).hasToString("5.00 USD");
    assertThat(Money.of("0.125", USD)).hasToString("0.125 USD");
    assertThat(Money.of("1E+3", Currency.getInstance("JPY"))).hasToString("1000 JPY");
    assertThat(Money.of("4.3", Currency.getInstance("KWD"))).hasToString("4.300 KWD");
  }

  @Test
  void a_sum_of_nothing_is_zero() {
    assertThat(Money.sum(java.util.List.of(), USD)).isEqualTo(Money.zero(USD));
  }

  @Test
  void sums_and_differences_are_exact_whatever_the_amounts() {
    var seed = Long.getLong("seed", System.nanoTime());
    System.out.println("MoneyTest -Dseed=" + seed);
    var random = new Random(seed);
    for (var round = 0; round < 500; round++) {
      var amounts = new ArrayList<Money>();
      var exact = BigDecimal.ZERO;
      for (var i = random.nextInt(20); i >= 0; i--) {
        var amount = BigDecimal.valueOf(random.nextLong() % 1_000_000_000, random.nextInt(7));
        amounts.add(new Money(amount, USD));
        exact = exact.add(amount);
      }
      var sum = Money.sum(amounts, USD);

      assertThat(sum.amount()).isEqualByComparingTo(exact);
      assertThat(sum.minus(sum).isZero()).isTrue();
      assertThat(sum.negated().absolute()).isEqualTo(sum.absolute());
      assertThat(sum.rounded().minus(sum).absolute().amount())
          .isLessThanOrEqualTo(new BigDecimal("0.005"));
      assertThat(sum.rounded().amount())
          .isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
    }
  }
}
