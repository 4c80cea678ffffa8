package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.pretend.wix.NewOrder;
import io.shopbooks.pretend.wix.WixSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The limit of 200 calls a minute is stayed below, not met. */
class WixPaceTest {

  private final TestClock clock = new TestClock();

  @Test
  void in_no_minute_go_more_calls_than_allowed() throws Exception {
    var seed = System.nanoTime();
    var random = new Random(seed);
    var pace = new WixPace(150, clock, clock);
    var sent = new ArrayList<Instant>();

    for (var call = 0; call < 2_000; call++) {
      pace.await("a site");
      sent.add(clock.instant());
      clock.rest(Duration.ofMillis(random.nextInt(300)));
    }

    for (var call = 150; call < sent.size(); call++) {
      assertThat(Duration.between(sent.get(call - 150), sent.get(call)))
          .as("call %d, seed %d", call, seed)
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void one_site_does_not_wait_for_another() throws Exception {
    var pace = new WixPace(1, clock, clock);

    pace.await("a site");
    pace.await("another site");
    assertThat(clock.rests).isEmpty();

    pace.await("a site");
    assertThat(clock.rests).hasSize(1);
  }

  @Test
  void a_site_that_counts_is_read_without_one_refusal() {
    try (var desk = WixDesk.of(WixSite.us().limitedTo(40))) {
      desk.wix.sells(NewOrder.anOrder().of("Hat", "10"));
      var shops =
          WixDesk.shops(
              desk.server.address("/wix"), desk.clock, Map.of("wix-calls-per-minute", "30"));

      // From January to now in slices of a week are some hundred calls.
      assertThat(Asker.take(shops.changes(desk.connection(), Optional.empty()))).hasSize(1);

      assertThat(desk.clock.rests).as("waits before the limit").isNotEmpty();
      assertThat(List.copyOf(desk.clock.rests))
          .as("no pause of two seconds, which is what a refusal takes")
          .doesNotContain(Duration.ofSeconds(2));
    }
  }
}
