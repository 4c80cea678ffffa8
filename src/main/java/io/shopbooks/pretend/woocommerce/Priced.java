package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;

/**
 * A line with its amounts, net and as they are kept.
 *
 * @param subtotal before discounts
 * @param total after discounts
 * @param subtotalTaxes tax of the subtotal
 * @param totalTaxes tax of the total
 */
record Priced(BigDecimal subtotal, BigDecimal total, Taxes subtotalTaxes, Taxes totalTaxes) {

  Priced {
    subtotal = Amounts.kept(subtotal);
    total = Amounts.kept(total);
  }

  /** A line of net amounts, taxed on top. */
  static Priced net(BigDecimal subtotal, BigDecimal total, Rates rates) {
    return new Priced(subtotal, total, rates.on(subtotal), rates.on(total));
  }

  /** A line of amounts that contain their tax. */
  static Priced gross(BigDecimal subtotal, BigDecimal total, Rates rates) {
    var subtotalTaxes = rates.within(subtotal);
    var totalTaxes = rates.within(total);
    return new Priced(
        subtotal.subtract(subtotalTaxes.sum()),
        total.subtract(totalTaxes.sum()),
        subtotalTaxes,
        totalTaxes);
  }

  /** A charge without discount: shipping, or a fee. */
  static Priced charge(BigDecimal net, Taxes taxes) {
    return new Priced(net, net, taxes, taxes);
  }

  BigDecimal totalTax(Rounding rounding) {
    return totalTaxes.each(rounding::taxOfLine).sum();
  }
}
