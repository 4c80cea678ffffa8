package io.shopbooks.pretend.quickbooks;

/**
 * What the fact sheet leaves open (`quickbooks-online.md` 14), each as one switch of a company. The
 * default is the stricter reading.
 */
public enum Assumption {
  /** Item lines below zero are refused with 2290; otherwise only the total must not be negative. */
  NEGATIVE_LINES_REFUSED(false),
  /** A document number that exists already is let through instead of refused with 6140. */
  DUPLICATE_NUMBERS_LET_THROUGH(false),
  /** A repeated requestid is answered with fault 600 instead of the stored answer. */
  REPEATED_REQUEST_ANSWERS_600(false),
  /** A batch repeated with its requestid answers 6000 per item instead of the stored answer. */
  REPEATED_BATCH_ANSWERS_6000(false),
  /** The stored answer of a repeated requestid may be a refusal, which is then given again. */
  REFUSALS_ARE_REPLAYED(true),
  /** Each item of a batch counts toward the 500 requests per minute. */
  BATCH_ITEMS_COUNT_SINGLY(true),
  /** Characters outside Latin-1 are refused with 2040 in American companies. */
  AMERICANS_REFUSE_BEYOND_LATIN_1(true),
  /** A sales receipt needs a customer. */
  RECEIPTS_NEED_CUSTOMERS(true),
  /** Automated tax honours TotalTax only beside a TxnTaxCodeRef. */
  TOTAL_TAX_NEEDS_CODE(false),
  /** Automated tax honours no TotalTax at all (a preference of the company). */
  TOTAL_TAX_FORBIDDEN(false),
  /** Automated tax honours a TotalTax of zero on taxable lines. */
  ZERO_TOTAL_TAX_HONOURED(false),
  /** A changed quantity on hand moves the item's LastUpdatedTime. */
  QUANTITY_MOVES_UPDATE_TIME(false),
  /** A refusal for closed books is 6210 (closed with a password) instead of 6200. */
  BOOKS_CLOSED_WITH_PASSWORD(false);

  private final boolean byDefault;

  Assumption(boolean byDefault) {
    this.byDefault = byDefault;
  }

  boolean byDefault() {
    return byDefault;
  }
}
