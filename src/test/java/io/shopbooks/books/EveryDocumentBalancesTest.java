package io.shopbooks.books;

import static io.shopbooks.books.ASale.aSale;
import static io.shopbooks.books.SomeChoices.choices;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Choices.SaleDocument;
import io.shopbooks.books.Choices.TaxMode;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sold, refunded and cancelled: documents balance, and add up to what the shop says.
 */
class EveryDocumentBalancesTest {

  private static final int ROUNDS = 20000;

  @Test
  void sales_refunds_and_cancellations_of_any_shape_balance_to_the_cent() {
    var seed = Long.getLong("seed", 20261122L);
    System.out.println("EveryDocumentBalancesTest -Dseed=" + seed);
    var random = new Random(seed);
    for (var round = 0; round < ROUNDS; round++) {
      var bookkeeper = bookkeeper(random);
      var sale = sale(random, bookkeeper.company().home().getCurrencyCode());

      var receipt = bookkeeper.receipt(sale);
      var credits = bookkeeper.credits(sale, Booking.inBooks(List.of(receipt)));

      assertThat(receipt.total()).isEqualTo(sale.sale().total());
      assertBalanced(receipt);
      var given = new ArrayList<Money>();
      for (var credit : credits) {
        assertBalanced((SalesForm) credit);
        given.add(credit.total());
      }
      var refunded = sale.sale().refunds().stream().map(refund -> refund.amount()).toList();
      var cancelled = sale.sale().status().equals("cancelled");
      assertThat(Money.sum(given, receipt.total().currency()))
          .isEqualTo(cancelled ? receipt.total() : Money.sum(refunded, receipt.total().currency()));
    }
  }

  static void assertBalanced(SalesForm form) {
    var sum = Money.sum(form.lines().stream().map(DocumentLine::amount).toList(), currency(form));
    assertThat(sum.plus(form.tax().total())).as(form.key().toString()).isEqualTo(form.total());
    for (var line : form.lines()) {
      var product = new Money(line.quantity().multiply(line.unitPrice()), currency(form));
      assertThat(Decimals.inBooks(product)).as(line.description()).isEqualTo(line.amount());
    }
  }

  private static java.util.Currency currency(SalesForm form) {
    return form.total().currency();
  }

  static Booking bookkeeper(Random random) {
    var choices =
        choices()
            .credit(Choices.CreditDocument.REFUND_RECEIPT)
            .usCode("New York City")
            .tolerance("1")
            .always(SaleDocument.SALES_RECEIPT);
    if (random.nextBoolean()) {
      choices.discountItem("Discount");
    }
    return switch (random.nextInt(4)) {
      case 0 ->
          new Booking(choices.rate("VAT", "S").rate("GST + QST", "GST/QST"), FakeCompany.british());
      case 1 -> new Booking(choices, FakeCompany.american());
      case 2 -> new Booking(choices.tax(TaxMode.NONE), FakeCompany.american().withoutSalesTax());
      default -> new Booking(choices.tax(TaxMode.ITEM), FakeCompany.british());
    };
  }

  static ASale sale(Random random, String currency) {
    var sale = aSale().in(currency);
    for (var i = random.nextInt(6); i >= 0; i--) {
      var before = BigDecimal.valueOf(random.nextInt(20_000), 2);
      var net = random.nextInt(3) == 0 ? cents(before, "0.9") : before;
      sale.reduced("Goods " + i, before.toPlainString(), net.toPlainString());
      tax(sale, net, random);
    }
    if (random.nextBoolean()) {
      sale.shipping("5.99");
      tax(sale, new BigDecimal("5.99"), random);
    }
    if (random.nextInt(4) == 0) {
      sale.fee("Wrapping", "3.50");
    }
    var total = sale.sale().total().amount();
    if (random.nextInt(4) == 0) {
      total = total.add(BigDecimal.valueOf(random.nextInt(3), 2));
      sale.total(total.toPlainString());
    }
    if (random.nextBoolean() && total.signum() > 0) {
      var part = cents(total, "0." + (1 + random.nextInt(9)));
      sale.refunded("1043", 1, part.toPlainString());
      if (random.nextBoolean()) {
        sale.refunded("1044", 2, total.subtract(part).toPlainString());
      }
    }
    return random.nextInt(4) == 0 ? sale.status("cancelled") : sale;
  }

  private static void tax(ASale sale, BigDecimal net, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> sale.withTax("VAT", "20", cents(net, "0.20").toPlainString());
      case 1 ->
          sale.withTax("GST", "5", cents(net, "0.05").toPlainString())
              .withTax("QST", "9.975", cents(net, "0.09975").toPlainString());
      default -> {
        // Untaxed.
      }
    }
  }

  private static BigDecimal cents(BigDecimal amount, String factor) {
    return amount.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP);
  }
}
