package io.shopbooks.console;

import io.shopbooks.ledger.Hold;
import java.util.Locale;

/** Puts into words why something is held and what to do about it, in the reader's language. */
interface Reasons {

  /**
   * What people read of a hold.
   *
   * @param title in a few words
   * @param explanation with the facts; may be empty
   * @param remedy what to do, in words; may be empty
   * @param command as it is typed
   */
  record Said(String title, String explanation, String remedy, String command) {}

  Said of(Hold hold, Locale language);
}
