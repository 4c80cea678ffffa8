package io.shopbooks.books;

import io.shopbooks.sale.Money;

/**
 * What documents do to one account in one currency.
 *
 * @param account by the name people see
 * @param debit what is debited in all, never below zero; in the documents' currency
 * @param credit likewise, credited
 */
public record AccountEffect(String account, Money debit, Money credit) {

  public AccountEffect {
    if (debit.isNegative() || credit.isNegative()) {
      throw new IllegalArgumentException(account + ": a side below zero");
    }
  }
}
