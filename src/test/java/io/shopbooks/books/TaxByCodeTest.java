package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.Booking.gbp;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shopbooks.books.Choices.TaxMode;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Companies outside the United States. */
class TaxByCodeTest {

  private final SomeChoices choices =
      choices().rate("VAT", "S").rate("Reduced", "R").rate("GST + QST", "GST/QST");
  private final FakeCompany company = FakeCompany.british();
  private final Booking bookkeeper = new Booking(choices, company);

  @Test
  void each_line_has_the_code_of_its_rate_and_each_rate_one_line_of_tax() {
    var receipt =
        bookkeeper.receipt(
            sale()
                .of("Mug", "12.50")
                .withTax("VAT", "20", "2.50")
                .of("Book", "10.00")
                .withTax("Reduced", "5", "0.50")
                .shipping("5.00")
                .withTax("VAT", "20", "1.00"));

    assertThat(codes(receipt)).containsExactly("S", "R", "S");
    assertThat(receipt.tax().lines())
        .extracting(t -> t.rate().name(), DocumentTax.TaxLine::net, DocumentTax.TaxLine::tax)
        .containsExactly(
            tuple("S 20", gbp("17.50"), gbp("3.50")), tuple("R 5", gbp("10"), gbp("0.50")));
    assertThat(receipt.total()).isEqualTo(gbp("31.50"));
  }

  @Test
  void two_rates_on_one_line_are_one_combined_code_with_the_shares_of_the_shop() {
    var receipt =
        bookkeeper.receipt(
            sale()
                .of("Mug", "164.75")
                .withTax("GST", "5", "8.24")
                .withTax("QST", "9.975", "16.43"));

    assertThat(codes(receipt)).containsExactly("GST/QST");
    assertThat(receipt.tax().lines())
        .extracting(DocumentTax.TaxLine::percent, DocumentTax.TaxLine::tax)
        .containsExactly(
            tuple(new BigDecimal("5"), gbp("8.24")), tuple(new BigDecimal("9.975"), gbp("16.43")));
  }

  @Test
  void one_rate_of_the_shop_can_be_a_combined_code_shared_by_its_percentages() {
    var mapped = new Booking(choices().rate("14.975 %", "GST/QST"), company);

    var receipt = mapped.receipt(sale().of("Mug", "100.00").withTax("Taxes", "14.975", "14.98"));

    assertThat(receipt.tax().lines())
        .extracting(DocumentTax.TaxLine::tax)
        .containsExactly(gbp("5.00"), gbp("9.98"));
  }

  @Test
  void a_rate_on_top_of_another_expects_the_tax_on_tax() {
    var compound =
        new TaxCode(
            new Ref("1", "Old QC"),
            List.of(
                new TaxCode.Rate(new Ref("2", "GST"), new BigDecimal("5"), false),
                new TaxCode.Rate(new Ref("3", "QST"), new BigDecimal("9.975"), true)));
    var mapped = new Booking(choices().rate("GST + QST", "Old QC"), company.code(compound));

    var receipt =
        mapped.receipt(
            sale()
                .of("Mug", "164.75")
                .withTax("GST", "5", "8.24")
                .withTax("QST", "9.975", "17.26"));

    assertThat(receipt.tax().lines())
        .extracting(DocumentTax.TaxLine::tax)
        .containsExactly(gbp("8.24"), gbp("17.26"));
  }

  @Test
  void a_rate_that_two_codes_share_stands_once() {
    var shared = new TaxCode.Rate(new Ref("9", "GST"), new BigDecimal("5"), false);
    var both =
        company
            .code(new TaxCode(new Ref("1", "GST only"), List.of(shared)))
            .code(
                new TaxCode(
                    new Ref("2", "GST+PST"),
                    List.of(
                        shared,
                        new TaxCode.Rate(new Ref("8", "PST"), new BigDecimal("7"), false))));
    var mapped = new Booking(choices().rate("GST", "GST only").rate("GST + PST", "GST+PST"), both);

    var receipt =
        mapped.receipt(
            sale()
                .of("Book", "10.00")
                .withTax("GST", "5", "0.50")
                .of("Mug", "20.00")
                .withTax("GST", "5", "1.00")
                .withTax("PST", "7", "1.40"));

    assertThat(receipt.tax().lines())
        .extracting(t -> t.rate().name(), DocumentTax.TaxLine::net, DocumentTax.TaxLine::tax)
        .containsExactly(
            tuple("GST", gbp("30"), gbp("1.50")), tuple("PST", gbp("20"), gbp("1.40")));
  }

  @Test
  void a_line_without_tax_has_the_code_for_untaxed_lines() {
    assertThat(codes(bookkeeper.receipt(sale().of("Stamp", "3.00")))).containsExactly("Z");
    assertThatThrownBy(
            () -> new Booking(choices().untaxed(null), company).receipt(sale().of("Stamp", "3.00")))
        .hasMessage("no-untaxed-code");
  }

  @Test
  void a_rate_nobody_mapped_holds_the_sale_and_says_which() {
    var sale = sale().of("Mug", "10.00").withTax("TVA", "20", "2.00");

    assertThatThrownBy(() -> bookkeeper.receipt(sale))
        .isInstanceOf(Unbookable.class)
        .hasMessage("no-tax-code {rate=TVA, percent=20 %}");
  }

  @Test
  void a_star_maps_every_rate_that_has_no_code_of_its_own() {
    var starred = new Booking(choices().rate("VAT", "S").rate("*", "R"), company);

    var receipt =
        starred.receipt(
            sale()
                .of("Mug", "10.00")
                .withTax("VAT", "20", "2.00")
                .of("Tea", "10.00")
                .withTax("5", "5", "0.50"));

    assertThat(codes(receipt)).containsExactly("S", "R");
  }

  @Test
  void tax_may_miss_its_rate_by_rounding_and_no_more() {
    // 1 line: two pennies of rounding.
    assertThat(bookkeeper.receipt(sale().of("Mug", "39.98").withTax("VAT", "20", "7.98")).total())
        .isEqualTo(gbp("47.96"));
    assertThatThrownBy(
            () -> bookkeeper.receipt(sale().of("Mug", "39.98").withTax("VAT", "20", "7.97")))
        .hasMessageStartingWith("tax-does-not-fit");
  }

  @Test
  void tax_on_lines_of_a_zero_rate_holds_the_sale() {
    var wrong = new Booking(choices().rate("VAT", "Z"), company);

    assertThatThrownBy(() -> wrong.receipt(sale().of("Mug", "10").withTax("VAT", "20", "2.00")))
        .hasMessageStartingWith("tax-does-not-fit");
  }

  @Test
  void a_discount_apart_lowers_what_its_rate_is_on() {
    var apart = new Booking(choices.discountItem("Discount"), company);

    var receipt =
        apart.receipt(sale().reduced("Mug", "20.00", "15.00").withTax("VAT", "20", "3.00"));

    assertThat(receipt.lines())
        .extracting(DocumentLine::amount)
        .containsExactly(gbp("20"), gbp("-5"));
    assertThat(codes(receipt)).containsExactly("S", "S");
    assertThat(receipt.tax().lines().get(0).net()).isEqualTo(gbp("15"));
  }

  @Test
  void a_taxed_sale_is_held_where_sales_tax_is_off_and_an_untaxed_one_has_no_codes() {
    var off = new Booking(choices, FakeCompany.british().withoutSalesTax());

    assertThatThrownBy(() -> off.receipt(sale().of("Mug", "10").withTax("VAT", "20", "2")))
        .hasMessage("sales-tax-off {tax=2.00 GBP}");
    var receipt = off.receipt(sale().of("Mug", "10"));
    assertThat(codes(receipt)).isEmpty();
    assertThat(receipt.tax().method()).isEqualTo(DocumentTax.Method.UNTOLD);
  }

  @Test
  void the_lines_of_tax_always_add_up_to_the_tax_of_the_shop() {
    var seed = Long.getLong("seed", System.nanoTime());
    System.out.println("TaxByCodeTest -Dseed=" + seed);
    var random = new Random(seed);
    for (var round = 0; round < 50000; round++) {
      var sale = sale();
      for (var i = random.nextInt(12); i >= 0; i--) {
        var net = BigDecimal.valueOf(random.nextInt(50_000), 2);
        sale.of("Goods " + i, net.toPlainString());
        switch (random.nextInt(3)) {
          case 0 -> sale.withTax("VAT", "20", percentOf(net, "0.20"));
          case 1 ->
              sale.withTax("GST", "5", percentOf(net, "0.05"))
                  .withTax("QST", "9.975", percentOf(net, "0.09975"));
          default -> {
            // No tax on this one.
          }
        }
      }

      var receipt = bookkeeper.receipt(sale);

      var taxes = receipt.tax().lines().stream().map(DocumentTax.TaxLine::tax).toList();
      assertThat(Money.sum(taxes, receipt.total().currency())).isEqualTo(sale.sale().totalTax());
      assertThat(receipt.total()).isEqualTo(sale.sale().total());
      assertThat(receipt.tax().lines()).extracting(t -> t.rate().id()).doesNotHaveDuplicates();
    }
  }

  @Test
  void automated_is_the_same_outside_the_united_states() {
    var automated = new Booking(choices.tax(TaxMode.AUTOMATED), company);

    assertThat(codes(automated.receipt(sale().of("Mug", "10").withTax("VAT", "20", "2"))))
        .containsExactly("S");
  }

  private static String percentOf(BigDecimal net, String share) {
    return net.multiply(new BigDecimal(share)).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static ASale sale() {
    return aSale().in("GBP");
  }

  private static List<String> codes(SalesForm form) {
    return form.lines().stream().flatMap(l -> l.taxCode().stream()).map(Ref::name).toList();
  }
}
