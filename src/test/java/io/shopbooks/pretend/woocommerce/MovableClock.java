package io.shopbooks.pretend.woocommerce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
final class MovableClock extends Clock {

  private Instant now;

  private MovableClock(Instant now) {
    this.now = now;
  }

  static MovableClock at(String instant) {
    return new MovableClock(Instant.parse(instant));
  }

  synchronized void moves(Duration by) {
    now = now.plus(by);
  }

  void movesSeconds(int seconds) {
    moves(Duration.ofSeconds(seconds));
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
    return this;
  }
}
