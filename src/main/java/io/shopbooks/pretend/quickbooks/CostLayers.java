package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Deque;

/** What goods on hand have cost, oldest first. Costs are rounded to the home currency. */
final class CostLayers {

  private final String currency;
  private final Deque<Layer> layers = new ArrayDeque<>();
  private BigDecimal missing = BigDecimal.ZERO;
  private BigDecimal lastUnitCost;

  CostLayers(String currency, BigDecimal expectedUnitCost) {
    this.currency = currency;
    this.lastUnitCost = expectedUnitCost;
  }

  private record Layer(BigDecimal quantity, BigDecimal cost) {

    BigDecimal costOf(BigDecimal part) {
      return cost.multiply(part).divide(quantity, MathContext.DECIMAL64);
    }
  }

  /** Goods come in at this cost; what was sold before it was there is taken out at once. */
  BigDecimal in(BigDecimal quantity, BigDecimal cost) {
    var layer = new Layer(quantity, cost);
    var early = missing.min(quantity);
    missing = missing.subtract(early);
    if (quantity.compareTo(early) > 0) {
      var left = Decimals.round(cost.subtract(layer.costOf(early)), currency);
      layers.addLast(new Layer(quantity.subtract(early), left));
    }
    return cost;
  }

  /** Sold goods come back at the cost they last went out with. */
  BigDecimal back(BigDecimal quantity) {
    return in(quantity, Decimals.round(lastUnitCost.multiply(quantity), currency));
  }

  /** Goods go out; tells their cost. Goods that are not there go at the last known cost. */
  BigDecimal out(BigDecimal quantity) {
    var left = quantity;
    var cost = BigDecimal.ZERO;
    while (left.signum() > 0 && !layers.isEmpty()) {
      var layer = layers.pollFirst();
      var part = left.min(layer.quantity());
      var partCost =
          part.compareTo(layer.quantity()) == 0
              ? layer.cost()
              : Decimals.round(layer.costOf(part), currency);
      if (layer.quantity().compareTo(part) > 0) {
        layers.addFirst(
            new Layer(layer.quantity().subtract(part), layer.cost().subtract(partCost)));
      }
      lastUnitCost = partCost.divide(part, MathContext.DECIMAL64);
      cost = cost.add(partCost);
      left = left.subtract(part);
    }
    missing = missing.add(left);
    return cost.add(Decimals.round(lastUnitCost.multiply(left), currency));
  }
}
