package io.shopbooks.books;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.TaxShare;
import java.math.BigDecimal;
import java.util.List;

/**
 * A line to be, before its tax code is known.
 *
 * @param quantity one where the shop counts nothing
 * @param amount net, in the decimals of the books
 * @param tax what the shop charges on it; exact
 * @param taxes how the shop's rates share that tax; empty: untaxed
 * @param source the shop's id of the line or charge; empty where it stands for several
 */
record Part(
    LineRole role,
    LineItem item,
    String text,
    BigDecimal quantity,
    Money amount,
    Money tax,
    List<TaxShare> taxes,
    String source) {

  /** A part that no tax is on: the rounding line, a tax line, a gift card. */
  static Part untaxed(LineRole role, LineItem item, String text, Money amount) {
    var none = Money.zero(amount.currency());
    return new Part(role, item, text, BigDecimal.ONE, amount, none, List.of(), "");
  }

  boolean isTaxed() {
    return !taxes.isEmpty();
  }

  Part withAmount(Money changed) {
    return new Part(role, item, text, quantity, changed, tax, taxes, source);
  }
}
