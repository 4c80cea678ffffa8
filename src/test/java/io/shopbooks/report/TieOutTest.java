package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shopbooks.books.Choices.CreditDocument;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.ledger.Adoptions;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Span;
import io.shopbooks.sale.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
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

    assertThat(usd(report)).isEqualTo(new Tie("28.38", "28.38", "0.00", Map.of()));
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
    assertThat(usd(proof.report()))
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
    assertThat(tie(report, "EUR")).isEqualTo(new Tie("20.50", "20.50", "0.00", Map.of()));
    assertThat(tie(report, "JPY"))
        .isEqualTo(new Tie("3000", "2000", "0", Map.of(Explained.HELD, "1000")));
  }

  @Test
  void an_order_that_cannot_be_booked_is_explained_as_held() {
    var report = after(acme.syncs(AnOrder.of(1, "10.00"), AnOrder.of(2, "5.00").paidBy("gift")));

    assertThat(usd(report))
        .isEqualTo(new Tie("15.00", "10.00", "0.00", Map.of(Explained.HELD, "5.00")));
    assertThat(report.held()).hasSize(1);
    assertThat(report.atStake()).containsExactly(money("5.00", "USD"));
  }

  @Test
  void what_is_held_stays_in_every_report_until_it_is_settled_and_what_is_posted_does_not() {
    acme.syncs(AnOrder.of(1, "10.00"), AnOrder.of(2, "5.00").paidBy("gift"));

    var second = after(acme.syncs(AnOrder.of(3, "1.00")));
    assertThat(usd(second))
        .isEqualTo(new Tie("6.00", "1.00", "0.00", Map.of(Explained.HELD, "5.00")));

    acme.retries("2");
    acme.chooses(AConnection.usual());
    var third = after(acme.syncs(AnOrder.of(2, "5.00").paidBy("stripe")));
    assertThat(usd(third)).isEqualTo(new Tie("5.00", "5.00", "0.00", Map.of()));

    assertThat(after(acme.syncs()).totals()).isEmpty();
  }

  @Test
  void a_wrong_total_counts_as_quickbooks_says_and_its_difference_is_held() {
    var report =
        after(
            acme.syncs(
                Acme.but("Wio1", due -> Acme.withTotal(due, money("28.27", "USD"))),
                AnOrder.of(1, "28.28")));

    assertThat(usd(report))
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
                due -> Acme.withTotal(due, money("28.29", "USD")),
                AnOrder.of(1, "28.28"),
                AnOrder.of(2, "7.00")));

    assertThat(usd(report))
        .isEqualTo(new Tie("35.28", "28.29", "0.00", Map.of(Explained.HELD, "6.99")));
    assertThat(report.held())
        .extracting(hold -> hold.reason().why())
        .containsExactly(Why.WRONG_TOTAL, Why.LIKE_A_WRONG_ONE);
  }

  @Test
  void what_a_person_left_out_is_told_once_and_explained_for_good() {
    acme.syncs(AnOrder.of(1, "5.00").paidBy("gift"));
    acme.ignores("1", "Entered by hand");

    var tie = new Tie("5.00", "0.00", "0.00", Map.of(Explained.IGNORED, "5.00"));
    assertThat(usd(after(acme.syncs()))).isEqualTo(tie);
    assertThat(after(acme.syncs()).totals()).isEmpty();
    assertThat(usd(history())).isEqualTo(tie);
  }

  @Test
  void a_wrong_total_that_a_person_accepts_is_explained_as_left_out() {
    acme.syncs(due -> Acme.withTotal(due, money("28.27", "USD")), AnOrder.of(1, "28.28"));
    acme.ignores("1", "A cent");

    assertThat(usd(history()))
        .isEqualTo(new Tie("28.28", "28.27", "0.00", Map.of(Explained.IGNORED, "0.01")));
  }

  @Test
  void a_document_that_a_person_left_out_is_explained_and_no_longer_open() {
    acme.syncs(Acme.but("Wio1", TieOutTest::refused), AnOrder.of(1, "5.00"));
    acme.ignores("1", "Entered by hand");
    acme.syncs();

    assertThat(usd(history()))
        .isEqualTo(new Tie("5.00", "0.00", "0.00", Map.of(Explained.IGNORED, "5.00")));
    assertThat(after(acme.syncs()).documents()).isEmpty();
  }

  @Test
  void a_refund_is_taken_off_on_both_sides() {
    var report =
        after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00").refunded(91, "0.50")));

    assertThat(usd(report)).isEqualTo(new Tie("29.50", "29.50", "0.00", Map.of()));
    assertThat(report.totals().get(0).refunds()).isEqualTo(2);
    assertThat(report.counts().refunded()).isEqualTo(2);
  }

  @Test
  void a_refund_counts_in_the_span_of_the_refund_and_its_sale_in_its_own() {
    acme.syncs(AnOrder.of(1, "50.00"));

    var report = after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00")));

    assertThat(usd(report)).isEqualTo(new Tie("-20.00", "-20.00", "0.00", Map.of()));
    assertThat(usd(history())).isEqualTo(new Tie("30.00", "30.00", "0.00", Map.of()));
  }

  @Test
  void refunds_left_to_the_bookkeeper_are_listed_and_explained() {
    acme.chooses(AConnection.usual().crediting(CreditDocument.NONE));

    var report = after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00")));

    assertThat(usd(report))
        .isEqualTo(new Tie("30.00", "50.00", "0.00", Map.of(Explained.BY_HAND, "-20.00")));
    assertThat(report.byHand())
        .containsExactly(new RunReport.ByHand("1", money("20.00", "USD"), ""));
  }

  @Test
  void a_refund_that_cannot_be_booked_is_held_beside_its_sale() {
    acme.in(new SomeCompany().without("Refund adjustment"));

    var report = after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00")));

    assertThat(usd(report))
        .isEqualTo(new Tie("30.00", "50.00", "0.00", Map.of(Explained.HELD, "-20.00")));
    assertThat(report.documents())
        .extracting(RunReport.Entry::kind, RunReport.Entry::state, RunReport.Entry::reason)
        .contains(tuple("refund", "held", "unknown-item"));
  }

  @Test
  void a_credit_memo_counts_once_although_an_expense_and_its_use_come_with_it() {
    acme.chooses(AConnection.usual().crediting(CreditDocument.CREDIT_MEMO));

    var report = after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00")));

    assertThat(usd(report)).isEqualTo(new Tie("30.00", "30.00", "0.00", Map.of()));
    assertThat(report.documents())
        .extracting(RunReport.Entry::kind)
        .containsExactly("sales-receipt", "credit-memo", "expense", "application");
    assertThat(report.counts().posted()).isEqualTo(1);
    assertThat(report.counts().refunded()).isEqualTo(1);
  }

  @Test
  void what_nobody_knows_about_is_explained_as_doubtful() {
    var report =
        after(acme.syncs(due -> Outcome.unanswered(due.id(), "no answer"), AnOrder.of(1, "5.00")));

    assertThat(usd(report))
        .isEqualTo(new Tie("5.00", "0.00", "0.00", Map.of(Explained.DOUBTFUL, "5.00")));
    assertThat(report.counts().doubtful()).isEqualTo(1);
  }

  @Test
  void what_is_to_be_sent_later_is_explained_as_waiting() {
    var report =
        after(
            acme.syncs(
                due -> Outcome.later(due.id(), Duration.ofHours(1), "busy"),
                AnOrder.of(1, "5.00")));

    assertThat(usd(report))
        .isEqualTo(new Tie("5.00", "0.00", "0.00", Map.of(Explained.WAITING, "5.00")));
    assertThat(report.counts().waiting()).isEqualTo(1);
  }

  @Test
  void orders_nobody_looked_at_yet_are_explained_as_waiting() {
    var report = after(acme.breaksOff(new NotSignedIn("nobody"), AnOrder.of(1, "10.00")));

    assertThat(usd(report))
        .isEqualTo(new Tie("10.00", "0.00", "0.00", Map.of(Explained.WAITING, "10.00")));
    assertThat(report.trouble()).contains(new RunReport.Trouble("not-signed-in", "nobody"));
  }

  @Test
  void what_the_books_cannot_keep_of_a_currency_with_three_decimals_has_its_own_name() {
    var report =
        after(acme.syncs(AnOrder.of(1, "10.125").in("KWD"), AnOrder.of(2, "1.001").in("KWD")));

    assertThat(tie(report, "KWD"))
        .isEqualTo(new Tie("11.126", "11.130", "0.000", Map.of(Explained.SMALLEST_UNIT, "-0.004")));
  }

  @Test
  void a_shop_that_keeps_more_decimals_than_it_charges_is_equal_to_the_cent() {
    var report = after(acme.syncs(AnOrder.of(1, "9.9931").refunded(90, "1.0051")));

    assertThat(usd(report)).isEqualTo(new Tie("8.98", "8.98", "0.00", Map.of()));
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
  void a_total_that_changed_in_the_shop_after_posting_waits_to_be_updated() {
    acme.syncs(AnOrder.of(1, "10.00"));

    var report = after(acme.syncs(AnOrder.of(1, "12.00")));

    assertThat(usd(report))
        .isEqualTo(new Tie("12.00", "10.00", "0.00", Map.of(Explained.WAITING, "2.00")));
    assertThat(report.counts().waiting()).isEqualTo(1);
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
  void a_posted_order_that_is_thrown_away_leaves_its_document_to_a_person() {
    acme.syncs(AnOrder.of(1, "10.00"));

    var report = after(acme.syncs(AnOrder.of(1, "10.00").inStatus("trash")));

    assertThat(usd(report))
        .isEqualTo(new Tie("0.00", "10.00", "0.00", Map.of(Explained.HELD, "-10.00")));
  }

  @Test
  void of_an_order_from_before_the_start_only_the_refund_is_ours() {
    var order = AnOrder.of(1, "50.00").made("2025-12-30T12:00:00").refunded(90, "20.00");

    var report = after(acme.syncs(order));

    assertThat(usd(report))
        .isEqualTo(new Tie("-20.00", "0.00", "0.00", Map.of(Explained.HELD, "-20.00")));
    assertThat(report.atStake()).containsExactly(money("20.00", "USD"));
    assertThat(report.documents())
        .extracting(RunReport.Entry::total)
        .containsExactly(money("20.00", "USD"));
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

    assertThat(usd(report)).isEqualTo(new Tie("0.00", "9.99", "-9.99", Map.of()));
    assertThat(report.counts().found()).isEqualTo(1);

    var known = after(acme.syncs(AnOrder.of(77, "9.99")));
    assertThat(known.differences()).isEmpty();
    assertThat(usd(history())).isEqualTo(new Tie("9.99", "9.99", "0.00", Map.of()));
  }

  @Test
  void money_below_zero_is_at_stake_as_any_other() {
    var report = after(acme.syncs(AnOrder.of(1, "-2.00"), AnOrder.of(2, "5.00").paidBy("gift")));

    assertThat(report.atStake()).containsExactly(money("7.00", "USD"));
    assertThat(usd(report))
        .isEqualTo(new Tie("3.00", "0.00", "0.00", Map.of(Explained.HELD, "3.00")));
  }

  @Test
  void an_order_that_is_held_as_a_whole_stands_for_its_documents_too() {
    acme.syncs(Acme.but("Wio1", TieOutTest::refused), AnOrder.of(1, "10.00"));

    var report = after(acme.syncs(AnOrder.of(1, "10.00").paidBy("gift")));

    assertThat(report.held()).hasSize(2);
    assertThat(report.atStake()).containsExactly(money("10.00", "USD"));
    assertThat(usd(report).unexplained()).isEqualTo("0.00");
  }

  private static Outcome refused(Due due) {
    var reason = Reason.of(Why.REFUSED).with("code", 6000).with("said", "6000 no");
    return Outcome.held(due.id(), reason, "6000 no");
  }

  private RunReport after(Run run) {
    return reports.of(acme.connection(), run);
  }

  private RunReport history() {
    return reports.of(
        acme.connection(), new Span(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z")));
  }

  /** Totals as text, to the last digit. */
  record Tie(String shop, String books, String unexplained, Map<Explained, String> parts) {}

  private static Tie usd(RunReport report) {
    return tie(report, "USD");
  }

  private static Tie tie(RunReport report, String currency) {
    var totals = report.totals(Currency.getInstance(currency)).orElseThrow();
    var parts = new TreeMap<Explained, String>();
    totals.parts().forEach((by, money) -> parts.put(by, money.text()));
    return new Tie(totals.shop().text(), totals.books().text(), totals.unexplained().text(), parts);
  }

  private static Money money(String amount, String currency) {
    return Money.of(amount, Currency.getInstance(currency));
  }

  /** Named as the failure of the room that signs in. */
  private static final class NotSignedIn extends RuntimeException {
    private NotSignedIn(String message) {
      super(message);
    }
  }
}
