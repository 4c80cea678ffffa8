package io.shopbooks.sale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in a currency. The amount keeps every decimal it was read with; {@link
 * #rounded()} is the one place where decimals are given up.
 *
 * <p>Two amounts are equal when they are worth the same: 1.5 and 1.50 are one amount.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  public Money {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
  }

  /**
   * Reads an amount as a shop writes it ("28.28", "-4").
   *
   * @throws NumberFormatException if the text is no decimal number
   */
  public static Money of(String text, Currency currency) {
    return new Money(new BigDecimal(text.strip()), currency);
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The sum of the amounts, which may be none: then zero of that currency. */
  public static Money sum(Collection<Money> amounts, Currency currency) {
    return amounts.stream().reduce(zero(currency), Money::plus);
  }

  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  public Money absolute() {
    return new Money(amount.abs(), currency);
  }

  /** The exact product; nothing is rounded. */
  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  /**
   * To the smallest unit of the currency, halves away from zero: what WooCommerce shows and
   * QuickBooks stores (`woocommerce.md` 5, `quickbooks-online.md` 7.3).
   */
  public Money rounded() {
    return rounded(decimals());
  }

  /** To so many decimals, halves away from zero. */
  public Money rounded(int decimals) {
    return new Money(amount.setScale(decimals, RoundingMode.HALF_UP), currency);
  }

  /** Decimals of the currency's smallest unit: 2 for USD, 0 for JPY, 3 for KWD. */
  public int decimals() {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isMoreThan(Money other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money money
        && currency.equals(money.currency)
        && amount.compareTo(money.amount) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(amount.stripTrailingZeros(), currency);
  }

  /** For people and logs: "28.28 USD". */
  @Override
  public String toString() {
    return text() + " " + currency.getCurrencyCode();
  }

  /** The amount with at least the currency's decimals, without exponent: "28.28". */
  public String text() {
    var plain = amount.scale() < decimals() ? amount.setScale(decimals()) : amount;
    return plain.toPlainString();
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot compare or add " + other + " to " + this);
    }
    return other;
  }
}
