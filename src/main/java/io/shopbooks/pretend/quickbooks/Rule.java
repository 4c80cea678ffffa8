package io.shopbooks.pretend.quickbooks;

/** One family of business rules. */
@FunctionalInterface
interface Rule {

  /** Adds what is wrong to the draft's problems. */
  void check(Draft draft);
}
