package io.shopbooks.quickbooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when somebody waits for it; those who wait at once wait together. */
final class SimulatedTime extends Clock implements Waiting {

  private Instant now = Instant.parse("2026-11-22T14:00:00Z");

  @Override
  public void await(Duration time) {
    goOnTo(instant().plus(time));
  }

  synchronized void goOnTo(Instant moment) {
    if (moment.isAfter(now)) {
      now = moment;
    }
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Zones belong to connections");
  }
}
