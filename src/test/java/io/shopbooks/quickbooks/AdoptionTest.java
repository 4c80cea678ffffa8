package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.SalesForm;
import io.shopbooks.pretend.quickbooks.Region;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger restored from a backup, or lost, doubles nothing (DESIGN 4.3). */
class AdoptionTest {

  private final CountingHouse house = CountingHouse.shared();
  private Counter counter;

  @BeforeEach
  void open() {
    counter = house.open(Region.US);
    counter.company.preferences().customNumbers(true);
  }

  private List<SalesForm> posted(int count) {
    var sales =
        IntStream.range(0, count)
            .mapToObj(n -> Paper.of(counter.company, "old-" + n).receipt())
            .toList();
    counter.plan(sales.toArray(SalesForm[]::new));
    assertThat(counter.bring()).isEmpty();
    return sales;
  }

  private void forgetDocuments() {
    house
        .db()
        .sql("delete from document where realm = :realm")
        .param("realm", counter.realm)
        .update();
    house.bean(Lookout.class).lookAgainSoon(counter.realm);
  }

  private void forgetCursor() {
    house
        .db()
        .sql("update quickbooks_company set changes_until = null where realm = :realm")
        .param("realm", counter.realm)
        .update();
  }

  private void assertNothingIsDoubled(List<SalesForm> sales) {
    assertThat(counter.bring()).isEmpty();
    sales.forEach(counter::plan);
    assertThat(counter.bring()).isEmpty();
    assertThat(counter.company.documents()).hasSize(sales.size());
    assertThat(sales).allSatisfy(sale -> assertThat(counter.state(sale)).isEqualTo("posted"));
  }

  @Test
  void a_restored_ledger_takes_over_what_it_does_not_know() {
    var sales = posted(3);
    forgetDocuments();

    assertNothingIsDoubled(sales);
  }

  @Test
  void documents_that_were_planned_again_are_taken_over_before_they_go() {
    var sales = posted(3);
    forgetDocuments();
    sales.forEach(counter::plan);

    assertThat(counter.bring()).isEmpty();

    assertThat(counter.company.documents()).hasSize(3);
  }

  @Test
  void a_lost_ledger_finds_all_that_is_its_own_however_old() {
    var sales = posted(2);
    house.time.await(Duration.ofDays(60));
    var recent = Paper.of(counter.company, "recent").receipt();
    counter.plan(recent);
    assertThat(counter.bring()).isEmpty();
    forgetDocuments();
    forgetCursor();

    assertNothingIsDoubled(
        IntStream.range(0, 3).mapToObj(n -> n < 2 ? sales.get(n) : recent).toList());
  }

  @Test
  void a_cursor_older_than_capture_looks_back_is_read_by_question() {
    var sales = posted(2);
    house.time.await(Duration.ofDays(40));
    forgetDocuments();

    assertNothingIsDoubled(sales);
  }

  @Test
  void an_answer_that_may_be_cut_off_is_read_by_question() {
    for (int n = 0; n < 1001; n++) {
      counter.company.lists().add("Customer", "{\"DisplayName\":\"Customer " + n + "\"}");
    }
    var sales = posted(1);
    house
        .db()
        .sql("update quickbooks_company set changes_until = :day where realm = :realm")
        .param("day", Timestamp.from(house.time.instant().minus(Duration.ofDays(5))))
        .param("realm", counter.realm)
        .update();
    forgetDocuments();

    assertNothingIsDoubled(sales);
  }

  @Test
  void what_was_found_but_not_stored_is_found_again() {
    posted(2);
    forgetDocuments();
    var lookout = house.bean(Lookout.class);

    assertThat(lookout.look(counter.realm)).hasSize(2);
    assertThat(lookout.look(counter.realm)).hasSize(2);
    lookout.seen(counter.realm);

    assertThat(lookout.look(counter.realm)).isEmpty();
  }
}
