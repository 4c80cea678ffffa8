package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static io.shopbooks.ledger.Acme.cad;
import static io.shopbooks.ledger.Acme.payment;
import static io.shopbooks.ledger.Acme.receipt;
import static io.shopbooks.ledger.Acme.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents in the books whose order changes in the shop (DESIGN 4.10). */
class RevisionsTest {

  private final ALedger ledger = ALedger.empty();

  @Test
  void a_posted_document_whose_order_changed_is_due_as_an_update_and_as_nothing_else() {
    var due = updated("12.00");

    assertThat(due.quickbooksId()).isEqualTo("181");
    assertThat(due.stored()).isEqualTo("{}");
    assertThat(due.document().total()).isEqualTo(cad("12.00"));
    assertThat(ledger.due()).isEmpty();
    assertThat(ledger.deliveries.takeDoubtful(REALM, 10)).isEmpty();
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isTrue();
  }

  @Test
  void an_update_that_arrived_is_in_the_books_and_told_as_one() {
    var due = updated("12.00");
    ledger.sends(due);
    ledger.postings.posted(ALedger.inBooks(due, "181", cad("12.00")));

    assertThat(ledger.state(due.document().key())).isEqualTo("posted");
    assertThat(ledger.column(due.document().key(), "posted_total")).isEqualTo("12.00");
    assertThat(updates()).isEmpty();
    assertThat(ledger.holds()).isEmpty();
    assertThat(ledger.db.sql("select what from history order by id").query(String.class).list())
        .endsWith("updated");
  }

  @Test
  void an_order_that_changed_back_before_its_update_went_needs_none() {
    var due = updated("12.00");
    change(receipt("1", "10.00"));

    assertThat(updates()).isEmpty();
    assertThat(ledger.state(due.document().key())).isEqualTo("posted");
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isFalse();
  }

  @Test
  void a_change_while_an_update_is_on_the_wire_waits_for_its_answer() {
    var due = updated("12.00");
    ledger.sends(due);
    change(receipt("1", "14.00"));
    assertThat(ledger.column(due.document().key(), "total")).isEqualTo("12.00");

    ledger.postings.posted(ALedger.inBooks(due, "181", cad("12.00")));
    ledger.plans(ledger.take("1"), receipt("1", "14.00"));

    assertThat(onlyUpdate().document().total()).isEqualTo(cad("14.00"));
  }

  @Test
  void an_update_whose_answer_was_lost_is_due_again_when_it_can_no_longer_be_running() {
    var due = updated("12.00");
    ledger.sends(due);
    ledger.postings.doubtful(Outcome.unanswered(due.id(), "lost"));
    assertThat(updates()).isEmpty();
    ledger.clock.pass(ALedger.LONGEST_REQUEST);

    var again = onlyUpdate();
    assertThat(again.quickbooksId()).isEqualTo("181");
    assertThat(ledger.deliveries.takeDoubtful(REALM, 10)).isEmpty();
    ledger.sends(again);
    assertThat(ledger.state(due.document().key())).isEqualTo("sending");
  }

  @Test
  void an_update_that_a_person_must_look_at_leaves_the_document_in_the_books() {
    var due = updated("12.00");
    ledger.postings.notPosted(held(due, Why.CHANGED_ON_BOTH_SIDES), null);

    assertThat(ledger.state(due.document().key())).isEqualTo("posted");
    assertThat(ledger.column(due.document().key(), "posted_total")).isEqualTo("10.00");
    assertThat(ledger.holds()).containsExactly("document 1 changed-on-both-sides");
    change(receipt("1", "12.00"));
    assertThat(updates()).as("the same change is not tried again").isEmpty();
    change(receipt("1", "13.00"));
    assertThat(onlyUpdate().document().total()).isEqualTo(cad("13.00"));
    assertThat(ledger.holds()).isEmpty();
  }

  @Test
  void what_a_person_left_as_it_is_stays_so_until_the_order_changes_again() {
    var due = updated("12.00");
    ledger.postings.notPosted(held(due, Why.CHANGED_ON_BOTH_SIDES), null);
    ledger.held.ignore(ledger.holdOf("1"), "right as it is");
    change(receipt("1", "12.00"));
    assertThat(updates()).isEmpty();
    assertThat(ledger.holds()).isEmpty();
  }

  @Test
  void a_person_who_says_try_again_is_obeyed() {
    var due = updated("12.00");
    ledger.postings.notPosted(held(due, Why.LOCKED_IN_BOOKS), null);
    ledger.held.retry(ledger.holdOf("1"));
    ledger.plans(ledger.take("1"), receipt("1", "12.00"));

    assertThat(onlyUpdate().tries()).isZero();
  }

  @Test
  void a_document_found_to_be_deleted_is_worth_nothing_and_never_sent_again() {
    var due = updated("12.00");
    ledger.postings.notPosted(held(due, Why.DELETED_IN_BOOKS), null);

    assertThat(ledger.column(due.document().key(), "posted_total")).isEqualTo("0");
    assertThat(ledger.holds()).containsExactly("document 1 deleted-in-books");
    change(receipt("1", "12.00"));
    assertThat(updates()).isEmpty();
    assertThat(ledger.due()).isEmpty();
  }

  @Test
  void a_larger_invoice_goes_before_its_payment() {
    paid("10.00");
    var invoice = sale(DocumentKind.INVOICE, "1", "15.00", "GST");
    change(invoice, payment(invoice));

    assertThat(onlyUpdate().document().key().kind()).isEqualTo(DocumentKind.INVOICE);
    arrives(onlyUpdate());
    assertThat(onlyUpdate().document().key().kind()).isEqualTo(DocumentKind.PAYMENT);
  }

  @Test
  void a_smaller_invoice_goes_after_its_payment() {
    paid("10.00");
    var invoice = sale(DocumentKind.INVOICE, "1", "5.00", "GST");
    change(invoice, payment(invoice));

    assertThat(onlyUpdate().document().key().kind()).isEqualTo(DocumentKind.PAYMENT);
    arrives(onlyUpdate());
    assertThat(onlyUpdate().document().key().kind()).isEqualTo(DocumentKind.INVOICE);
  }

  @Test
  void what_a_dead_process_left_of_an_update_is_doubtful() {
    var due = updated("12.00");
    ledger.sends(due);
    ledger.requests.doubtAbandoned(REALM);

    assertThat(ledger.state(due.document().key())).isEqualTo("doubtful");
    assertThat(ledger.due()).isEmpty();
    ledger.clock.pass(ALedger.LONGEST_REQUEST.plus(Duration.ofSeconds(1)));
    assertThat(onlyUpdate().id()).isEqualTo(due.id());
  }

  private void paid(String total) {
    var invoice = sale(DocumentKind.INVOICE, "1", total, "GST");
    ledger.with("1", invoice, payment(invoice));
    ledger.posts();
  }

  private Due updated(String total) {
    ledger.with("1", receipt("1", "10.00"));
    ledger.posts();
    assertThat(updates()).isEmpty();
    change(receipt("1", total));
    return onlyUpdate();
  }

  private void change(Document... planned) {
    ledger.orders.received(
        CONNECTION, REALM, Acme.order("1", planned[0].total().amount().toPlainString()));
    ledger.orders.again(Acme.key("1"), REALM);
    ledger.plans(ledger.take("1"), planned);
  }

  private void arrives(Due due) {
    ledger.sends(due);
    ledger.postings.posted(ALedger.inBooks(due, due.quickbooksId(), due.document().total()));
  }

  private List<Delivery> updates() {
    return ledger.deliveries.takeUpdates(REALM, 10);
  }

  private Due onlyUpdate() {
    var updates = updates();
    assertThat(updates).hasSize(1);
    return updates.get(0).documents().get(0);
  }

  private static Outcome held(Due due, Why why) {
    return Outcome.held(due.id(), Reason.of(why), "held");
  }
}
