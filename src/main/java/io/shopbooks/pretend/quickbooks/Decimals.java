package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** The one place where decimals are given up: 2 per amount, 0 where the currency has no cents. */
final class Decimals {

  private Decimals() {}

  /** QuickBooks keeps two decimals at most, also for currencies with three. */
  static int of(String currency) {
    return Math.min(2, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
  }

  static BigDecimal round(BigDecimal amount, String currency) {
    return amount.setScale(of(currency), RoundingMode.HALF_UP);
  }

  /** The smallest amount of the currency: 0.01 or 1. */
  static BigDecimal unit(String currency) {
    return BigDecimal.ONE.movePointLeft(of(currency));
  }
}
