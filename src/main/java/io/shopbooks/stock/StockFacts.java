package io.shopbooks.stock;

import io.shopbooks.books.OnHand;
import io.shopbooks.sale.StockLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one stock of the shop before it is decided about.
 *
 * @param items what QuickBooks has of what is sold from it
 * @param pending pieces of those items that any shop has sold and QuickBooks did not know when it
 *     was asked
 * @param taken pieces that this shop's orders have ever taken from this stock
 * @param late the part of them in orders made about when the stock was written last
 * @param before what was remembered; absent of a stock that was never agreed upon
 * @param begun whether quantities may be written to this shop at all
 */
record StockFacts(
    StockLevel level,
    List<OnHand> items,
    BigDecimal pending,
    BigDecimal taken,
    BigDecimal late,
    Optional<Before> before,
    boolean begun) {

  List<String> itemIds() {
    return items.stream().map(item -> item.item().id()).sorted().toList();
  }
}
