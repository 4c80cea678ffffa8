package io.shopbooks.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until somebody rests; the rests are kept. */
final class TestClock extends Clock implements Pause {

  final List<Duration> rests = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");

  @Override
  public void rest(Duration time) {
    rests.add(time);
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
