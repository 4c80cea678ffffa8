package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static io.shopbooks.ledger.Acme.receipt;
import static io.shopbooks.ledger.Acme.refundReceipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Verdict;
import io.shopbooks.books.Why;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PlanningTest {

  private final ALedger ledger = ALedger.empty();

  @Test
  void two_threads_never_claim_the_same_order() throws Exception {
    for (int i = 1; i <= 200; i++) {
      ledger.orders.received(CONNECTION, REALM, Acme.order(Integer.toString(i), "10.00"));
    }
    var threads = Executors.newFixedThreadPool(2);
    Callable<List<String>> claiming =
        () -> {
          var mine = new java.util.ArrayList<String>();
          for (int i = 0; i < 40; i++) {
            ledger.planning.takeReceived(CONNECTION, REALM, 5).forEach(o -> mine.add(o.key().id()));
          }
          return mine;
        };
    var both = threads.invokeAll(List.of(claiming, claiming));
    threads.shutdown();
    var one = both.get(0).get();
    var other = both.get(1).get();
    assertThat(one.size() + other.size()).isEqualTo(200);
    assertThat(new HashSet<>(one)).doesNotContainAnyElementsOf(other);
  }

  @Test
  void an_order_whose_planner_died_is_planned_by_another() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    assertThat(ledger.planning.takeReceived(CONNECTION, REALM, 10)).hasSize(1);
    assertThat(ledger.planning.takeReceived(CONNECTION, REALM, 10)).isEmpty();
    ledger.clock.pass(Duration.ofSeconds(61));
    assertThat(ledger.planning.takeReceived(CONNECTION, REALM, 10)).hasSize(1);
  }

  @Test
  void a_process_that_dies_between_a_sale_and_its_refund_loses_no_refund() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00", "91"));
    var order = ledger.take("1");
    var sale = receipt("1", "10.00");
    ledger.documents.planned(order, List.of(sale), "1");
    assertThat(ledger.stateOfOrder("1")).isEqualTo("received");
    assertThat(ledger.due()).as("documents wait until the order is planned").isEmpty();

    var again = ledger.take("1");
    ledger.documents.planned(again, List.of(sale), "1");
    ledger.documents.planned(again, "91", List.of(refundReceipt("91", "4.00", sale.key())));
    ledger.planning.planned(again);
    ledger.posts();
    assertThat(ledger.state(sale.key())).isEqualTo("posted");
    assertThat(ledger.state(Acme.key(DocumentKind.REFUND_RECEIPT, "91"))).isEqualTo("posted");
  }

  @Test
  void what_is_planned_otherwise_now_does_not_go_beside_it() {
    var whole = receipt("1", "10.00");
    ledger.with("1", whole);
    ledger.orders.again(Acme.key("1"), REALM);
    ledger.plans(ledger.take("1"), receipt("1/a", "4.00"), receipt("1/b", "6.00"));
    ledger.posts();

    assertThat(ledger.state(whole.key())).isEqualTo("dropped");
    assertThat(ledger.state(Acme.key(DocumentKind.SALES_RECEIPT, "1/b"))).isEqualTo("posted");
  }

  @Test
  void an_order_that_changes_while_its_document_is_on_the_wire_is_planned_again_later() {
    var key = receipt("1", "10.00").key();
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    var request = ledger.sends(due);
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "12.00"));
    ledger.plans(ledger.take("1"), receipt("1", "12.00"));
    assertThat(ledger.stateOfOrder("1")).isEqualTo("received");
    assertThat(ledger.column(key, "total")).isEqualTo("10.00");

    var refused = Reason.of(Why.REFUSED).with("said", "no");
    ledger.postings.notPosted(Outcome.held(due.id(), refused, "no"), request);
    ledger.plans(ledger.take("1"), receipt("1", "12.00"));
    assertThat(ledger.stateOfOrder("1")).isEqualTo("booked");
    assertThat(ledger.column(key, "total")).isEqualTo("12.00");
    assertThat(ledger.holds()).isEmpty();
  }

  @Test
  void a_refund_that_changes_on_the_wire_keeps_its_order_to_be_planned() {
    var sale = receipt("1", "10.00");
    ledger.with("1", sale);
    ledger.posts();
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00", "91"));
    var order = ledger.take("1");
    ledger.documents.planned(order, "91", List.of(refundReceipt("91", "4.00", sale.key())));
    ledger.planning.planned(order);
    ledger.sends(ledger.onlyDue());
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00", "91", "92"));
    var again = ledger.take("1");
    ledger.documents.planned(again, "91", List.of(refundReceipt("91", "5.00", sale.key())));
    ledger.planning.planned(again);
    assertThat(ledger.stateOfOrder("1")).isEqualTo("received");
  }

  @Test
  void the_same_document_on_the_wire_needs_no_second_planning() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.sends(ledger.onlyDue());
    ledger.orders.received(CONNECTION, REALM, Acme.orderIn("1", "10.00", "processing"));
    ledger.plans(ledger.take("1"), receipt("1", "10.00"));
    assertThat(ledger.stateOfOrder("1")).isEqualTo("booked");
  }

  @Test
  void an_order_that_is_no_sale_any_more_waits_for_what_is_on_the_wire() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.sends(ledger.onlyDue());
    ledger.orders.received(CONNECTION, REALM, Acme.orderIn("1", "10.00", "failed"));
    ledger.planning.notBooked(ledger.take("1"), Verdict.gone());
    assertThat(ledger.stateOfOrder("1")).isEqualTo("received");
  }

  @Test
  void what_was_planned_and_never_sent_is_gone_when_the_order_is_no_sale() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.orders.received(CONNECTION, REALM, Acme.orderIn("1", "10.00", "failed"));
    ledger.planning.notBooked(ledger.take("1"), Verdict.gone());
    assertThat(ledger.stateOfOrder("1")).isEqualTo("left-out");
    assertThat(ledger.state(receipt("1", "10.00").key())).isEqualTo("absent");
  }

  @Test
  void what_was_refused_and_dropped_never_uses_its_attempts_again() {
    var key = receipt("1", "10.00").key();
    ledger.with("1", receipt("1", "10.00"));
    var first = ledger.onlyDue();
    var refused = Reason.of(Why.REFUSED).with("said", "no");
    ledger.postings.notPosted(Outcome.held(first.id(), refused, "no"), ledger.sends(first));
    ledger.orders.received(CONNECTION, REALM, Acme.orderIn("1", "10.00", "failed"));
    ledger.planning.notBooked(ledger.take("1"), Verdict.gone());
    assertThat(ledger.state(key)).isEqualTo("dropped");
    assertThat(ledger.holds()).isEmpty();
    assertThat(ledger.documents.booked(Acme.key("1"), REALM).documents()).isEmpty();

    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    ledger.plans(ledger.take("1"), receipt("1", "10.00"));
    assertThat(ledger.onlyDue().attempt()).isGreaterThan(first.attempt());
  }

  @Test
  void an_order_that_came_again_unchanged_is_not_planned_again() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    assertThat(ledger.stateOfOrder("1")).isEqualTo("booked");
  }
}
