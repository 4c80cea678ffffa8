package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.ledger.Adoptions;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Span;
import io.shopbooks.sale.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is held, left out, doubtful or waits accounts for the difference between shop and books. */
@RoomTest
class ExplainedTieOutTest {

  @Autowired private Acme acme;
  @Autowired private Reports reports;
  @Autowired private Adoptions adoptions;

  @BeforeEach
  void open() {
    acme.opens(AConnection.usual());
  }

  @Test
  void an_order_that_cannot_be_booked_is_explained_as_held() {
    var report = after(acme.syncs(AnOrder.of(1, "10.00"), AnOrder.of(2, "5.00").paidBy("gift")));

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("15.00", "10.00", "0.00", Map.of(Explained.HELD, "5.00")));
    assertThat(report.held()).hasSize(1);
    assertThat(report.atStake()).containsExactly(money("5.00", "USD"));
  }

  @Test
  void what_is_held_stays_in_every_report_until_it_is_settled_and_what_is_posted_does_not() {
    acme.syncs(AnOrder.of(1, "10.00"), AnOrder.of(2, "5.00").paidBy("gift"));

    var second = after(acme.syncs(AnOrder.of(3, "1.00")));
    assertThat(Tie.usd(second))
        .isEqualTo(new Tie("6.00", "1.00", "0.00", Map.of(Explained.HELD, "5.00")));

    acme.retries("2");
    acme.chooses(AConnection.usual());
    var third = after(acme.syncs(AnOrder.of(2, "5.00").paidBy("stripe")));
    assertThat(Tie.usd(third)).isEqualTo(new Tie("5.00", "5.00", "0.00", Map.of()));

    assertThat(after(acme.syncs()).totals()).isEmpty();
  }

  @Test
  void what_a_person_left_out_is_told_once_and_explained_for_good() {
    acme.syncs(AnOrder.of(1, "5.00").paidBy("gift"));
    acme.ignores("1", "Entered by hand");

    var tie = new Tie("5.00", "0.00", "0.00", Map.of(Explained.IGNORED, "5.00"));
    assertThat(Tie.usd(after(acme.syncs()))).isEqualTo(tie);
    assertThat(after(acme.syncs()).totals()).isEmpty();
    assertThat(Tie.usd(history())).isEqualTo(tie);
  }

  @Test
  void a_wrong_total_that_a_person_accepts_is_explained_as_left_out() {
    acme.syncs(due -> SomeAnswers.withTotal(due, money("28.27", "USD")), AnOrder.of(1, "28.28"));
    acme.ignores("1", "A cent");

    assertThat(Tie.usd(history()))
        .isEqualTo(new Tie("28.28", "28.27", "0.00", Map.of(Explained.IGNORED, "0.01")));
  }

  @Test
  void a_document_that_a_person_left_out_is_explained_and_no_longer_open() {
    acme.syncs(SomeAnswers.but("Wio1", ExplainedTieOutTest::refused), AnOrder.of(1, "5.00"));
    acme.ignores("1", "Entered by hand");
    acme.syncs();

    assertThat(Tie.usd(history()))
        .isEqualTo(new Tie("5.00", "0.00", "0.00", Map.of(Explained.IGNORED, "5.00")));
    assertThat(after(acme.syncs()).documents()).isEmpty();
  }

  @Test
  void what_nobody_knows_about_is_explained_as_doubtful() {
    var report =
        after(acme.syncs(due -> Outcome.unanswered(due.id(), "no answer"), AnOrder.of(1, "5.00")));

    assertThat(Tie.usd(report))
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

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("5.00", "0.00", "0.00", Map.of(Explained.WAITING, "5.00")));
    assertThat(report.counts().waiting()).isEqualTo(1);
  }

  @Test
  void orders_nobody_looked_at_yet_are_explained_as_waiting() {
    var report = after(acme.breaksOff(new NotSignedIn("nobody"), AnOrder.of(1, "10.00")));

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("10.00", "0.00", "0.00", Map.of(Explained.WAITING, "10.00")));
    assertThat(report.trouble()).contains(new RunReport.Trouble("not-signed-in", "nobody"));
  }

  @Test
  void a_total_that_changed_in_the_shop_after_posting_waits_to_be_updated() {
    acme.syncs(AnOrder.of(1, "10.00"));

    var report = after(acme.syncs(AnOrder.of(1, "12.00")));

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("12.00", "10.00", "0.00", Map.of(Explained.WAITING, "2.00")));
    assertThat(report.counts().waiting()).isEqualTo(1);
  }

  @Test
  void a_posted_order_that_is_thrown_away_leaves_its_document_to_a_person() {
    acme.syncs(AnOrder.of(1, "10.00"));

    var report = after(acme.syncs(AnOrder.of(1, "10.00").inStatus("trash")));

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("0.00", "10.00", "0.00", Map.of(Explained.HELD, "-10.00")));
  }

  @Test
  void money_below_zero_is_at_stake_as_any_other() {
    var report = after(acme.syncs(AnOrder.of(1, "-2.00"), AnOrder.of(2, "5.00").paidBy("gift")));

    assertThat(report.atStake()).containsExactly(money("7.00", "USD"));
    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("3.00", "0.00", "0.00", Map.of(Explained.HELD, "3.00")));
  }

  @Test
  void an_order_that_is_held_as_a_whole_stands_for_its_documents_too() {
    acme.syncs(SomeAnswers.but("Wio1", ExplainedTieOutTest::refused), AnOrder.of(1, "10.00"));

    var report = after(acme.syncs(AnOrder.of(1, "10.00").paidBy("gift")));

    assertThat(report.held()).hasSize(2);
    assertThat(report.atStake()).containsExactly(money("10.00", "USD"));
    assertThat(Tie.usd(report).unexplained()).isEqualTo("0.00");
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

  private static Money money(String amount, String currency) {
    return Money.of(amount, Currency.getInstance(currency));
  }
}
