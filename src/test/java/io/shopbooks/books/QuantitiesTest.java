package io.shopbooks.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource({
    "3,59.97,19.99",
    "10,149.38,14.938",
    "3,39.98,13.3266667",
    "2.75,5.50,2.00",
    "1,-4.00,-4.00",
    "7,0.00,0.00"
  })
  void quantity_times_price_gives_the_amount(String quantity, String amount, String price) {
    var line = line(quantity, "USD", amount);

    assertThat(line.quantity()).isEqualByComparingTo(quantity);
    assertThat(line.unitPrice().toPlainString()).isEqualTo(price);
    assertThat(line.description()).isEqualTo("Mug");
  }

  @Test
  void where_no_price_gives_the_amount_one_piece_is_sold_and_the_text_tells_the_quantity() {
    var line = line("3000000", "USD", "1.00");

    assertThat(line.quantity()).isEqualByComparingTo("1");
    assertThat(line.unitPrice().toPlainString()).isEqualTo("1.00");
    assertThat(line.description()).isEqualTo("3000000 × Mug");
  }

  @Test
  void a_quantity_of_zero_is_one_piece() {
    var line = line("0", "USD", "3.17");

    assertThat(line.quantity()).isEqualByComparingTo("1");
    assertThat(line.description()).isEqualTo("Mug");
  }

  @Test
  void a_text_is_cut_before_half_an_emoji() {
    var part = part("1", "USD", "1.00", "a".repeat(3999) + "😀");

    assertThat(Quantities.line(part, Optional.empty()).description()).isEqualTo("a".repeat(3999));
  }

  @Test
  void the_amount_always_rules() {
    var seed = Long.getLong("seed", System.nanoTime());
    System.out.println("QuantitiesTest -Dseed=" + seed);
    var random = new Random(seed);
    for (var round = 0; round < 200000; round++) {
      var currency = List.of("USD", "JPY").get(random.nextInt(2));
      var decimals = currency.equals("JPY") ? 0 : 2;
      var amount = BigDecimal.valueOf(random.nextInt(5_000_000) - 100_000L, decimals);
      var quantity = BigDecimal.valueOf(random.nextInt(2000), random.nextInt(3));

      var line = line(quantity.toPlainString(), currency, amount.toPlainString());

      assertThat(line.amount().amount()).isEqualByComparingTo(amount);
      assertThat(line.unitPrice().scale()).isLessThanOrEqualTo(7);
      assertThat(
              line.quantity().multiply(line.unitPrice()).setScale(decimals, RoundingMode.HALF_UP))
          .isEqualByComparingTo(amount);
    }
  }

  private static DocumentLine line(String quantity, String currency, String amount) {
    return Quantities.line(part(quantity, currency, amount, "Mug"), Optional.empty());
  }

  private static Part part(String quantity, String currency, String amount, String text) {
    var money = Money.of(amount, Currency.getInstance(currency));
    return new Part(
        LineRole.GOODS,
        new Ref("1", "Mug"),
        text,
        new BigDecimal(quantity),
        money,
        Money.zero(money.currency()),
        List.of(),
        "");
  }
}
