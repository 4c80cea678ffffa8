package io.shopbooks.cli;

import io.shopbooks.ledger.Hold;

/** Puts into words why something is held and what to do about it. Terminals speak English. */
interface Reasons {

  /** What people read of a hold; the remedy may have several lines. */
  record Said(String why, String remedy) {}

  Said of(Hold hold);
}
