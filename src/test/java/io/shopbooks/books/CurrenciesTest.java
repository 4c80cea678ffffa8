package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.sale.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrenciesTest {

  private final Booking bookkeeper =
      new Booking(choices().rate("Tax", "R"), FakeCompany.british().working("JPY", "KWD", "EUR"));

  @Test
  void yen_have_no_decimals() {
    var receipt = bookkeeper.receipt(aSale().in("JPY").of("3", "Mug", "5000").shipping("453"));

    assertThat(receipt.total()).hasToString("5453 JPY");
    assertThat(receipt.lines().get(0).unitPrice().toPlainString()).isEqualTo("1666.6666667");
    assertThat(amounts(receipt)).containsExactly("5000", "453");
  }

  @Test
  void dinars_keep_two_of_their_three_decimals_and_the_rest_is_a_rounding_line() {
    var receipt =
        bookkeeper.receipt(
            aSale()
                .in("KWD")
                .of("Mug", "1.444")
                .withTax("Tax", "5", "0.072")
                .of("Pen", "1.444")
                .withTax("Tax", "5", "0.072"));

    // 3.032 in the shop.
    assertThat(receipt.total()).isEqualTo(kwd("3.03"));
    assertThat(receipt.tax().total()).isEqualTo(kwd("0.14"));
    assertThat(amounts(receipt)).containsExactly("1.440", "1.440", "0.010");
    assertThat(receipt.lines().get(2).role()).isEqualTo(LineRole.ROUNDING);
  }

  @Test
  void euros_of_a_shop_with_four_decimals_are_rounded_to_cents() {
    var receipt = bookkeeper.receipt(aSale().in("EUR").of("Mug", "2.6750").of("Pen", "1.0049"));

    assertThat(amounts(receipt)).containsExactly("2.68", "1.00");
    assertThat(receipt.total()).hasToString("3.68 EUR");
  }

  @Test
  void a_currency_the_company_does_not_work_with_is_held() {
    assertThatThrownBy(() -> bookkeeper.receipt(aSale().in("CHF").of("Mug", "1")))
        .hasMessage("currency-not-allowed {currency=CHF, home=GBP}");
    var single = new Booking(choices(), FakeCompany.british());
    assertThatThrownBy(() -> single.receipt(aSale().in("EUR").of("Mug", "1")))
        .hasMessage("currency-not-allowed {currency=EUR, home=GBP}");
  }

  @Test
  void refunds_keep_the_decimals_of_the_books_too() {
    var sale = aSale().in("KWD").of("Mug", "4.331").refunded("1043", 1, "4.331");

    var refund = (SalesForm) bookkeeper.credits(sale, Booked.NOTHING).get(0);

    assertThat(refund.total()).isEqualTo(kwd("4.33"));
  }

  @Test
  void a_cancellation_credits_what_refunds_left_in_the_books() {
    var sale =
        aSale().in("KWD").of("Mug", "10.753").refunded("1043", 1, "2.578").status("cancelled");

    var credits = bookkeeper.credits(sale, Booked.NOTHING);

    // 10.753 is 10.75 in the books, 2.578 is 2.58.
    assertThat(credits).extracting(Document::total).contains(kwd("2.58"), kwd("8.17"));
  }

  private static List<String> amounts(SalesForm form) {
    return form.lines().stream().map(line -> line.amount().text()).toList();
  }

  private static Money kwd(String amount) {
    return Money.of(amount, java.util.Currency.getInstance("KWD"));
  }
}
