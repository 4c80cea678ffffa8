package io.shopbooks.shop;

import io.shopbooks.shop.WixSale.Joined;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long order and payment may miss each other (DESIGN 7). */
record WixPatience(Clock clock) {

  private static final Duration A_DAY = Duration.ofHours(24);

  Instant now() {
    return clock.instant();
  }

  boolean isOverdue(Instant since) {
    return since.plus(A_DAY).isBefore(now());
  }

  /** One tells of a payment since then, and the other does not. */
  Joined missing(Instant since) {
    return isOverdue(since) ? Joined.OVERDUE : Joined.WAITING;
  }
}
