package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.Booking.usd;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Choices.TaxMode;
import org.junit.jupiter.api.Test;

class TaxInLinesTest {

  private final FakeCompany american = FakeCompany.american();

  @Test
  void lines_include_their_tax_where_no_tax_is_kept() {
    var bookkeeper = new Booking(choices().tax(TaxMode.NONE), american.withoutSalesTax());

    var receipt = bookkeeper.receipt(taxed());

    assertThat(receipt.lines())
        .extracting(DocumentLine::amount)
        .containsExactly(usd("21.76"), usd("5.99"));
    assertThat(receipt.lines()).allMatch(line -> line.taxCode().isEmpty());
    assertThat(receipt.tax().method()).isEqualTo(DocumentTax.Method.UNTOLD);
  }

  @Test
  void tax_is_a_line_of_its_own_on_the_tax_item() {
    var bookkeeper = new Booking(choices().tax(TaxMode.ITEM), american.withoutSalesTax());

    var receipt = bookkeeper.receipt(taxed());

    assertThat(receipt.lines())
        .extracting(DocumentLine::role)
        .containsExactly(LineRole.GOODS, LineRole.SHIPPING, LineRole.TAX);
    assertThat(receipt.lines().get(2).item().name()).isEqualTo("Sales tax collected");
    assertThat(receipt.lines().get(2).amount()).isEqualTo(usd("1.77"));
  }

  @Test
  void a_sale_without_tax_has_no_line_of_tax() {
    var bookkeeper = new Booking(choices().tax(TaxMode.ITEM), american.withoutSalesTax());

    assertThat(bookkeeper.receipt(aSale().of("Mug", "1")).lines()).hasSize(1);
  }

  @Test
  void where_the_company_knows_tax_every_line_says_that_it_has_none() {
    var receipt = new Booking(choices().tax(TaxMode.ITEM), american).receipt(taxed());

    assertThat(receipt.lines())
        .extracting(line -> line.taxCode().orElseThrow().name())
        .containsOnly("NON");
    assertThat(receipt.tax().total()).isEqualTo(usd("0"));

    var abroad = new Booking(choices().tax(TaxMode.NONE), FakeCompany.british());
    assertThat(abroad.receipt(taxed().in("GBP")).lines())
        .extracting(line -> line.taxCode().orElseThrow().name())
        .containsOnly("Z");
  }

  @Test
  void a_refund_tells_its_tax_in_the_same_way() {
    var sale = taxed().refundedLine("1043", 2, "21.76", "Mug", "19.99", "1.77");
    var none = new Booking(choices().tax(TaxMode.NONE), american.withoutSalesTax());
    var item = new Booking(choices().tax(TaxMode.ITEM), american.withoutSalesTax());

    var gross = (SalesForm) none.credits(sale, Booked.NOTHING).get(0);
    var apart = (SalesForm) item.credits(sale, Booked.NOTHING).get(0);

    assertThat(gross.lines()).extracting(DocumentLine::amount).containsExactly(usd("21.76"));
    assertThat(apart.lines())
        .extracting(DocumentLine::amount)
        .containsExactly(usd("19.99"), usd("1.77"));
  }

  private static ASale taxed() {
    return aSale().of("Mug", "19.99").withTax("TX", "8.875", "1.77").shipping("5.99");
  }
}
