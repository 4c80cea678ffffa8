package io.shopbooks.console;

import java.util.List;
import java.util.Optional;

/**
 * The sign-in of a connection as its page shows it; dates and names are in the reader's form, what
 * is not known is empty.
 *
 * @param state a message word: "signed-in", "refused", "disconnected", "never"
 * @param realm QuickBooks' id of the company
 * @param until it ends then unless it is used before
 * @param hardUntil it ends then in any case
 * @param because in QuickBooks' or our words, in English
 * @param refused when QuickBooks first refused it
 * @param stops the other connections that carry to the same company
 * @param possible whether there is an app to sign in with
 * @param callback what the app must list as redirect address
 */
record QuickBooksCard(
    String name,
    String state,
    String company,
    String realm,
    String country,
    String currency,
    String plan,
    String since,
    String renewed,
    String until,
    String hardUntil,
    Optional<Ending> ending,
    String because,
    String refused,
    List<String> stops,
    boolean possible,
    String callback) {

  /**
   * An end that is near.
   *
   * @param word a message word: "for-good", "unused"
   * @param days in words
   */
  record Ending(String word, String date, String days) {}
}
