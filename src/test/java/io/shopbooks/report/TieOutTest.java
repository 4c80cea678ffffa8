package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Why;
import io.shopbooks.ledger.Adoptions;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Span;
import io.shopbooks.sale.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether shop and books agree, and what accounts for it where they do not. */
@RoomTest
class TieOutTest {

  @Autowired private Acme acme;
  @Autowired private Reports reports;
  @Autowired private Adoptions adoptions;

  @BeforeEach
  void open() {
    acme.opens(AConnection.usual());
  }

  @Test
  void what_was_posted_is_equal_on_both_sides() {
    var report = after(acme.syncs(AnOrder.of(1041, "28.28"), AnOrder.of(1042, "0.10")));

    assertThat(Tie.usd(report)).isEqualTo(new Tie("28.38", "28.38", "0.00", Map.of()));
    assertThat(report.totals().get(0).isEqual()).isTrue();
    assertThat(report.totals().get(0).sales()).isEqualTo(2);
    assertThat(report.differences()).isEmpty();
  }

  @Test
  void what_a_person_changed_in_quickbooks_is_a_difference_with_a_name() {
    acme.syncs(AnOrder.of(1041, "28.28"), AnOrder.of(1042, "10.00"));
    var key = new DocumentKey(AnOrder.SHOP, SomeCompany.REALM, DocumentKind.SALES_RECEIPT, "1041");

    var run = acme.during(() -> adoptions.seen(acme.connection(), changed(key, "1", "30.00")));

    var proof = reports.proof(acme.connection(), run);
    assertThat(Tie.usd(proof.report()))
        .isEqualTo(new Tie("28.28", "30.00", "0.00", Map.of(Explained.CHANGED_IN_BOOKS, "-1.72")));
    assertThat(proof.isClosed()).isTrue();
    assertThat(day(proof, "2026-01-31").parts()).containsKey(Explained.OTHER_DAY);
    var stale = acme.during(() -> adoptions.seen(acme.connection(), changed(key, "0", "99.00")));
    assertThat(reports.proof(acme.connection(), stale).report().totals()).isEmpty();
  }

  private InBooks changed(DocumentKey key, String version, String total) {
    var id =
        reports
            .of(acme.connection(), new Span(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z")))
            .documents()
            .stream()
            .filter(entry -> entry.order().equals(key.shopId()))
            .findFirst()
            .orElseThrow()
            .quickbooksId();
    return new InBooks(
        key, id, version, "Wio1041", LocalDate.of(2026, 1, 31), money(total, "USD"), "{}");
  }

  private static TieOut.Row day(Proof proof, String day) {
    return proof.tieOut().days(Currency.getInstance("USD")).stream()
        .filter(row -> row.key().equals(day))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_currency_is_tied_out_by_itself() {
    var report =
        after(
            acme.syncs(
                AnOrder.of(1, "10.00"),
                AnOrder.of(2, "20.50").in("EUR"),
                AnOrder.of(3, "1000").in("JPY").paidBy("gift"),
                AnOrder.of(4, "2000").in("JPY")));

    assertThat(report.totals())
        .extracting(totals -> totals.currency().getCurrencyCode())
        .containsExactly("EUR", "JPY", "USD");
    assertThat(Tie.of(report, "EUR")).isEqualTo(new Tie("20.50", "20.50", "0.00", Map.of()));
    assertThat(Tie.of(report, "JPY"))
        .isEqualTo(new Tie("3000", "2000", "0", Map.of(Explained.HELD, "1000")));
  }

  @Test
  void a_wrong_total_counts_as_quickbooks_says_and_its_difference_is_held() {
    var report =
        after(
            acme.syncs(
                SomeAnswers.but("Wio1", due -> SomeAnswers.withTotal(due, money("28.27", "USD"))),
                AnOrder.of(1, "28.28")));

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("28.28", "28.27", "0.00", Map.of(Explained.HELD, "0.01")));
    assertThat(report.documents())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.state()).isEqualTo("posted");
              assertThat(entry.total()).isEqualTo(money("28.27", "USD"));
              assertThat(entry.reason()).isEqualTo("wrong-total");
            });
  }

  @Test
  void documents_like_one_with_a_wrong_total_are_held_with_all_their_money() {
    var report =
        after(
            acme.syncs(
                due -> SomeAnswers.withTotal(due, money("28.29", "USD")),
                AnOrder.of(1, "28.28"),
                AnOrder.of(2, "7.00")));

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("35.28", "28.29", "0.00", Map.of(Explained.HELD, "6.99")));
    assertThat(report.held())
        .extracting(hold -> hold.reason().why())
        .containsExactly(Why.WRONG_TOTAL, Why.LIKE_A_WRONG_ONE);
  }

  @Test
  void what_the_books_cannot_keep_of_a_currency_with_three_decimals_has_its_own_name() {
    var report =
        after(acme.syncs(AnOrder.of(1, "10.125").in("KWD"), AnOrder.of(2, "1.001").in("KWD")));

    assertThat(Tie.of(report, "KWD"))
        .isEqualTo(new Tie("11.126", "11.130", "0.000", Map.of(Explained.SMALLEST_UNIT, "-0.004")));
  }

  @Test
  void a_shop_that_keeps_more_decimals_than_it_charges_is_equal_to_the_cent() {
    var report = after(acme.syncs(AnOrder.of(1, "9.9931").refunded(90, "1.0051")));

    assertThat(Tie.usd(report)).isEqualTo(new Tie("8.98", "8.98", "0.00", Map.of()));
    assertThat(report.totals().get(0).isEqual()).isTrue();
  }

  @Test
  void orders_that_are_no_sales_count_on_neither_side() {
    var report =
        after(
            acme.syncs(
                AnOrder.of(1, "10.00").unpaid(),
                AnOrder.of(2, "10.00").inStatus("failed"),
                AnOrder.of(3, "10.00").inStatus("cancelled").unpaid(),
                AnOrder.of(4, "10.00").made("2025-12-31T12:00:00")));

    assertThat(report.totals()).isEmpty();
    assertThat(report.counts().skippedInAll()).isEqualTo(4);
    assertThat(report.counts().skipped())
        .containsOnlyKeys("before-start-date", "never-paid", "not-paid-yet", "status-never-sale");
  }

  @Test
  void a_change_that_moves_no_money_is_not_counted_again() {
    acme.syncs(AnOrder.of(1, "10.00").inStatus("processing"));

    var report = after(acme.syncs(AnOrder.of(1, "10.00").inStatus("completed")));

    assertThat(report.totals()).isEmpty();
    assertThat(report.counts().received()).isEqualTo(1);
    assertThat(report.counts().posted()).isZero();
    assertThat(report.documents()).isEmpty();
  }

  @Test
  void a_document_in_the_books_whose_order_nobody_knows_is_an_unexplained_difference() {
    acme.syncs();
    var key = new DocumentKey(AnOrder.SHOP, SomeCompany.REALM, DocumentKind.SALES_RECEIPT, "77");
    var seen =
        new InBooks(
            key, "301", "0", "Wio77", LocalDate.of(2026, 11, 1), money("9.99", "USD"), "{}");
    var run = acme.during(() -> adoptions.seen(acme.connection(), seen));

    var report = after(run);

    assertThat(Tie.usd(report)).isEqualTo(new Tie("0.00", "9.99", "-9.99", Map.of()));
    assertThat(report.counts().found()).isEqualTo(1);

    var known = after(acme.syncs(AnOrder.of(77, "9.99")));
    assertThat(known.differences()).isEmpty();
    assertThat(Tie.usd(history())).isEqualTo(new Tie("9.99", "9.99", "0.00", Map.of()));
  }

  private RunReport after(Run run) {
    return reports.of(acme.connection(), run);
  }

  private RunReport history() {
    return reports.of(
        acme.connection(), new Span(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z")));
  }

  private static Money money(String amount, String currency) {
    return Money.of(amount, Currency.getInstance(currency));
  }
}
