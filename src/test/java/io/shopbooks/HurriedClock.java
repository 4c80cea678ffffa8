package io.shopbooks;

import io.shopbooks.quickbooks.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Time as it is, and ahead of it by all that was waited for QuickBooks' limits, so that nobody
 * really waits. Those who wait at once wait together.
 */
public final class HurriedClock extends Clock implements Waiting {

  private final Clock real;
  private Duration ahead = Duration.ZERO;

  public HurriedClock() {
    this(Clock.systemUTC());
  }

  private HurriedClock(Clock real) {
    this.real = real;
  }

  @Override
  public void await(Duration time) {
    goOnTo(instant().plus(time));
  }

  private synchronized void goOnTo(Instant moment) {
    var missing = Duration.between(instant(), moment);
    if (!missing.isNegative()) {
      ahead = ahead.plus(missing);
    }
  }

  @Override
  public synchronized Instant instant() {
    return real.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
