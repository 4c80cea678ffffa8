package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.sale.Money;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order that is cancelled after it was paid is credited under its own id. */
@RoomTest
class CancelledOrdersTest {

  @Autowired private Acme acme;
  @Autowired private Reports reports;

  @BeforeEach
  void open() {
    acme.opens(AConnection.usual());
  }

  @Test
  void sale_and_credit_of_a_cancelled_order_come_to_nothing_on_both_sides() {
    var run = acme.syncs(AnOrder.of(1, "108.82").inStatus("cancelled"));

    agreesOn(reports.of(acme.connection(), run), "0.00", "0.00");
  }

  @Test
  void a_refund_before_the_cancellation_is_given_back_once() {
    acme.syncs(AnOrder.of(1, "100.00").refunded(7, "30.00"));

    var run = acme.syncs(AnOrder.of(1, "100.00").refunded(7, "30.00").inStatus("cancelled"));

    agreesOn(reports.of(acme.connection(), run), "-70.00", "-70.00");
  }

  @Test
  void a_refund_that_pays_the_open_credit_out_gives_nothing_back_again() {
    acme.syncs(AnOrder.of(1, "100.00").inStatus("cancelled"));

    var run = acme.syncs(AnOrder.of(1, "100.00").inStatus("refunded").refunded(7, "100.00"));

    assertThat(reports.of(acme.connection(), run).differences()).isEmpty();
    assertThat(acme.held()).isEmpty();
  }

  private static void agreesOn(RunReport report, String shop, String books) {
    assertThat(report.differences()).isEqualTo(List.of());
    assertThat(report.totals())
        .singleElement()
        .satisfies(
            totals -> {
              assertThat(totals.shop()).isEqualTo(Money.of(shop, totals.currency()));
              assertThat(totals.books()).isEqualTo(Money.of(books, totals.currency()));
              assertThat(totals.parts()).isEmpty();
            });
  }
}
