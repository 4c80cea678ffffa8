package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.ledger.Span;
import io.shopbooks.report.TieOut.By;
import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever happens to orders, both sides are what a shop and a QuickBooks of our own counted, and
 * nothing is left unexplained. Replay: {@code -Dseed=…}.
 */
@RoomTest
class RandomHistoriesTest {

  private static final String[] CURRENCIES = {"USD", "EUR", "JPY", "KWD"};

  @Autowired private Acme acme;
  @Autowired private Reports reports;

  private final Map<String, BigDecimal> shop = new HashMap<>();
  private final Map<String, BigDecimal> books = new HashMap<>();

  @RepeatedTest(5)
  void nothing_is_left_unexplained() {
    var seed = Long.getLong("seed", ThreadLocalRandom.current().nextLong());
    System.out.println("seed " + seed);
    var random = new Random(seed);
    acme.opens(AConnection.usual());
    var number = 1000;
    for (int sync = 0; sync < 6; sync++) {
      var orders = new AnOrder[random.nextInt(8)];
      for (int i = 0; i < orders.length; i++) {
        orders[i] = order(number++, random);
      }
      acme.syncs(due -> answer(due, random), orders);
      decide(random);
    }

    var whole = new Span(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"));
    var proof = reports.proof(acme.connection(), whole);
    var report = reports.of(acme.connection(), whole);
    assertThat(proof.report()).isEqualTo(report);
    isTiedOutEveryWay(proof, "seed " + seed);

    assertThat(report.differences()).as("seed " + seed).isEmpty();
    assertThat(report.totals()).as("seed " + seed).isNotEmpty();
    for (var totals : report.totals()) {
      var code = totals.currency().getCurrencyCode();
      assertThat(totals.unexplained().isZero()).as("seed " + seed).isTrue();
      assertThat(totals.shop().amount())
          .as("shop " + code + " seed " + seed)
          .isEqualByComparingTo(shop.getOrDefault(code, BigDecimal.ZERO));
      assertThat(totals.books().amount())
          .as("books " + code + " seed " + seed)
          .isEqualByComparingTo(books.getOrDefault(code, BigDecimal.ZERO));
    }
  }

  /** Each cut has every cent of both sides, and a name for every difference. */
  private static void isTiedOutEveryWay(Proof proof, String seed) {
    assertThat(proof.isClosed()).as(seed).isTrue();
    for (var totals : proof.report().totals()) {
      for (var by : List.of(By.DAY, By.TAX_CODE, By.METHOD)) {
        assertThat(proof.tieOut().cuts())
            .as(seed)
            .filteredOn(cut -> cut.by() == by && cut.currency().equals(totals.currency()))
            .singleElement()
            .satisfies(
                cut -> {
                  assertThat(cut.sum().shop()).as(seed).isEqualTo(totals.shop());
                  assertThat(cut.sum().books()).as(seed).isEqualTo(totals.books());
                });
      }
    }
  }

  private AnOrder order(int number, Random random) {
    var currency = CURRENCIES[random.nextInt(CURRENCIES.length)];
    var decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    var total = BigDecimal.valueOf(1 + random.nextInt(99999), decimals);
    var order = AnOrder.of(number, total.toPlainString()).in(currency);
    var isSale = random.nextInt(6) > 0;
    if (!isSale) {
      return order.unpaid();
    }
    shop.merge(currency, total, BigDecimal::add);
    if (random.nextInt(5) == 0) {
      order.paidBy("gift");
    }
    if (random.nextInt(3) == 0) {
      var back = total.multiply(new BigDecimal("0.5")).setScale(decimals, RoundingMode.DOWN);
      if (back.signum() > 0) {
        order.refunded(number * 10, back.toPlainString());
        shop.merge(currency, back.negate(), BigDecimal::add);
      }
    }
    return order;
  }

  /** QuickBooks as it can be; counts what it has. */
  private Outcome answer(Due due, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> Outcome.later(due.id(), Duration.ofMinutes(5), "busy");
      case 1 -> Outcome.unanswered(due.id(), "no answer");
      case 2 ->
          Outcome.held(
              due.id(), Reason.of(Why.REFUSED).with("code", 6000).with("said", "no"), "no");
      case 3 -> has(due, due.document().total().plus(smallest(due)));
      default -> has(due, due.document().total());
    };
  }

  private Outcome has(Due due, Money total) {
    var purpose = due.document().key().kind().purpose();
    var signed = purpose == Purpose.CREDIT ? total.negated() : total;
    if (purpose == Purpose.SALE || purpose == Purpose.CREDIT) {
      books.merge(total.currency().getCurrencyCode(), signed.amount(), BigDecimal::add);
    }
    return SomeAnswers.withTotal(due, total);
  }

  private static Money smallest(Due due) {
    var total = due.document().total();
    return new Money(BigDecimal.ONE.movePointLeft(Math.min(2, total.decimals())), total.currency());
  }

  /** A person looks at what is held now and then. */
  private void decide(Random random) {
    for (var hold : acme.held()) {
      var wrongTotal = hold.reason().why() == Why.WRONG_TOTAL;
      switch (random.nextInt(4)) {
        case 0 -> acme.ignores(hold);
        // To try a wrong total again is to ask QuickBooks, which is not here.
        case 1 -> {
          if (!wrongTotal) {
            acme.retries(hold);
          }
        }
        default -> {
          // Another time.
        }
      }
    }
  }
}
