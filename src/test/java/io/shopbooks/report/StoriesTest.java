package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.ledger.DocumentStory.Happened;
import io.shopbooks.ledger.OrderStory;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.ledger.Span;
import io.shopbooks.ledger.Stories;
import io.shopbooks.sale.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the ledger tells about the orders of a span. */
@RoomTest
class StoriesTest {

  private static final Span ALWAYS = new Span(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"));

  @Autowired private Acme acme;
  @Autowired private Stories stories;
  @Autowired private Reports reports;
  @Autowired private PastRuns runs;

  @BeforeEach
  void open() {
    acme.opens(AConnection.usual());
  }

  @Test
  void a_document_is_posted_in_the_span_in_which_it_first_got_into_the_books() {
    var first = acme.syncs(AnOrder.of(1, "10.00"));
    var second = acme.syncs(AnOrder.of(2, "10.00"));

    assertThat(told(runs.of(first).span())).extracting(OrderStory::number).containsExactly("1");
    assertThat(told(runs.of(second).span())).extracting(OrderStory::number).containsExactly("2");
    assertThat(told(runs.of(second).span()).get(0).documents().get(0).happened())
        .isEqualTo(Happened.POSTED);
  }

  @Test
  void a_document_that_was_corrected_in_quickbooks_is_updated_and_not_posted_again() {
    acme.syncs(
        due -> SomeAnswers.withTotal(due, Money.of("9.99", Currency.getInstance("USD"))),
        AnOrder.of(1, "10.00"));
    acme.retries("1");

    var run =
        acme.during(
            () -> {
              acme.plans();
              acme.asks();
            });

    var report = reports.of(acme.connection(), run);
    assertThat(report.counts().posted()).isZero();
    assertThat(report.counts().updated()).isEqualTo(1);
    assertThat(report.held()).isEmpty();
    assertThat(report.totals().get(0).isEqual()).isTrue();
    assertThat(report.totals().get(0).books())
        .isEqualTo(Money.of("10.00", Currency.getInstance("USD")));
  }

  @Test
  void orders_of_another_connection_stay_out() {
    acme.anotherConnectionReceives(AConnection.usual().with("name: other"), AnOrder.of(1, "99.00"));
    acme.syncs(AnOrder.of(1, "10.00"));

    assertThat(told(ALWAYS))
        .singleElement()
        .satisfies(
            story ->
                assertThat(story.told().orElseThrow().total())
                    .isEqualTo(Money.of("10.00", Currency.getInstance("USD"))));
  }

  @Test
  void recorded_refunds_are_read_as_the_shop_wrote_them() {
    acme.receives(
        AnOrder.recorded("us/orders/refund-partial-line.json"),
        AnOrder.recorded("us/orders/refund-shipping-and-fee.json"),
        AnOrder.recorded("us/orders/status-completed.json"));

    assertThat(told(ALWAYS))
        .extracting(story -> story.told().orElseThrow().refunds().size())
        .containsExactlyInAnyOrder(1, 1, 0);
    assertThat(told(ALWAYS))
        .flatExtracting(story -> story.told().orElseThrow().refunds())
        .extracting(refund -> refund.amount().text())
        .contains("21.76");
  }

  @Test
  void an_amount_nobody_can_read_and_a_currency_nobody_knows_stop_no_report() {
    var run =
        acme.syncs(
            AnOrder.of(1, "10.00").refundedBy("a lot"),
            AnOrder.of(2, "7.00").in("ABC"),
            AnOrder.of(3, "5.00"));

    var report = reports.of(acme.connection(), run);

    assertThat(report.held()).extracting(hold -> hold.number()).containsExactly("1", "2");
    assertThat(report.totals())
        .extracting(totals -> totals.currency().getCurrencyCode())
        .containsExactly("USD", "XXX");
    assertThat(report.totals()).allSatisfy(t -> assertThat(t.unexplained().isZero()).isTrue());
  }

  @Test
  void a_run_that_did_not_end_yet_reaches_until_now() {
    var run = acme.syncs();
    assertThat(runs.of(run).span().since()).isEqualTo(Instant.EPOCH);

    acme.during(
        () ->
            assertThat(runs.of(run).span().until())
                .isBefore(Instant.parse("2026-11-22T14:31:00Z")));
  }

  private List<OrderStory> told(Span span) {
    return stories.of(acme.connection(), span);
  }
}
