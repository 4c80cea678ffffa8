package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static io.shopbooks.ledger.Acme.receipt;
import static io.shopbooks.ledger.Acme.refundReceipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Unbookable;
import io.shopbooks.books.Why;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class HeldTest {

  private final ALedger ledger = ALedger.empty();

  @Test
  void a_poisoned_order_is_held_and_does_not_stop_the_others() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    ledger.held.unreadable(ledger.take("1"), new IllegalStateException("what an order"));
    ledger.with("2", receipt("2", "10.00"));
    assertThat(ledger.holds()).containsExactly("order unreadable");
    assertThat(ledger.onlyDue().document().key().shopId()).isEqualTo("2");
  }

  @Test
  void an_order_is_not_blamed_for_the_database() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    ledger.held.unreadable(
        ledger.take("1"), new IllegalStateException(new CannotAcquireLockException("deadlock")));
    assertThat(ledger.holds()).isEmpty();
    assertThat(ledger.stateOfOrder("1")).isEqualTo("received");
  }

  @Test
  void what_changes_while_it_is_held_is_planned_and_held_no_more() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    ledger.held.order(ledger.take("1"), unbookable());
    assertThat(ledger.stateOfOrder("1")).isEqualTo("held");
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "11.00"));
    ledger.plans(ledger.take("1"), receipt("1", "11.00"));
    assertThat(ledger.holds()).isEmpty();
  }

  @Test
  void trying_again_plans_the_order_anew() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    ledger.held.order(ledger.take("1"), unbookable());
    ledger.held.retry(ledger.holdOf("1"));
    assertThat(ledger.stateOfOrder("1")).isEqualTo("received");
    ledger.plans(ledger.take("1"), receipt("1", "10.00"));
    ledger.posts();
    assertThat(ledger.state(receipt("1", "10.00").key())).isEqualTo("posted");
  }

  @Test
  void what_went_on_meanwhile_is_not_left_out_by_who_still_sees_it_held() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    ledger.held.order(ledger.take("1"), unbookable());
    var seen = ledger.holdOf("1");
    ledger.held.retry(seen);
    ledger.plans(ledger.take("1"), receipt("1", "10.00"));
    ledger.posts();

    assertThat(ledger.held.ignore(seen, "too late")).isFalse();

    assertThat(ledger.stateOfOrder("1")).isEqualTo("booked");
  }

  @Test
  void an_ignored_order_stays_left_out_when_it_changes_and_when_the_shop_deletes_it() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    ledger.held.order(ledger.take("1"), unbookable());
    ledger.held.ignore(ledger.holdOf("1"), "by hand");
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "11.00"));
    assertThat(ledger.stateOfOrder("1")).isEqualTo("left-out");
    var coverage = ledger.bean(Coverage.class);
    var days = coverage.lastDays(CONNECTION, 14);
    assertThat(coverage.missing(CONNECTION, REALM, days, Set.of())).isEmpty();
  }

  @Test
  void an_ignored_document_stays_as_it_is_when_its_order_changes() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    var refused = Reason.of(Why.REFUSED).with("said", "no");
    ledger.postings.notPosted(Outcome.held(due.id(), refused, "no"), ledger.sends(due));
    ledger.held.ignore(ledger.holdOf("1"), "entered by hand");
    ledger.orders.received(CONNECTION, REALM, Acme.orderIn("1", "10.00", "processing"));
    ledger.plans(ledger.take("1"), receipt("1", "10.00"));
    assertThat(ledger.due()).isEmpty();
  }

  @Test
  void an_ignored_refund_is_neither_planned_nor_held_again() {
    var sale = receipt("1", "10.00");
    ledger.with("1", sale);
    ledger.posts();
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00", "91"));
    var order = ledger.take("1");
    var refund = refund("91");
    ledger.held.refund(order, refund, unbookable());
    ledger.planning.planned(order);
    assertThat(ledger.stateOfOrder("1")).isEqualTo("booked");
    ledger.held.ignore(ledger.holdOf("1"), "by hand");
    ledger.documents.planned(order, "91", List.of(refundReceipt("91", "4.00", sale.key())));
    ledger.held.refund(order, refund, unbookable());
    assertThat(ledger.due()).isEmpty();
    assertThat(ledger.holds()).isEmpty();
  }

  @Test
  void an_order_the_shop_deleted_is_left_out_or_held_where_it_is_in_the_books() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.posts();
    ledger.with("2", receipt("2", "10.00"));
    ledger.held.gone(CONNECTION, REALM, "1");
    ledger.held.readAgain(CONNECTION, REALM, "2", Optional.empty());
    ledger.held.gone(CONNECTION, REALM, "3");
    assertThat(ledger.holds()).containsExactly("order order-deleted");
    assertThat(ledger.stateOfOrder("2")).isEqualTo("left-out");
    assertThat(ledger.due()).isEmpty();
  }

  @Test
  void money_that_is_held_without_its_order_is_never_gone() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    var missed = new Unbookable(Reason.of(Why.PAYMENT_UNMATCHED).with("number", "1"));
    ledger.held.order(ledger.take("1"), missed);

    ledger.held.readAgain(CONNECTION, REALM, "1", Optional.empty());

    assertThat(ledger.holds()).containsExactly("order payment-unmatched");
    assertThat(ledger.stateOfOrder("1")).isEqualTo("held");
  }

  @Test
  void what_another_sale_tells_by_now_is_left_out_where_it_is_not_in_the_books() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    ledger.held.order(ledger.take("1"), unbookable());
    ledger.with("2", receipt("2", "10.00"));
    ledger.posts();

    for (var asked : List.of("1", "2")) {
      var other = Optional.of(Acme.order("3", "10.00"));
      ledger.held.readAgain(CONNECTION, REALM, asked, other);
    }

    assertThat(ledger.stateOfOrder("1")).isEqualTo("left-out");
    assertThat(ledger.holds()).isEmpty();
    assertThat(ledger.stateOfOrder("2")).isEqualTo("booked");
    assertThat(ledger.stateOfOrder("3")).isEqualTo("received");
  }

  private static Unbookable unbookable() {
    return new Unbookable(Reason.of(Why.NO_PAYMENT_RULE).with("gateway", "stripe"));
  }

  private static io.shopbooks.sale.Refund refund(String id) {
    return new io.shopbooks.sale.Refund(
        id,
        LedgerClock.START,
        Acme.cad("4.00"),
        "",
        true,
        Optional.empty(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
