package io.shopbooks.quickbooks;

import io.shopbooks.books.Due;
import java.time.Duration;

/**
 * How often a document goes again by itself, and how long it waits before: twice as long each time,
 * so that an hour of trouble at QuickBooks does not hold everything that was due in it.
 */
final class Patience {

  private static final int TRIES = 6;
  private static final Duration FIRST = Duration.ofMinutes(1);

  private Patience() {}

  /** Whether a person must look at it now. */
  static boolean isOver(Due due) {
    return due.tries() >= TRIES;
  }

  /** One minute, two, four …, of an attempt that failed for the first time, the second … */
  static Duration delay(int failures) {
    return FIRST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), TRIES));
  }
}
