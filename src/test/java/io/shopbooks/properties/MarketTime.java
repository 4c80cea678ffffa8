package io.shopbooks.properties;

import io.shopbooks.quickbooks.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** One time for shops, companies and the application; who waits for it makes it pass at once. */
final class MarketTime extends Clock implements Waiting {

  private static final Instant OPENING = Instant.parse("2026-11-22T09:00:00Z");

  private final long opened = System.nanoTime();
  private Duration waited = Duration.ZERO;

  @Override
  public synchronized void await(Duration time) {
    waited = waited.plus(time);
  }

  @Override
  public synchronized Instant instant() {
    return OPENING.plusNanos(System.nanoTime() - opened).plus(waited);
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
