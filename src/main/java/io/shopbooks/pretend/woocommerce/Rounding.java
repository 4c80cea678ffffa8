package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a shop rounds (`woocommerce.md` 5).
 *
 * @param decimals the decimals the shop shows, a setting of the merchant
 * @param pricesIncludeTax then net goes half up and tax half down, so that both make the price
 * @param taxAtSubtotal whether tax is rounded once per order; otherwise per line and rate
 */
record Rounding(int decimals, boolean pricesIncludeTax, boolean taxAtSubtotal) {

  Rounding {
    if (decimals < 0 || decimals > Amounts.KEPT_DECIMALS) {
      throw new IllegalArgumentException("No shop shows " + decimals + " decimals");
    }
  }

  /** An amount as the shop counts it. */
  BigDecimal amount(BigDecimal raw) {
    return raw.setScale(decimals, RoundingMode.HALF_UP);
  }

  /** A tax as the shop counts it. */
  BigDecimal tax(BigDecimal raw) {
    return raw.setScale(decimals, pricesIncludeTax ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
  }

  /** What an amount of a line adds to the order's total. */
  BigDecimal ofLine(BigDecimal raw) {
    return taxAtSubtotal ? raw : amount(raw);
  }

  /** What a line's tax of one rate adds to the order's tax. */
  BigDecimal taxOfLine(BigDecimal raw) {
    return taxAtSubtotal ? raw : tax(raw);
  }
}
