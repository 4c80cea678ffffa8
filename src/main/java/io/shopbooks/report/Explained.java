package io.shopbooks.report;

import java.util.Locale;

/** What accounts for a difference between shop and books. */
public enum Explained {
  /** A person must decide. */
  HELD,
  /** It is to be planned or sent, and nothing keeps it but time. */
  WAITING,
  /** It was sent, and nobody knows whether it arrived. */
  DOUBTFUL,
  /** A person left it out. */
  IGNORED,
  /** Not paid yet, of an order that goes to the books with each payment. */
  UNPAID,
  /** Received before the start date, of an order that goes to the books with each payment. */
  BEFORE_START,
  /** Refunds that the connection leaves to the bookkeeper. */
  BY_HAND,
  /** The books keep two decimals, the shop has more. */
  SMALLEST_UNIT,
  /** A person gave the document another total, or another tax, in QuickBooks. */
  CHANGED_IN_BOOKS,
  /** Of one day: the document has another date than the sale, because books were closed. */
  OTHER_DAY;

  /** As message keys write it: "by-hand". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
