package io.shopbooks.shop;

import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import java.util.Optional;

/** Whether a quantity may be written over what the shop has by now. */
final class Overwriting {

  private Overwriting() {}

  /** What becomes of a quantity without writing it; empty if it is to be written. */
  static Optional<StockAnswer> settled(StockOrder order, Optional<StockLevel> there) {
    var product = order.product();
    if (there.isEmpty()) {
      return Optional.of(StockAnswer.gone(product));
    }
    var quantity = there.get().quantity();
    if (quantity.isEmpty()) {
      return Optional.of(StockAnswer.notCounted(product));
    }
    if (quantity.get().compareTo(order.quantity()) == 0) {
      return Optional.of(StockAnswer.written(product, quantity.get()));
    }
    return quantity.get().compareTo(order.before()) == 0
        ? Optional.empty()
        : Optional.of(StockAnswer.moved(product, quantity.get()));
  }
}
