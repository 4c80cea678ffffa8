package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.cad;
import static io.shopbooks.ledger.Acme.receipt;
import static io.shopbooks.ledger.Acme.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.Due;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanariesTest {

  private final ALedger ledger = ALedger.empty();

  @Test
  void the_first_of_each_kind_and_tax_treatment_goes_alone() {
    for (int i = 1; i <= 5; i++) {
      ledger.with("1" + i, receipt("1" + i, "10.00"));
    }
    ledger.with("21", sale(DocumentKind.SALES_RECEIPT, "21", "10.00", "QST"));
    ledger.with("31", sale(DocumentKind.INVOICE, "31", "10.00", "GST"));
    assertThat(orders(ledger.due())).containsExactly("11", "21", "31");
    ledger.posts();
    assertThat(ledger.db.sql("select state from canary").query(String.class).list())
        .containsExactly("good", "good", "good");
  }

  @Test
  void its_like_wait_until_it_came_back_and_then_go_together() {
    for (int i = 1; i <= 6; i++) {
      ledger.with("" + i, receipt("" + i, "10.00"));
    }
    var first = ledger.onlyDue();
    ledger.sends(first);
    assertThat(ledger.due()).isEmpty();
    ledger.posts(first, cad("10.00"));
    assertThat(ledger.due()).singleElement().satisfies(d -> assertThat(d.documents()).hasSize(5));
  }

  @Test
  void a_wrong_total_holds_its_like_also_those_that_come_later() {
    ledger.with("1", receipt("1", "10.00")).with("2", receipt("2", "10.00"));
    var first = ledger.onlyDue();
    ledger.sends(first);
    ledger.posts(first, cad("9.99"));
    ledger.with("3", receipt("3", "10.00"));
    assertThat(ledger.due()).isEmpty();
    assertThat(ledger.holds())
        .containsExactly(
            "document 1 wrong-total", "document 2 like-a-wrong-one", "document 3 like-a-wrong-one");
    assertThat(ledger.state(first.document().key())).isEqualTo("posted");
  }

  @Test
  void trying_one_of_its_like_again_sends_it_first_and_alone() {
    ledger.with("1", receipt("1", "10.00")).with("2", receipt("2", "10.00"));
    ledger.with("3", receipt("3", "10.00"));
    var first = ledger.onlyDue();
    ledger.sends(first);
    ledger.posts(first, cad("9.99"));
    ledger.held.of("acme").forEach(ledger.held::retry);
    var doubtful = ledger.deliveries.takeDoubtful(Acme.REALM, 10);
    assertThat(doubtful).extracting(Due::id).containsExactly(first.id());
    ledger.plans(ledger.take("2"), receipt("2", "10.00"));
    ledger.db.sql("update shop_order set state = 'booked'").update();
    assertThat(orders(ledger.due())).containsExactly("2");
    ledger.postings.posted(ALedger.inBooks(doubtful.get(0), "181", cad("9.99")));
    assertThat(ledger.state(receipt("2", "10.00").key()))
        .as("asked about, a wrong one holds nothing anew")
        .isEqualTo("planned");
  }

  @Test
  void a_wrong_total_that_was_corrected_in_the_books_frees_its_like() {
    ledger.with("1", receipt("1", "10.00"));
    var first = ledger.onlyDue();
    ledger.sends(first);
    ledger.posts(first, cad("9.99"));
    ledger.held.retry(ledger.holdOf("1"));
    ledger.postings.posted(ALedger.inBooks(first, "181", cad("10.00")));
    ledger.with("2", receipt("2", "10.00"));
    assertThat(ledger.holds()).isEmpty();
    assertThat(orders(ledger.due())).containsExactly("2");
  }

  @Test
  void a_first_one_that_is_held_gives_up_its_place() {
    ledger.with("1", receipt("1", "10.00")).with("2", receipt("2", "10.00"));
    var first = ledger.onlyDue();
    var refused = Reason.of(Why.REFUSED).with("said", "no");
    ledger.postings.notPosted(Outcome.held(first.id(), refused, "no"), ledger.sends(first));
    assertThat(ledger.work.isLeft(Acme.CONNECTION, Acme.REALM)).isTrue();
    assertThat(orders(ledger.due())).containsExactly("2");
  }

  @Test
  void a_first_one_that_is_planned_as_something_else_gives_up_its_place() {
    ledger.with("1", receipt("1", "10.00")).with("2", receipt("2", "10.00"));
    var first = ledger.onlyDue();
    ledger.postings.notPosted(
        Outcome.repair(first.id(), "shorten", "too long"), ledger.sends(first));
    ledger.orders.received(Acme.CONNECTION, Acme.REALM, Acme.order("1", "11.00"));
    ledger.plans(ledger.take("1"), sale(DocumentKind.SALES_RECEIPT, "1", "11.00", "QST"));
    assertThat(orders(ledger.due())).containsExactly("1", "2");
  }

  @Test
  void a_first_one_chosen_by_a_process_that_died_is_chosen_again() {
    ledger.with("1", receipt("1", "10.00")).with("2", receipt("2", "10.00"));
    assertThat(orders(ledger.due())).containsExactly("1");
    assertThat(orders(ledger.due())).containsExactly("1");
  }

  private static List<String> orders(List<Delivery> deliveries) {
    return deliveries.stream()
        .flatMap(delivery -> delivery.documents().stream())
        .map(due -> due.document().key().shopId())
        .toList();
  }
}
