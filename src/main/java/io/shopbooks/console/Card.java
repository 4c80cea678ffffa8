package io.shopbooks.console;

import io.shopbooks.report.Remedy;
import java.util.List;
import java.util.Optional;

/**
 * One connection as the first page shows it; every text but the words of messages is written for
 * the reader.
 *
 * @param company QuickBooks' id; empty until one was chosen
 * @param signIn a message word: "signed-in", "signed-out", "never"
 * @param signInUntil empty unless signed in
 * @param signInBecause why a person must sign in again; may be empty
 * @param lastRun when it ended, or began if it did not end; empty if there was none
 * @param runs whether it runs now
 * @param trouble absent if there was none
 * @param nextRun empty: on demand only
 * @param zone which zone the times are of, in a sentence
 */
record Card(
    String name,
    String shop,
    String company,
    String signIn,
    String signInUntil,
    String signInBecause,
    String lastRun,
    boolean runs,
    Optional<Trouble> trouble,
    String nextRun,
    String zone,
    List<Sum> sums,
    List<Product> products,
    List<Newest> newest) {

  /**
   * @param state a message word: "in-books"
   */
  record Sum(String state, String count, List<String> amounts) {}

  /**
   * A product that is sold under the default item.
   *
   * @param sku may be empty
   * @param sales how many it is on, in words
   */
  record Product(String name, String sku, String sales, String money) {}

  /**
   * @param quickbooksId empty while it is not in the books
   */
  record Newest(
      String order,
      String kind,
      String number,
      String date,
      String money,
      String state,
      String quickbooksId) {}

  /**
   * What went wrong with a run as a whole.
   *
   * @param detail in English
   */
  record Trouble(String title, String explanation, String detail, Remedy remedy) {}
}
