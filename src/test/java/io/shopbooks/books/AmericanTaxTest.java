package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.Booking.usd;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.books.Choices.TaxMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmericanTaxTest {

  private final SomeChoices choices =
      choices().rate("State + City", "New York City").rate("TX", "Texas");
  private final Booking bookkeeper = new Booking(choices, FakeCompany.american());

  @Test
  void lines_say_whether_they_are_taxed_and_the_document_has_the_tax_of_the_shop() {
    var receipt =
        bookkeeper.receipt(
            aSale()
                .of("Mug", "19.99")
                .withTax("State", "4", "0.80")
                .withTax("City", "4.875", "0.97")
                .of("Gift card", "50.00")
                .shipping("5.99"));

    assertThat(codes(receipt)).containsExactly("TAX", "NON", "NON");
    assertThat(receipt.tax().code()).map(Ref::name).contains("New York City");
    assertThat(receipt.tax().total()).isEqualTo(usd("1.77"));
    assertThat(receipt.tax().lines()).isEmpty();
  }

  @Test
  void a_rate_of_zero_percent_taxes_nothing() {
    var receipt = bookkeeper.receipt(aSale().of("Bread", "4.00").withTax("Food", "0", "0"));

    assertThat(codes(receipt)).containsExactly("NON");
    assertThat(receipt.tax().code()).isEmpty();
  }

  @Test
  void the_code_is_that_of_all_rates_together_else_the_one_for_the_rest() {
    var rest = new Booking(choices.usCode("Elsewhere"), american().code("Elsewhere", "9"));

    assertThat(code(rest, aSale().of("Mug", "10").withTax("TX", "8.25", "0.83")))
        .isEqualTo("Texas");
    assertThat(code(rest, aSale().of("Mug", "10").withTax("Ohio", "9", "0.90")))
        .isEqualTo("Elsewhere");
    assertThat(
            code(
                rest,
                aSale().of("Mug", "10").withTax("TX", "8.25", "0.83").withTax("City", "1", "0.10")))
        .isEqualTo("Elsewhere");
  }

  @Test
  void tax_without_any_code_is_held() {
    assertThatThrownBy(
            () -> bookkeeper.receipt(aSale().of("Mug", "10").withTax("Ohio", "9", "0.90")))
        .hasMessage("no-us-code {rate=Ohio}");
  }

  @Test
  void automated_sales_tax_gets_no_code_and_the_tax_of_the_shop() {
    var automated = new Booking(choices().tax(TaxMode.AUTOMATED), american());

    var receipt = automated.receipt(aSale().of("Mug", "10").withTax("Ohio", "9", "0.90"));

    assertThat(receipt.tax().code()).isEmpty();
    assertThat(receipt.tax().total()).isEqualTo(usd("0.90"));
    assertThat(codes(receipt)).containsExactly("TAX");
  }

  @Test
  void a_taxed_sale_is_held_where_sales_tax_is_off() {
    var off = new Booking(choices, american().withoutSalesTax());

    assertThatThrownBy(() -> off.receipt(aSale().of("Mug", "10").withTax("TX", "8.25", "0.83")))
        .hasMessage("sales-tax-off {tax=0.83 USD}");
    assertThat(off.receipt(aSale().of("Mug", "10")).total()).isEqualTo(usd("10"));
  }

  @Test
  void a_code_the_company_does_not_have_is_named_with_its_setting() {
    var unknown = new Booking(choices().usCode("Ohio"), american());

    assertThatThrownBy(() -> unknown.receipt(aSale().of("Mug", "10").withTax("OH", "9", "0.90")))
        .hasMessage("unknown-tax-code {name=Ohio, setting=taxes.us-code}");
  }

  private static FakeCompany american() {
    return FakeCompany.american();
  }

  private static String code(Booking bookkeeper, ASale sale) {
    return bookkeeper.receipt(sale).tax().code().orElseThrow().name();
  }

  private static List<String> codes(SalesForm form) {
    return form.lines().stream().flatMap(l -> l.taxCode().stream()).map(Ref::name).toList();
  }

  @Test
  void a_cent_of_tax_below_zero_is_a_line() {
    var sale =
        aSale()
            .of("Sticker", "0.04")
            .withTax("TX", "8.25", "0.00")
            .shipping("5.99")
            .fee("Loyalty", "-0.03")
            .withTax("TX", "8.25", "-0.01");

    var receipt = new Booking(choices().rate("TX", "Texas"), FakeCompany.american()).receipt(sale);

    assertThat(receipt.tax().total()).isEqualTo(usd("0"));
    assertThat(receipt.lines().get(3).role()).isEqualTo(LineRole.ROUNDING);
    assertThat(receipt.lines().get(3).amount()).isEqualTo(usd("-0.01"));
    assertThat(receipt.total()).isEqualTo(usd("5.99"));
  }
}
