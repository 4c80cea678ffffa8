package io.shopbooks.pretend.wix;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** So many calls in any minute, by the site's clock (`wix.md` 7). */
final class Limit {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Clock clock;
  private final int perMinute;
  private final ArrayDeque<Instant> lately = new ArrayDeque<>();

  Limit(Clock clock, int perMinute) {
    this.clock = clock;
    this.perMinute = perMinute;
  }

  /**
   * Counts a call.
   *
   * @throws Refusal 429, without a word on how long to wait
   */
  synchronized void count() {
    if (perMinute == 0) {
      return;
    }
    var now = clock.instant();
    while (!lately.isEmpty() && !lately.peekFirst().isAfter(now.minus(MINUTE))) {
      lately.removeFirst();
    }
    if (lately.size() >= perMinute) {
      throw Refusal.of(429, "Resource exhausted");
    }
    lately.addLast(now);
  }
}
