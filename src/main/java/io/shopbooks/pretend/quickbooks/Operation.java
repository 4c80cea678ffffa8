package io.shopbooks.pretend.quickbooks;

/** What a write does (`quickbooks-online.md` 2.3). */
enum Operation {
  CREATE,
  /** Every writable property that is not sent becomes empty. */
  UPDATE,
  /** Only what is sent changes. */
  SPARSE,
  DELETE,
  /** Amounts become zero, the document stays. */
  VOID;

  boolean isCreate() {
    return this == CREATE;
  }

  /** Whether it must bring every property that is required. */
  boolean isWhole() {
    return this == CREATE || this == UPDATE;
  }
}
