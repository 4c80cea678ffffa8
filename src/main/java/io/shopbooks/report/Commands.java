package io.shopbooks.report;

/** Commands as people type them. */
final class Commands {

  private Commands() {}

  static String retry(String connection, String order) {
    return "shopbooks held retry " + quoted(connection) + " --order " + quoted(order);
  }

  static String retryAsNew(String connection, String order) {
    return retry(connection, order) + " --new";
  }

  static String products(String connection) {
    return "shopbooks unmatched " + quoted(connection);
  }

  static String stock(String connection) {
    return "shopbooks stock " + quoted(connection);
  }

  static String ignore(String connection, String order, String note) {
    return "shopbooks held ignore "
        + quoted(connection)
        + " --order "
        + quoted(order)
        + " --reason "
        + quoted(note);
  }

  static String connect(String connection) {
    return "shopbooks connect " + quoted(connection);
  }

  static String check(String connection) {
    return "shopbooks check " + quoted(connection);
  }

  static String sync(String connection) {
    return "shopbooks sync " + quoted(connection);
  }

  /** As one word of a command line, in Unix shells and on Windows. */
  private static String quoted(String word) {
    return word.matches("[\\w./-]+") ? word : '"' + word.replaceAll("[\"\\\\$`]", "\\\\$0") + '"';
  }
}
