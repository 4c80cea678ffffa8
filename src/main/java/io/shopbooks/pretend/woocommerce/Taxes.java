package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Tax by rate, unrounded to six decimals, in the order the rates apply.
 *
 * @param byRate amounts by the id of their rate
 */
record Taxes(Map<Integer, BigDecimal> byRate) {

  static final Taxes NONE = new Taxes(Map.of());

  Taxes {
    byRate = Collections.unmodifiableMap(new LinkedHashMap<>(byRate));
  }

  Taxes plus(Taxes other) {
    var sum = new LinkedHashMap<>(byRate);
    other.byRate.forEach((rate, amount) -> sum.merge(rate, amount, BigDecimal::add));
    return new Taxes(sum);
  }

  Taxes minus(Taxes other) {
    return plus(other.each(BigDecimal::negate));
  }

  Taxes each(UnaryOperator<BigDecimal> change) {
    var changed = new LinkedHashMap<Integer, BigDecimal>();
    byRate.forEach((rate, amount) -> changed.put(rate, change.apply(amount)));
    return new Taxes(changed);
  }

  BigDecimal sum() {
    return byRate.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
