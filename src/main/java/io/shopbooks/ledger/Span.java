package io.shopbooks.ledger;

import java.time.Instant;

/**
 * A stretch of time, after {@code since} and up to {@code until}: spans that meet share no moment,
 * so that nothing is told twice.
 */
public record Span(Instant since, Instant until) {

  public Span {
    if (until.isBefore(since)) {
      throw new IllegalArgumentException(until + " is before " + since);
    }
  }
}
