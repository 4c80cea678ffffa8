package io.shopbooks.ledger;

import java.time.LocalDate;

/** A span of days, both ends included. */
public record Days(LocalDate from, LocalDate until) {

  public Days {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(until + " is before " + from);
    }
  }
}
