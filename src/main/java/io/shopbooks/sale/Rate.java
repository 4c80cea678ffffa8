package io.shopbooks.sale;

import java.math.BigDecimal;

/**
 * A tax rate of the order, as it was when the order was placed.
 *
 * @param id the shop's; the rate may have been changed or deleted since
 * @param percent 4.875 for 4.875 %
 * @param compound counted on the net amount plus the taxes before it
 * @param goods its tax on lines and fees
 * @param shipping its tax on shipping
 */
public record Rate(
    String id, String label, BigDecimal percent, boolean compound, Money goods, Money shipping) {

  public Money tax() {
    return goods.plus(shipping);
  }
}
