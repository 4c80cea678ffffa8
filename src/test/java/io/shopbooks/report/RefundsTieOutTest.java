package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shopbooks.books.Choices.CreditDocument;
import io.shopbooks.ledger.Adoptions;
import io.shopbooks.ledger.Run;
import io.shopbooks.ledger.Span;
import io.shopbooks.sale.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Refunds on both sides, and refunds that only the shop has. */
@RoomTest
class RefundsTieOutTest {

  @Autowired private Acme acme;
  @Autowired private Reports reports;
  @Autowired private Adoptions adoptions;

  @BeforeEach
  void open() {
    acme.opens(AConnection.usual());
  }

  @Test
  void a_refund_is_taken_off_on_both_sides() {
    var report =
        after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00").refunded(91, "0.50")));

    assertThat(Tie.usd(report)).isEqualTo(new Tie("29.50", "29.50", "0.00", Map.of()));
    assertThat(report.totals().get(0).refunds()).isEqualTo(2);
    assertThat(report.counts().refunded()).isEqualTo(2);
  }

  @Test
  void a_refund_counts_in_the_span_of_the_refund_and_its_sale_in_its_own() {
    acme.syncs(AnOrder.of(1, "50.00"));

    var report = after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00")));

    assertThat(Tie.usd(report)).isEqualTo(new Tie("-20.00", "-20.00", "0.00", Map.of()));
    assertThat(Tie.usd(history())).isEqualTo(new Tie("30.00", "30.00", "0.00", Map.of()));
  }

  @Test
  void refunds_left_to_the_bookkeeper_are_listed_and_explained() {
    acme.chooses(AConnection.usual().crediting(CreditDocument.NONE));

    var report = after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00")));

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("30.00", "50.00", "0.00", Map.of(Explained.BY_HAND, "-20.00")));
    assertThat(report.byHand())
        .containsExactly(new RunReport.ByHand("1", money("20.00", "USD"), ""));
  }

  @Test
  void a_refund_that_cannot_be_booked_is_held_beside_its_sale() {
    acme.in(new SomeCompany().without("Refund adjustment"));

    var report = after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00")));

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("30.00", "50.00", "0.00", Map.of(Explained.HELD, "-20.00")));
    assertThat(report.documents())
        .extracting(RunReport.Entry::kind, RunReport.Entry::state, RunReport.Entry::reason)
        .contains(tuple("refund", "held", "unknown-item"));
  }

  @Test
  void a_credit_memo_counts_once_although_an_expense_and_its_use_come_with_it() {
    acme.chooses(AConnection.usual().crediting(CreditDocument.CREDIT_MEMO));

    var report = after(acme.syncs(AnOrder.of(1, "50.00").refunded(90, "20.00")));

    assertThat(Tie.usd(report)).isEqualTo(new Tie("30.00", "30.00", "0.00", Map.of()));
    assertThat(report.documents())
        .extracting(RunReport.Entry::kind)
        .containsExactly("sales-receipt", "credit-memo", "expense", "application");
    assertThat(report.counts().posted()).isEqualTo(1);
    assertThat(report.counts().refunded()).isEqualTo(1);
  }

  @Test
  void of_an_order_from_before_the_start_only_the_refund_is_ours() {
    var order = AnOrder.of(1, "50.00").made("2025-12-30T12:00:00").refunded(90, "20.00");

    var report = after(acme.syncs(order));

    assertThat(Tie.usd(report))
        .isEqualTo(new Tie("-20.00", "0.00", "0.00", Map.of(Explained.HELD, "-20.00")));
    assertThat(report.atStake()).containsExactly(money("20.00", "USD"));
    assertThat(report.documents())
        .extracting(RunReport.Entry::total)
        .containsExactly(money("20.00", "USD"));
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
