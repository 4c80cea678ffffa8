package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.SalesForm;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import io.shopbooks.pretend.quickbooks.Region;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document nobody knows about is asked for before anything else is done (DESIGN 4.3). */
class SearchTest {

  private final CountingHouse house = CountingHouse.shared();
  private Counter counter;

  @BeforeEach
  void open() {
    counter = house.open(Region.US);
    counter.company.preferences().customNumbers(true);
    counter.plan(paper("first").receipt());
    assertThat(counter.bring()).isEmpty();
  }

  @AfterEach
  void endFaults() {
    house.quickbooks.clearFaults();
  }

  private Paper paper(String id) {
    return Paper.of(counter.company, id);
  }

  /** Sends it and loses the answer; the books have it, and the ledger does not know. */
  private void lose(SalesForm sale) {
    lose(sale, Fault.loseAnswer());
  }

  private void lose(SalesForm sale, Fault how) {
    counter.plan(sale);
    house.quickbooks.order(how.on("POST", counter.realm + "/salesreceipt"));
    house.postOnce(counter.realm);
    assertThat(counter.state(sale)).isEqualTo("doubtful");
  }

  @Test
  void one_whose_number_a_person_changed_is_found_on_its_day() {
    var sale = paper("sale").receipt();
    lose(sale);
    var id = counter.inBooks(sale).get(0).id();
    counter.company.edit("SalesReceipt", id, "{\"DocNumber\":\"MY-1\"}");

    assertThat(counter.bring()).isEmpty();

    assertThat(counter.inBooks(sale)).hasSize(1);
    assertThat(counter.state(sale)).isEqualTo("posted");
  }

  @Test
  void one_whose_memo_a_person_cleared_is_held_by_its_number() {
    var sale = paper("sale").receipt();
    lose(sale);
    var id = counter.inBooks(sale).get(0).id();
    counter.company.edit("SalesReceipt", id, "{\"PrivateNote\":\"\"}");

    assertThat(counter.bring()).isEmpty();

    assertThat(counter.holds()).containsEntry("sale", "number-taken");
    assertThat(counter.company.documents()).hasSize(2);
  }

  @Test
  void an_unnumbered_one_whose_memo_a_person_cleared_is_held_by_its_looks() {
    var sale = paper("sale").unnumbered().receipt();
    lose(sale);
    var id = counter.inBooks(sale).get(0).id();
    counter.company.edit("SalesReceipt", id, "{\"PrivateNote\":\"\"}");

    assertThat(counter.bring()).isEmpty();

    assertThat(counter.holds()).containsEntry("sale", "maybe-in-books");
    assertThat(counter.company.documents()).hasSize(2);
  }

  @Test
  void an_unnumbered_one_is_told_from_its_like_by_the_marker() {
    counter.plan(paper("like-1").unnumbered().receipt(), paper("like-2").unnumbered().receipt());
    assertThat(counter.bring()).isEmpty();
    var sale = paper("sale").unnumbered().receipt();
    lose(sale, Fault.loseRequest());

    assertThat(counter.bring()).isEmpty();

    assertThat(counter.inBooks(sale)).hasSize(1);
    assertThat(counter.company.documents()).hasSize(4);
  }

  @Test
  void a_payment_is_found_by_its_day_though_its_customer_changed() {
    var invoice = paper("order").invoice();
    var payment = paper("order").payment(invoice);
    counter.plan(invoice);
    assertThat(counter.bring()).isEmpty();
    counter.plan(payment);
    house.quickbooks.order(Fault.loseAnswer().on("POST", counter.realm + "/payment"));
    house.postOnce(counter.realm);
    counter.company.lists().inactivate("Customer", "Ann Lee");
    house.bean(Lookout.class).lookAgainSoon(counter.realm);

    assertThat(counter.bring()).isEmpty();

    assertThat(counter.inBooks(payment)).hasSize(1);
    assertThat(counter.state(payment)).isEqualTo("posted");
  }

  @Test
  void an_answer_that_says_nothing_is_not_taken_for_nothing_found() {
    var sale = paper("sale").receipt();
    lose(sale);
    house.quickbooks.order(Fault.html(200).on("GET", counter.realm + "/query").times(3));

    assertThat(counter.bring()).get().isInstanceOf(CompanyResting.class);
    assertThat(counter.state(sale)).isEqualTo("doubtful");

    assertThat(counter.bring()).isEmpty();
    assertThat(counter.inBooks(sale)).hasSize(1);
  }

  @Test
  void a_question_that_is_refused_keeps_no_other_document_from_the_books() {
    var sale = paper("sale").receipt();
    lose(sale);
    var other = paper("other").receipt();
    counter.plan(other);
    house.quickbooks.order(
        Fault.code(400, "4001", FaultShape.BUSINESS).on("GET", counter.realm + "/query"));

    assertThat(counter.bring()).isEmpty();

    assertThat(counter.inBooks(other)).hasSize(1);
    assertThat(counter.state(sale)).isEqualTo("doubtful");
    house.time.await(Duration.ofHours(1));
    assertThat(counter.bring()).isEmpty();
    assertThat(counter.state(sale)).isEqualTo("posted");
    assertThat(counter.inBooks(sale)).hasSize(1);
  }
}
