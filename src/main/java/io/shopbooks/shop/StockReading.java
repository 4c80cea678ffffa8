package io.shopbooks.shop;

import io.shopbooks.sale.StockLevel;
import java.time.Instant;
import java.util.List;

/**
 * What one round of reading found of the shop's stock.
 *
 * @param whole whether it is all of it
 * @param cursor the shop's own time when the round began
 */
public record StockReading(List<StockLevel> levels, boolean whole, Instant cursor) {

  public StockReading {
    levels = List.copyOf(levels);
  }
}
