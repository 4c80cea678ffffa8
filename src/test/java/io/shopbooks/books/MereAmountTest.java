package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.Booking.gbp;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refunds that name no lines, of orders whose tax was rounded many times. */
class MereAmountTest {

  private final Booking bookkeeper =
      new Booking(choices().rate("VAT", "S").rate("GST + QST", "GST/QST"), FakeCompany.british());

  @Test
  void a_part_of_an_order_of_many_lines_is_given_back_with_the_tax_its_rates_make_of_it() {
    var refund = refund(manyLines().refunded("1043", 4, "9.00"));

    assertThat(refund.total()).isEqualTo(gbp("9.00"));
    assertThat(refund.lines())
        .extracting(DocumentLine::amount)
        .containsExactly(gbp("7.83")); // of 9.00, without 5 and 9.975 %
    assertThat(taxes(refund)).containsExactly(gbp("0.39"), gbp("0.78"));
  }

  @Test
  void an_order_of_many_lines_is_given_back_line_by_line_with_all_its_tax() {
    var sale = manyLines();

    var refund = refund(sale.refunded("1043", 4, sale.sale().total().text()));

    assertThat(refund.lines()).hasSize(8).allMatch(line -> line.role() == LineRole.ADJUSTMENT);
    assertThat(refund.tax().total()).isEqualTo(gbp("1.28"));
    assertThat(taxes(refund)).containsExactly(gbp("0.40"), gbp("0.88"));
    assertThat(refund.total()).isEqualTo(gbp("9.28"));
  }

  @Test
  void an_order_whose_tax_fits_one_line_is_given_back_as_one() {
    var sale = aSale().in("GBP").of("Mug", "10.00").withTax("VAT", "20", "2.00");
    sale.of("Pen", "5.00").withTax("VAT", "20", "1.00");

    var refund = refund(sale.refunded("1043", 4, "18.00"));

    assertThat(refund.lines()).extracting(DocumentLine::amount).containsExactly(gbp("15.00"));
    assertThat(refund.tax().total()).isEqualTo(gbp("3.00"));
  }

  /** Eight times a pound: 8 × 0.11 of QST where the rate makes 0.80 of all. */
  private static ASale manyLines() {
    var sale = aSale().in("GBP");
    for (var i = 1; i <= 8; i++) {
      sale.of("Pen " + i, "1.00").withTax("GST", "5", "0.05").withTax("QST", "9.975", "0.11");
    }
    return sale;
  }

  private SalesForm refund(ASale sale) {
    var receipt = bookkeeper.receipt(sale);
    return (SalesForm) bookkeeper.credits(sale, Booking.inBooks(List.of(receipt))).get(0);
  }

  private static List<Money> taxes(SalesForm form) {
    return form.tax().lines().stream()
        .filter(line -> line.percent().compareTo(BigDecimal.ZERO) != 0)
        .map(DocumentTax.TaxLine::tax)
        .toList();
  }
}
