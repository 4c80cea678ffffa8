package io.shopbooks.books;

import io.shopbooks.sale.Money;

/**
 * The decimals the books keep: the currency's, but never more than two (DESIGN 9). What a currency
 * with three decimals loses by it is a named difference.
 */
final class Decimals {

  private static final int MOST = 2;

  private Decimals() {}

  static Money inBooks(Money exact) {
    return exact.rounded(Math.min(MOST, exact.decimals()));
  }

  /** The smallest amount the books can hold: 0.01, or 1 for yen. */
  static Money smallest(Money like) {
    var decimals = Math.min(MOST, like.decimals());
    return new Money(java.math.BigDecimal.ONE.movePointLeft(decimals), like.currency());
  }
}
