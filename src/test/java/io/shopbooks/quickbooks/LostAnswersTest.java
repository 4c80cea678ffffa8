package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.SalesForm;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import io.shopbooks.pretend.quickbooks.Region;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last row of the table of errors: nobody knows what came of a write. */
class LostAnswersTest {

  private static final CountingHouse house = CountingHouse.shared();
  private static Counter counter;
  private static int cases;

  @AfterEach
  void endFaults() {
    house.quickbooks.clearFaults();
  }

  static Stream<Arguments> losses() {
    return Stream.of(
            Named.of("request lost", Fault.loseRequest()),
            Named.of("answer lost", Fault.loseAnswer()),
            Named.of("half of the answer lost", Fault.loseHalfAnswer()),
            Named.of("500 with a page", Fault.html(500)),
            Named.of("503 with a page", Fault.html(503)),
            Named.of("504 with a page, not executed", Fault.html(504)),
            Named.of("504 with a page, executed", Fault.html(504).afterCommitting()),
            Named.of("200 with a page, executed", Fault.html(200).afterCommitting()),
            Named.of("200 with a page, not executed", Fault.html(200)),
            Named.of("only the first committed", Fault.commitFirst(2)),
            Named.of("throttled by status only", Fault.html(429)),
            Named.of("an error that was none", executed(500, "10000")),
            Named.of("a duplicate that was made", executed(400, "600")))
        .flatMap(fault -> Stream.of(Arguments.of(fault, 1), Arguments.of(fault, 5)));
  }

  private static Fault executed(int status, String code) {
    return Fault.code(status, code, FaultShape.BUSINESS).afterCommitting();
  }

  @ParameterizedTest(name = "{0}, {1} at once")
  @MethodSource("losses")
  void everything_is_in_the_books_once(Fault fault, int documents) {
    var sales = begin(documents);
    var order = house.quickbooks.order(fault.on("POST", counter.realm));
    var before = house.time.instant();

    assertThat(counter.bring()).isEmpty();

    assertThat(order.strikes()).isEqualTo(1);
    assertThat(sales)
        .allSatisfy(
            sale -> {
              assertThat(counter.state(sale)).isEqualTo("posted");
              assertThat(counter.inBooks(sale)).hasSize(1);
            });
    assertThat(Duration.between(before, house.time.instant())).isLessThan(Duration.ofMinutes(5));
    assertThat(counter.company.counters()).doesNotContainKey("throttled");
  }

  private static List<SalesForm> begin(int documents) {
    if (counter == null) {
      counter = house.open(Region.US);
      counter.company.preferences().customNumbers(true);
      counter.plan(Paper.of(counter.company, "first").receipt());
      assertThat(counter.bring()).isEmpty();
    }
    cases++;
    var sales =
        IntStream.range(0, documents)
            .mapToObj(n -> Paper.of(counter.company, "lost-" + cases + "-" + n).receipt())
            .toList();
    sales.forEach(counter::plan);
    return sales;
  }

  @ParameterizedTest(name = "numbered {0}")
  @ValueSource(booleans = {true, false})
  void nothing_is_asked_while_its_request_may_still_be_running(boolean numbered) {
    begin(0);
    var paper = Paper.of(counter.company, "running-" + numbered);
    var sale = (numbered ? paper : paper.unnumbered()).receipt();
    counter.plan(sale);
    house.quickbooks.order(Fault.loseAnswer().on("POST", counter.realm));
    var sent = house.time.instant();
    var reads = counter.company.counters().getOrDefault("GET query", 0L);

    assertThat(counter.bring()).isEmpty();

    assertThat(house.time.instant()).isAfterOrEqualTo(sent.plusSeconds(120));
    assertThat(counter.company.counters().get("GET query")).isEqualTo(reads + 1);
    assertThat(counter.inBooks(sale)).hasSize(1);
  }
}
