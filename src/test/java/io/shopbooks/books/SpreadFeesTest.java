package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.Booking.gbp;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Fees below zero that the shop took off goods of several tax rates. */
class SpreadFeesTest {

  private final Booking bookkeeper =
      new Booking(
          choices().rate("VAT", "S").rate("Reduced", "R").rate("GST + QST", "GST/QST"),
          FakeCompany.british());

  @Test
  void a_fee_below_zero_is_a_line_for_each_tax_code_of_the_goods() {
    var receipt = bookkeeper.receipt(twoRates());

    assertThat(fees(receipt))
        .extracting(DocumentLine::amount, line -> line.taxCode().orElseThrow().name())
        .containsExactly(tuple(gbp("-2.50"), "R"), tuple(gbp("-7.50"), "S"));
    assertThat(receipt.tax().lines())
        .extracting(line -> line.rate().name(), DocumentTax.TaxLine::net, DocumentTax.TaxLine::tax)
        .containsExactly(
            tuple("S 20", gbp("67.50"), gbp("13.50")), tuple("R 5", gbp("22.50"), gbp("1.12")));
    assertThat(receipt.total()).isEqualTo(gbp("104.62"));
  }

  @Test
  void what_it_takes_off_untaxed_goods_is_untaxed() {
    var sale =
        aSale()
            .in("GBP")
            .of("Mug", "75.00")
            .withTax("VAT", "20", "15.00")
            .of("Voucher", "25.00")
            .fee("Loyalty", "-10.00")
            .withTax("VAT", "20", "-1.50");

    var receipt = bookkeeper.receipt(sale);

    assertThat(fees(receipt))
        .extracting(DocumentLine::amount)
        .containsExactly(gbp("-2.50"), gbp("-7.50"));
  }

  @Test
  void a_fee_with_the_tax_of_one_rate_stays_one_line() {
    var sale =
        aSale()
            .in("GBP")
            .of("Mug", "75.00")
            .withTax("VAT", "20", "15.00")
            .of("Voucher", "25.00")
            .fee("Loyalty", "-10.00")
            .withTax("VAT", "20", "-2.00");

    assertThat(fees(bookkeeper.receipt(sale)))
        .extracting(DocumentLine::amount)
        .containsExactly(gbp("-10.00"));
  }

  @Test
  void everything_given_back_by_amount_takes_the_fee_back_too() {
    var sale = twoRates().refunded("1043", 4, "104.62");
    var receipt = bookkeeper.receipt(sale);

    var refund = (SalesForm) bookkeeper.credits(sale, Booking.inBooks(List.of(receipt))).get(0);

    assertThat(refund.total()).isEqualTo(gbp("104.62"));
    assertThat(refund.tax().total()).isEqualTo(gbp("14.62"));
  }

  @Test
  void a_cancellation_credits_the_fee_as_it_was_booked() {
    var sale = twoRates().status("cancelled");
    var receipt = bookkeeper.receipt(sale);

    var credit = (SalesForm) bookkeeper.credits(sale, Booking.inBooks(List.of(receipt))).get(0);

    assertThat(fees(credit)).extracting(DocumentLine::amount).contains(gbp("-2.50"), gbp("-7.50"));
    assertThat(credit.tax().total()).isEqualTo(gbp("14.62"));
  }

  private static ASale twoRates() {
    return aSale()
        .in("GBP")
        .of("Mug", "75.00")
        .withTax("VAT", "20", "15.00")
        .of("Book", "25.00")
        .withTax("Reduced", "5", "1.25")
        .fee("Loyalty", "-10.00")
        .withTax("VAT", "20", "-1.50")
        .withTax("Reduced", "5", "-0.13");
  }

  private static List<DocumentLine> fees(SalesForm form) {
    return form.lines().stream().filter(line -> line.role() == LineRole.FEE).toList();
  }
}
