package io.shopbooks.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Document;
import io.shopbooks.pretend.quickbooks.Region;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documented limits of QuickBooks (`quickbooks-online.md` 5) are kept, not collided with. */
class GovernorTest {

  private static final Logger LOG = LoggerFactory.getLogger(GovernorTest.class);
  private static final CountingHouse house = CountingHouse.shared();

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** A request that was let pass. */
  private record Passed(Instant at, Request request) {}

  @Test
  void a_backlog_meets_no_429_and_loses_no_cent() {
    LOG.info("seed={}", seed);
    var counter = house.open(Region.US);
    var company = counter.company;
    company.preferences().customNumbers(true);
    var documents = new ArrayList<Document>();
    for (int n = 0; n < 1000; n++) {
      var cents = "%d.%02d".formatted(random.nextInt(500) + 1, random.nextInt(100));
      documents.add(Paper.of(company, "b" + n).mugs(1, cents, cents).receipt());
    }
    counter.plan(documents.toArray(Document[]::new));
    var began = house.time.instant();

    assertThat(counter.bring()).as("seed %d", seed).isEmpty();

    var counters = company.counters();
    assertThat(counters).as("seed %d", seed).doesNotContainKey("throttled");
    assertThat(company.documents()).hasSize(documents.size());
    var planned =
        documents.stream()
            .map(document -> document.total().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(counter.soldInBooks()).isEqualByComparingTo(planned);
    var minutes = Duration.between(began, house.time.instant()).toSeconds() / 60.0;
    LOG.info(
        "documents={} minutes={} requests={} batches={} share of the allowed rate={}%",
        documents.size(),
        minutes,
        counters.get("requests"),
        counters.get("batches"),
        Math.round(documents.size() / minutes / 5));
  }

  @Test
  void two_processes_stay_under_the_limits_together() {
    var realm = house.open(Region.US).realm;
    var governors = List.of(governor(), governor());
    var passed = new ArrayList<Passed>();
    for (int n = 0; n < 300; n++) {
      var request = random.nextInt(4) > 0 ? batch(realm) : Request.get(realm, "query", "");
      governors.get(random.nextInt(2)).pass(request);
      passed.add(new Passed(house.time.instant(), request));
    }

    assertStays(passed, Duration.ofMinutes(1), 500, Request::items);
    assertStays(passed, Duration.ofSeconds(1), 10, request -> 1);
    assertStays(passed, Duration.ofMinutes(1), 40, request -> request.isBatch() ? 1 : 0);
  }

  private Request batch(String realm) {
    var items = 4 + random.nextInt(27);
    return new Request(realm, "id", "POST", "batch", "", "", items, Map.of());
  }

  private static Governor governor() {
    return new Governor(
        house.bean(DataSource.class),
        house.db(),
        house.time,
        house.time,
        house.bean(QuickBooksSettings.class));
  }

  private void assertStays(
      List<Passed> passed, Duration window, int most, ToIntFunction<Request> weight) {
    for (var one : passed) {
      var end = one.at().plus(window);
      var sum =
          passed.stream()
              .filter(other -> !other.at().isBefore(one.at()) && other.at().isBefore(end))
              .mapToInt(other -> weight.applyAsInt(other.request()))
              .sum();
      assertThat(sum).as("from %s on, seed %d", one.at(), seed).isLessThanOrEqualTo(most);
    }
  }
}
