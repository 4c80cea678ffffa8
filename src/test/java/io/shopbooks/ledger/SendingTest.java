package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static io.shopbooks.ledger.Acme.cad;
import static io.shopbooks.ledger.Acme.payment;
import static io.shopbooks.ledger.Acme.receipt;
import static io.shopbooks.ledger.Acme.refundReceipt;
import static io.shopbooks.ledger.Acme.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingTest {

  private static final Duration LONG = ALedger.LONGEST_REQUEST.plusSeconds(1);

  private final ALedger ledger = ALedger.empty();

  @Test
  void a_payment_goes_after_its_invoice() {
    var invoice = sale(DocumentKind.INVOICE, "1", "10.00", "GST");
    ledger.with("1", invoice, payment(invoice));
    var first = ledger.onlyDue();
    assertThat(first.document().key().kind()).isEqualTo(DocumentKind.INVOICE);
    ledger.sends(first);
    assertThat(ledger.due()).isEmpty();
    ledger.posts(first, cad("10.00"));
    assertThat(ledger.onlyDue().links()).containsEntry(invoice.key(), "181");
  }

  @Test
  void a_refund_goes_after_its_sale_also_where_the_sale_is_held() {
    var sale = receipt("1", "10.00");
    ledger.with("1", sale, refundReceipt("91", "4.00", sale.key()));
    var first = ledger.onlyDue();
    ledger.postings.notPosted(held(first), ledger.sends(first));
    assertThat(ledger.due()).isEmpty();
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isFalse();
  }

  @Test
  void a_document_planned_anew_after_its_request_was_written_is_not_sent() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "12.00"));
    ledger.plans(ledger.take("1"), receipt("1", "12.00"));
    assertThatThrownBy(() -> ledger.sends(due)).isInstanceOf(Overtaken.class);
    assertThat(ledger.db.sql("select count(*) from request").query(Integer.class).single())
        .isZero();
    assertThat(ledger.onlyDue().document().total()).isEqualTo(cad("12.00"));
  }

  @Test
  void two_processes_never_send_the_same_document() {
    ledger.with("1", receipt("1", "10.00"));
    var here = ledger.onlyDue();
    var there = ledger.onlyDue();
    ledger.sends(here);
    assertThatThrownBy(() -> ledger.sends(there)).isInstanceOf(Overtaken.class);
  }

  @Test
  void what_a_dead_process_left_on_the_wire_is_asked_about_when_no_request_can_run_any_more() {
    var due = sent("1");
    ledger.requests.doubtAbandoned(REALM);
    assertThat(ledger.state(due.document().key())).isEqualTo("doubtful");
    ledger.clock.pass(ALedger.LONGEST_REQUEST.minusSeconds(1));
    assertThat(ledger.deliveries.takeDoubtful(REALM, 10)).isEmpty();
    ledger.clock.pass(Duration.ofSeconds(1));
    assertThat(ledger.deliveries.takeDoubtful(REALM, 10)).hasSize(1);
    assertThat(ledger.due()).as("nobody sends it meanwhile").isEmpty();
  }

  @Test
  void members_of_an_unanswered_batch_enter_no_other_request_until_asked() {
    ledger.with("0", receipt("0", "10.00"));
    ledger.posts();
    for (int i = 1; i <= 5; i++) {
      ledger.with("" + i, receipt("" + i, "10.00"));
    }
    var batch = ledger.due().get(0).documents();
    assertThat(batch).hasSize(5);
    ledger.sends(batch);
    batch.forEach(due -> ledger.postings.doubtful(Outcome.unanswered(due.id(), "lost")));
    ledger.clock.pass(LONG);
    assertThat(ledger.due()).isEmpty();
    var asked = ledger.deliveries.takeDoubtful(REALM, 10);
    assertThat(asked).hasSize(5);
    ledger.postings.notPosted(Outcome.later(asked.get(0).id(), Duration.ZERO, "asked"), null);
    assertThat(ledger.onlyDue().id()).isEqualTo(asked.get(0).id());
  }

  @Test
  void a_document_that_is_lost_again_and_again_is_held() {
    ledger.with("1", receipt("1", "10.00"));
    var key = receipt("1", "10.00").key();
    var times = 0;
    while (ledger.state(key).equals("planned")) {
      var due = ledger.onlyDue();
      ledger.sends(due);
      ledger.postings.doubtful(Outcome.unanswered(due.id(), "lost"));
      ledger.clock.pass(LONG);
      var asked = ledger.deliveries.takeDoubtful(REALM, 10).get(0);
      ledger.postings.notPosted(Outcome.later(asked.id(), Duration.ZERO, "not there"), null);
      assertThat(++times).isLessThan(10);
    }
    assertThat(times).isEqualTo(6);
    assertThat(ledger.holds()).containsExactly("document 1 keeps-failing");
  }

  @Test
  void what_is_put_off_waits_longer_each_time_so_that_no_sync_lasts_as_long_as_an_outage() {
    ledger.with("1", receipt("1", "10.00"));
    var times = 0;
    while (ledger.work.isLeft(CONNECTION, REALM)) {
      ledger.clock.pass(Duration.ofMillis(ledger.work.millisToNext(CONNECTION, REALM)));
      var due = ledger.onlyDue();
      var away = Outcome.later(due.id(), Duration.ofSeconds(30), "unreachable");
      ledger.postings.notPosted(away, ledger.sends(due));
      assertThat(++times).isLessThan(20);
    }
    assertThat(times).isEqualTo(4);
    assertThat(ledger.holds()).isEmpty();
    ledger.clock.pass(Duration.ofHours(1));
    assertThat(ledger.due()).hasSize(1);
  }

  @Test
  void an_answer_that_comes_too_late_moves_nothing_that_others_sent_anew() {
    var due = sent("1");
    var slow = ledger.column(due.document().key(), "request_id");
    ledger.requests.doubtAbandoned(REALM);
    ledger.clock.pass(LONG);
    ledger.postings.notPosted(Outcome.later(due.id(), Duration.ZERO, "not there"), null);
    ledger.sends(ledger.onlyDue());
    ledger.postings.notPosted(held(due), slow);
    assertThat(ledger.state(due.document().key())).isEqualTo("sending");
    ledger.postings.notPosted(Outcome.later(due.id(), Duration.ZERO, "late"), null);
    assertThat(ledger.state(due.document().key())).isEqualTo("sending");
  }

  @Test
  void a_second_document_of_one_key_is_told_to_a_person() {
    var due = sent("1");
    ledger.posts(due, cad("10.00"));
    ledger.postings.posted(ALedger.inBooks(due, "999", cad("10.00")));
    assertThat(ledger.holds()).containsExactly("document 1 maybe-in-books");
    assertThat(ledger.column(due.document().key(), "quickbooks_id")).isEqualTo("181");
  }

  @Test
  void the_same_answer_twice_changes_nothing() {
    var due = sent("1");
    ledger.posts(due, cad("10.00"));
    ledger.postings.posted(ALedger.inBooks(due, "181", cad("10.00")));
    ledger.postings.doubtful(Outcome.unanswered(due.id(), "lost"));
    assertThat(ledger.state(due.document().key())).isEqualTo("posted");
    assertThat(ledger.holds()).isEmpty();
  }

  @Test
  void what_a_company_refuses_as_a_whole_is_put_back_and_leaves_no_request_behind() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    var request = ledger.sends(due);
    ledger.requests.notSent(List.of(due), request, "not signed in");
    assertThat(ledger.state(due.document().key())).isEqualTo("planned");
    assertThat(ledger.db.sql("select count(*) from request").query(Integer.class).single())
        .isZero();
    assertThat(ledger.due()).as("not at once").isEmpty();
    ledger.clock.pass(Duration.ofMinutes(1));
    assertThat(ledger.due()).hasSize(1);
    ledger.requests.notSent(null, null, "broke off before any request was written");
  }

  @Test
  void a_document_that_breaks_its_request_goes_alone_and_is_held_at_last() {
    ledger.with("0", receipt("0", "10.00"));
    ledger.posts();
    for (int i = 1; i <= 4; i++) {
      ledger.with("" + i, receipt("" + i, "10.00"));
    }
    var broken = new IllegalStateException("cannot be written");
    var batch = ledger.due().get(0).documents();
    ledger.requests.broken(batch, null, broken);
    for (int i = 0; i < 10; i++) {
      ledger.clock.pass(Duration.ofMinutes(10));
      for (var delivery : ledger.due()) {
        assertThat(delivery.isBatch()).isFalse();
        var due = delivery.documents().get(0);
        if (due.document().key().shopId().equals("3")) {
          ledger.requests.broken(List.of(due), null, broken);
        } else {
          ledger.sends(due);
          ledger.posts(due, cad("10.00"));
        }
      }
    }
    assertThat(ledger.holds()).containsExactly("document 4 keeps-failing");
    assertThat(ledger.column(receipt("4", "10.00").key(), "state")).isEqualTo("posted");
  }

  @Test
  void what_breaks_after_it_was_sent_is_doubtful() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    var request = ledger.sends(due);
    ledger.requests.broken(List.of(due), request, new IllegalStateException("what an answer"));
    assertThat(ledger.state(due.document().key())).isEqualTo("doubtful");
  }

  @Test
  void what_cannot_be_asked_about_stays_doubtful_and_is_told_to_a_person() {
    var due = sent("1");
    ledger.postings.doubtful(Outcome.unanswered(due.id(), "lost"));
    for (int i = 0; i < 6; i++) {
      ledger.requests.unasked(due, new IllegalStateException("the question was refused"));
    }
    assertThat(ledger.state(due.document().key())).isEqualTo("doubtful");
    assertThat(ledger.holds()).containsExactly("document 1 keeps-failing");
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isFalse();
  }

  @Test
  void a_plan_nobody_can_read_stops_no_other() {
    ledger.with("0", receipt("0", "10.00"));
    ledger.posts();
    ledger.with("1", receipt("1", "10.00")).with("2", receipt("2", "10.00"));
    ledger.db.sql("update document set plan = '{\"form\":\"papyrus\"}' where id = 2").update();
    assertThat(ledger.onlyDue().document().key().shopId()).isEqualTo("2");
    assertThat(ledger.holds()).containsExactly("document 2 unreadable");
  }

  @Test
  void a_mended_document_goes_again_at_once_and_knows_its_repairs() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    ledger.postings.notPosted(Outcome.repair(due.id(), "shorten", "long"), ledger.sends(due));
    var again = ledger.onlyDue();
    assertThat(again.repairs()).containsExactly("shorten");
    assertThat(again.attempt()).isGreaterThan(due.attempt());
  }

  private Due sent(String order) {
    ledger.with(order, receipt(order, "10.00"));
    var due = ledger.onlyDue();
    ledger.sends(due);
    return due;
  }

  private static Outcome held(Due due) {
    return Outcome.held(due.id(), Reason.of(Why.REFUSED).with("said", "no"), "no");
  }
}
