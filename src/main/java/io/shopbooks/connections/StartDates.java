package io.shopbooks.connections;

import io.shopbooks.sale.ShopId;
import java.time.LocalDate;

/** From which day a shop is carried whose file does not say it. */
@FunctionalInterface
interface StartDates {

  /**
   * The day kept for this shop.
   *
   * @param proposed kept if there is none yet
   */
  LocalDate of(ShopId shop, LocalDate proposed);
}
