package io.shopbooks.cli;

import io.shopbooks.sale.Money;

/** Amounts as machines get them: the currency's decimals, more only if they count. */
final class Amounts {

  private Amounts() {}

  /** "28.28". */
  static String number(Money money) {
    return new Money(money.amount().stripTrailingZeros(), money.currency()).text();
  }
}
