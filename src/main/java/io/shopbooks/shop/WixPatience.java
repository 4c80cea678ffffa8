package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.shop.WixSale.Joined;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** How long order and payment may miss each other (DESIGN 7). */
record WixPatience(Clock clock) {

  private static final Duration A_DAY = Duration.ofHours(24);

  /** An order may be made by its first payment, and is seen by a search still later (2.2, 4.6). */
  private static final Duration A_WHILE = Duration.ofMinutes(15);

  private static final Duration TWO_MONTHS = Duration.ofDays(60);
  private static final Set<String> ATTEMPTS = Set.of("INITIALIZED", "IN_PROCESS", "PENDING_BUYER");

  Instant now() {
    return clock.instant();
  }

  boolean isOverdue(Instant since) {
    return since.plus(A_DAY).isBefore(now());
  }

  /** Whether an order that is not there may only be late. */
  boolean mayBeLate(Instant since) {
    return !since.plus(A_WHILE).isBefore(now());
  }

  /**
   * What is told whole of this row; somebody who began to pay and did not in two months, left. The
   * cashier tells if it is paid after all.
   */
  Joined whole(JsonNode row) {
    return ATTEMPTS.contains(row.path("status").asText())
            && WixRow.created(row).plus(TWO_MONTHS).isBefore(now())
        ? Joined.ABANDONED
        : Joined.WHOLE;
  }

  /** One tells of a payment since then, and the other does not. */
  Joined missing(Instant since) {
    return isOverdue(since) ? Joined.OVERDUE : Joined.WAITING;
  }
}
