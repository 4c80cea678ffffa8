package io.shopbooks.pretend.woocommerce;

/** Reads ids from addresses. */
final class Ids {

  private Ids() {}

  /** The number; -1, which nothing has, if it is too large to be an id. */
  static int of(String digits) {
    return digits.length() > 9 ? -1 : Integer.parseInt(digits);
  }
}
