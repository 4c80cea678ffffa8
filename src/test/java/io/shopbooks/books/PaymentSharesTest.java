package io.shopbooks.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sold and however it is paid in parts: the receipts add up, and none changes later.
 */
class PaymentSharesTest {

  private static final int ROUNDS = 5000;

  @Test
  void receipts_per_payment_add_up_to_every_line_and_tax_and_stay_as_they_are() {
    var seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    var several = new AtomicInteger();
    assertThatCode(
            () -> {
              for (var round = 0; round < ROUNDS; round++) {
                several.addAndGet(payInParts(random) > 1 ? 1 : 0);
              }
            })
        .as("Replay with -Dseed=" + seed)
        .doesNotThrowAnyException();
    assertThat(several).hasValueGreaterThan(ROUNDS / 2);
  }

  /** Sells something, pays it in parts and looks at the receipts; answers how many there are. */
  private static int payInParts(Random random) {
    var books = EveryDocumentBalancesTest.bookkeeper(random);
    var sale = EveryDocumentBalancesTest.sale(random, books.company().home().getCurrencyCode());
    var amounts = amounts(sale.sale().total(), random);
    var whole = books.receipt(sale);
    books.choices().perPayment();

    List<Document> receipts = List.of();
    for (var i = 0; i < amounts.size(); i++) {
      sale.paidInPart("p" + i, i, amounts.get(i).text(), "stripe");
      var next = books.receipts(sale, Booking.inBooks(receipts));
      assertThat(next.subList(0, i)).isEqualTo(receipts);
      receipts = next;
    }

    if (!amounts.isEmpty()) {
      assertThat(receipts).extracting(Document::total).containsExactlyElementsOf(amounts);
      receipts.forEach(one -> EveryDocumentBalancesTest.assertBalanced((SalesForm) one));
      assertThat(rows(receipts)).isEqualTo(rows(List.of(whole)));
      assertThat(receipts).allSatisfy(one -> isWithin((SalesForm) one, whole));
    }
    return receipts.size();
  }

  /** One to four payments that come to the total. */
  private static List<Money> amounts(Money total, Random random) {
    var left = Decimals.inBooks(total);
    var amounts = new ArrayList<Money>();
    for (var i = random.nextInt(4); i > 0 && left.isPositive(); i--) {
      var part = left.times(BigDecimal.valueOf(random.nextInt(100), 2));
      var amount = Decimals.inBooks(part);
      if (amount.isPositive()) {
        amounts.add(amount);
        left = left.minus(amount);
      }
    }
    if (left.isPositive()) {
      amounts.add(left);
    }
    return amounts;
  }

  /** What each line and each tax comes to over all documents; what comes to nothing is left out. */
  private static Map<String, Money> rows(List<? extends Document> documents) {
    var rows = new TreeMap<String, Money>();
    for (var document : documents) {
      var form = (SalesForm) document;
      form.lines().forEach(line -> rows.merge(row(line), line.amount(), Money::plus));
      form.tax().lines().forEach(tax -> rows.merge("" + tax.rate(), tax.tax(), Money::plus));
      form.tax().lines().forEach(tax -> rows.merge("on " + tax.rate(), tax.net(), Money::plus));
      rows.merge("tax", form.tax().total(), Money::plus);
    }
    rows.values().removeIf(Money::isZero);
    return rows;
  }

  private static String row(DocumentLine line) {
    return line.role() + " " + line.item().name() + " " + line.description() + line.taxCode();
  }

  /** No share is larger than the line it is of, nor of the other sign. */
  private static void isWithin(SalesForm receipt, SalesForm whole) {
    var of = rows(List.of(whole));
    rows(List.of(receipt))
        .forEach(
            (row, amount) -> {
              assertThat(amount.amount().signum()).isEqualTo(of.get(row).amount().signum());
              assertThat(amount.absolute()).isLessThanOrEqualTo(of.get(row).absolute());
            });
  }
}
