package io.shopbooks.pretend.quickbooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Rolling counts against the documented limits of one company (`quickbooks-online.md` 5). A refused
 * request counts nowhere.
 */
final class Limits {

  /** A limit: so many in so long. */
  enum Limit {
    /** Requests, and items of batches if they count singly. */
    REQUESTS(500, Duration.ofMinutes(1)),
    BURST(10, Duration.ofSeconds(1)),
    BATCHES(40, Duration.ofMinutes(1));

    private final int most;
    private final Duration window;

    Limit(int most, Duration window) {
      this.most = most;
      this.window = window;
    }
  }

  /** The longest a request may take. */
  static final Duration WALL = Duration.ofSeconds(120);

  private final Map<Limit, Deque<Instant>> used = new EnumMap<>(Limit.class);
  private boolean enforced = true;
  private FaultShape shape = FaultShape.GATEWAY_XML;

  synchronized void enforce(boolean on) {
    enforced = on;
  }

  synchronized boolean isEnforced() {
    return enforced;
  }

  synchronized FaultShape shape() {
    return shape;
  }

  synchronized void shape(FaultShape wanted) {
    shape = wanted;
  }

  /**
   * Takes what a request uses, all of it or nothing.
   *
   * @param amounts how much of each limit
   * @return false if one limit would be exceeded
   */
  synchronized boolean take(Map<Limit, Integer> amounts, Instant now) {
    if (!enforced) {
      return true;
    }
    for (var amount : amounts.entrySet()) {
      var times = used.computeIfAbsent(amount.getKey(), limit -> new ArrayDeque<>());
      while (!times.isEmpty() && !times.peek().plus(amount.getKey().window).isAfter(now)) {
        times.poll();
      }
      if (times.size() + amount.getValue() > amount.getKey().most) {
        return false;
      }
    }
    amounts.forEach((limit, count) -> fill(used.get(limit), count, now));
    return true;
  }

  private static void fill(Deque<Instant> times, int count, Instant now) {
    for (int i = 0; i < count; i++) {
      times.add(now);
    }
  }
}
