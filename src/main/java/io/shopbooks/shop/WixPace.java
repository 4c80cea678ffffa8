package io.shopbooks.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** Keeps the calls to each site below what Wix allows in a minute (`wix.md` 7). */
final class WixPace {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int mostPerMinute;
  private final Clock clock;
  private final Pause pause;
  private final Map<String, ArrayDeque<Instant>> lately = new HashMap<>();

  WixPace(int mostPerMinute, Clock clock, Pause pause) {
    this.mostPerMinute = mostPerMinute;
    this.clock = clock;
    this.pause = pause;
  }

  /** Returns when one more call may go to this site, and counts it. */
  void await(String site) throws InterruptedException {
    for (var rest = taken(site); !rest.isZero(); rest = taken(site)) {
      pause.rest(rest);
    }
  }

  /** Zero if the call is counted; else how long there is none left. */
  private synchronized Duration taken(String site) {
    var calls = lately.computeIfAbsent(site, id -> new ArrayDeque<>());
    var now = clock.instant();
    while (!calls.isEmpty() && !calls.peekFirst().isAfter(now.minus(MINUTE))) {
      calls.removeFirst();
    }
    if (calls.size() < mostPerMinute) {
      calls.addLast(now);
      return Duration.ZERO;
    }
    return Duration.between(now, calls.peekFirst().plus(MINUTE)).plusMillis(1);
  }
}
