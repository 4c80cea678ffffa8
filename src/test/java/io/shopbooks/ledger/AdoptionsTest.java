package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static io.shopbooks.ledger.Acme.cad;
import static io.shopbooks.ledger.Acme.receipt;
import static io.shopbooks.ledger.Acme.refundReceipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Removed;
import io.shopbooks.books.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdoptionsTest {

  private final ALedger ledger = ALedger.empty();
  private final Adoptions adoptions = ledger.bean(Adoptions.class);
  private final DocumentKey key = receipt("1", "10.00").key();

  @Test
  void a_sale_the_ledger_does_not_know_is_taken_over_and_never_sent() {
    adoptions.seen(CONNECTION, seen(key, "181", "10.00"));
    ledger.with("1", receipt("1", "10.00"));
    assertThat(ledger.due()).isEmpty();
    assertThat(ledger.documents.booked(Acme.key("1"), REALM).hasSale()).isTrue();
    assertThat(ledger.holds()).isEmpty();
  }

  @Test
  void a_receipt_of_one_payment_is_known_by_its_order() {
    adoptions.seen(CONNECTION, seen(receipt("1/a", "4.00").key(), "181", "4.00"));
    ledger.with("1", receipt("1/a", "4.00"), receipt("1/b", "6.00"));
    assertThat(ledger.onlyDue().document().key().shopId()).isEqualTo("1/b");
    assertThat(ledger.documents.booked(Acme.key("1"), REALM).documents()).hasSize(2);
  }

  @Test
  void a_sale_taken_over_is_compared_with_its_plan() {
    adoptions.seen(CONNECTION, seen(key, "181", "9.00"));
    ledger.with("1", receipt("1", "10.00"));
    assertThat(ledger.holds()).containsExactly("document 1 wrong-total");
  }

  @Test
  void a_document_that_was_planned_is_taken_over_and_frees_its_like() {
    ledger.with("1", receipt("1", "10.00")).with("2", receipt("2", "10.00"));
    assertThat(ledger.onlyDue().document().key()).isEqualTo(key);
    adoptions.seen(CONNECTION, seen(key, "181", "10.00"));
    assertThat(ledger.state(key)).isEqualTo("posted");
    assertThat(ledger.onlyDue().document().key().shopId()).isEqualTo("2");
  }

  @Test
  void a_document_that_was_held_is_held_no_more_when_it_is_seen() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    var refused = Reason.of(Why.REFUSED).with("said", "no");
    ledger.postings.notPosted(Outcome.held(due.id(), refused, "no"), ledger.sends(due));
    adoptions.seen(CONNECTION, seen(key, "181", "10.00"));
    assertThat(ledger.holds()).isEmpty();
    assertThat(ledger.state(key)).isEqualTo("posted");
  }

  @Test
  void a_document_on_the_wire_that_is_seen_first_is_posted_once() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    ledger.sends(due);
    adoptions.seen(CONNECTION, seen(key, "181", "10.00"));
    ledger.postings.posted(ALedger.inBooks(due, "181", cad("10.00")));
    assertThat(ledger.state(key)).isEqualTo("posted");
    assertThat(ledger.holds()).isEmpty();
  }

  @Test
  void a_document_found_as_another_kind_has_its_order_planned_again() {
    ledger.with("1", Acme.sale(DocumentKind.INVOICE, "1", "10.00", "GST"));
    adoptions.seen(CONNECTION, seen(key, "181", "10.00"));
    assertThat(ledger.column(key, "kind")).isEqualTo("sales-receipt");
    assertThat(ledger.stateOfOrder("1")).isEqualTo("received");
  }

  @Test
  void a_credit_whose_order_is_unknown_is_joined_to_it_when_the_order_comes() {
    var credit = refundReceipt("91", "4.00", key);
    adoptions.seen(CONNECTION, seen(credit.key(), "190", "4.00"));
    assertThat(ledger.column(credit.key(), "order_id")).isEmpty();
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00", "91", "92"));
    var order = ledger.take("1");
    assertThat(ledger.documents.booked(order.key(), REALM).documents())
        .singleElement()
        .satisfies(known -> assertThat(known.sent()).isTrue());
    ledger.documents.planned(order, "91", List.of(credit));
    ledger.planning.planned(order);
    assertThat(ledger.due()).isEmpty();
  }

  @Test
  void a_second_document_with_our_marker_is_told_to_a_person() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.posts();
    adoptions.seen(CONNECTION, seen(key, "181", "10.00"));
    assertThat(ledger.holds()).isEmpty();
    adoptions.seen(CONNECTION, seen(key, "500", "10.00"));
    assertThat(ledger.holds()).containsExactly("document 1 maybe-in-books");
  }

  @Test
  void a_document_a_person_deleted_is_neither_taken_over_nor_sent_again() {
    var gone = new Removed(REALM, Set.of(DocumentKind.SALES_RECEIPT), "181");
    adoptions.seen(CONNECTION, gone);
    assertThat(ledger.state(key)).isEqualTo("absent");
    ledger.with("1", receipt("1", "10.00"));
    ledger.posts();
    adoptions.seen(CONNECTION, gone);
    assertThat(ledger.state(key)).isEqualTo("posted");
    assertThat(ledger.due()).isEmpty();
    assertThat(ledger.db.sql("select what from history order by id").query(String.class).list())
        .contains("deleted-in-books");
    assertThat(ledger.holds()).containsExactly("document 1 deleted-in-books");
  }

  @Test
  void what_a_person_said_about_a_deleted_document_is_not_asked_again() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.posts();
    var gone = new Removed(REALM, Set.of(DocumentKind.SALES_RECEIPT), "181");
    adoptions.seen(CONNECTION, gone);
    ledger.held.ignore(ledger.holdOf("1"), "taken out");
    adoptions.seen(CONNECTION, gone);
    assertThat(ledger.holds()).isEmpty();
  }

  private static InBooks seen(DocumentKey key, String id, String total) {
    return new InBooks(key, id, "0", "W1", LocalDate.of(2026, 11, 22), cad(total), "{}");
  }
}
