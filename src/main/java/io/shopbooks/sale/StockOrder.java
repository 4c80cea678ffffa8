package io.shopbooks.sale;

import java.math.BigDecimal;

/**
 * A quantity the shop is to have from now on.
 *
 * @param product the shop's id, "12/34" of a variation
 * @param before what the shop had when it was decided upon
 * @param quantity whole, absolute
 * @param stale whether what the shop had was read some minutes ago, so that it is to be looked at
 *     again before
 */
public record StockOrder(String product, BigDecimal before, BigDecimal quantity, boolean stale) {

  public StockOrder {
    if (quantity.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException("Shops count whole pieces, not " + quantity);
    }
  }
}
