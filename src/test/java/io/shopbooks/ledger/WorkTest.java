package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static io.shopbooks.ledger.Acme.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Outcome;
import io.shopbooks.sale.KnownOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkTest {

  private final ALedger ledger = ALedger.empty();

  @Test
  void nothing_is_left_when_everything_is_posted() {
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isFalse();
    ledger.with("1", receipt("1", "10.00"));
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isTrue();
    assertThat(ledger.work.millisToNext(CONNECTION, REALM)).isZero();
    ledger.posts();
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isFalse();
    assertThat(ledger.work.millisToNext(CONNECTION, REALM)).isZero();
  }

  @Test
  void a_doubtful_document_is_waited_for_until_it_may_be_asked_about() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    ledger.sends(due);
    ledger.postings.doubtful(Outcome.unanswered(due.id(), "lost"));
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isTrue();
    assertThat(ledger.work.millisToNext(CONNECTION, REALM))
        .isEqualTo(ALedger.LONGEST_REQUEST.toMillis() + 1);
  }

  @Test
  void another_thread_at_it_is_waited_for_and_not_spun_about() {
    ledger.with("1", receipt("1", "10.00"));
    var leases = ledger.bean(Leases.class);
    leases.take("post " + REALM);
    assertThat(ledger.work.millisToNext(CONNECTION, REALM)).isEqualTo(1000);
    leases.release("post " + REALM);
    assertThat(ledger.work.millisToNext(CONNECTION, REALM)).isZero();
  }

  @Test
  void what_another_thread_plans_is_looked_at_again_soon_and_not_when_its_claim_ends() {
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "10.00"));
    var order = ledger.take("1");
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isTrue();
    assertThat(ledger.work.millisToNext(CONNECTION, REALM)).isBetween(1L, 1001L);
    ledger.plans(order, receipt("1", "10.00"));
    assertThat(ledger.work.millisToNext(CONNECTION, REALM)).isZero();
  }

  @Test
  void an_order_that_changed_while_its_receipt_was_on_the_wire_is_planned_again_at_once() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    ledger.sends(due);
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "12.00"));
    ledger.plans(ledger.take("1"), receipt("1", "12.00"));
    ledger.clock.pass(Duration.ofSeconds(3));
    assertThat(ledger.take("1").attempt()).isPositive();
  }

  @Test
  void an_order_that_waits_for_a_late_answer_does_not_keep_the_sync_running() {
    ledger.with("1", receipt("1", "10.00"));
    var due = ledger.onlyDue();
    ledger.sends(due);
    ledger.postings.doubtful(Outcome.unanswered(due.id(), "lost"));
    ledger
        .db
        .sql("update document set due_at = :due")
        .param("due", java.sql.Timestamp.from(ledger.clock.instant().plus(Duration.ofHours(1))))
        .update();
    ledger.orders.received(CONNECTION, REALM, Acme.order("1", "12.00"));
    ledger.plans(ledger.take("1"), receipt("1", "12.00"));
    assertThat(ledger.work.isLeft(CONNECTION, REALM)).isFalse();
  }

  @Test
  void hints_are_noted_once_and_taken_once() {
    var hints = ledger.bean(Hints.class);
    hints.add(CONNECTION, "7");
    hints.add(CONNECTION, "7");
    hints.add(CONNECTION, "8");
    assertThat(hints.take(CONNECTION)).containsExactlyInAnyOrder("7", "8");
    assertThat(hints.take(CONNECTION)).isEmpty();
  }

  @Test
  void a_run_whose_process_died_ends_as_interrupted_and_its_time_belongs_to_the_next() {
    var runs = ledger.bean(Runs.class);
    var first = runs.start(CONNECTION);
    runs.end(first);
    var ended = ledger.clock.instant();
    ledger.clock.pass(Duration.ofMinutes(5));
    var died = runs.start(CONNECTION);
    ledger.clock.pass(Duration.ofMinutes(5));
    var next = runs.start(CONNECTION);
    assertThat(ledger.bean(PastRuns.class).of(died).trouble()).isEqualTo("interrupted");
    assertThat(next.since()).isEqualTo(ended);
    runs.trouble(next, new IllegalStateException("first"));
    runs.trouble(next, new IllegalArgumentException("second"));
    assertThat(ledger.bean(PastRuns.class).of(next))
        .satisfies(run -> assertThat(run.trouble()).isEqualTo("other"))
        .satisfies(run -> assertThat(run.detail()).contains("IllegalStateException"));
  }

  @Test
  void the_cursor_and_the_days_are_the_connections_own() {
    var coverage = ledger.bean(Coverage.class);
    assertThat(coverage.cursor(CONNECTION, REALM)).isEmpty();
    var moment = Instant.parse("2026-11-22T10:00:00Z");
    coverage.readUntil(CONNECTION, REALM, moment);
    assertThat(coverage.cursor(CONNECTION, REALM)).contains(moment);
    assertThat(coverage.cursor(CONNECTION, "another")).isEmpty();
    var days = coverage.lastDays(CONNECTION, 14);
    assertThat(days.from()).as("not before the start date").hasToString("2026-11-20");
    assertThat(days.until()).hasToString("2026-11-22");
    ledger.with("1", receipt("1", "10.00")).with("2", receipt("2", "10.00"));
    assertThat(coverage.missing(CONNECTION, REALM, days, Set.of("1")))
        .extracting(KnownOrder::id)
        .containsExactly("2");
  }

  @Test
  void history_tells_what_happened_in_order() {
    ledger.with("1", receipt("1", "10.00"));
    ledger.posts();
    assertThat(history()).containsExactly("received", "planned", "posted");
  }

  private List<String> history() {
    return ledger.db.sql("select what from history order by id").query(String.class).list();
  }
}
