package io.shopbooks.pretend.wix;

/** What sites do differently, each switched on by itself. */
public enum Habit {
  /** Deprecated fields stand beside the new ones (3.2, 8). */
  DEPRECATED_FIELDS,
  /** Payments have only the old status, in their regularPaymentDetails (3.2). */
  OLD_PAYMENT_STATUS,
  /** The total of an order is called totalPrice, as in old samples (2.3). */
  OLD_TOTAL,
  /** Orders and payments carry values that no list names (2.3). */
  UNKNOWN_VALUES,
  /** Cashier rows lack whatever can be missing (4.1). */
  SPARSE_ROWS,
  /** Refunded cashier rows stay APPROVED (4.1). */
  REFUNDED_STAYS_APPROVED,
  /** Every webhook arrives twice (5). */
  TELLS_TWICE,
  /** Webhooks arrive newest first (5). */
  TELLS_BACKWARDS,
  /** Entities in webhooks are strings of JSON with names that end in AsJson (5). */
  TELLS_AS_TEXT,
  /** Entities in webhooks are incomplete (5). */
  TELLS_PARTLY
}
