package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares an amount in proportion to weights, to the smallest unit of the books, so that the shares
 * add up to the amount: the largest remainders get the units that rounding down leaves.
 */
final class Shares {

  private Shares() {}

  /**
   * @param weights of one sign; if all are zero the first share gets everything
   */
  static List<Money> of(Money amount, List<BigDecimal> weights) {
    var all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (all.signum() == 0) {
      return IntStream.range(0, weights.size())
          .mapToObj(i -> i == 0 ? amount : Money.zero(amount.currency()))
          .toList();
    }
    var each =
        weights.stream()
            .map(weight -> amount.amount().multiply(weight).divide(all, MathContext.DECIMAL128))
            .toList();
    return rounded(amount, each);
  }

  /**
   * @param amounts of any sign, which add up to the amount but are not rounded
   */
  static List<Money> rounded(Money amount, List<BigDecimal> amounts) {
    var unit = Decimals.smallest(amount).amount();
    var units = amount.amount().divide(unit, 0, RoundingMode.UNNECESSARY);
    var exact = amounts.stream().map(each -> each.divide(unit, MathContext.DECIMAL128)).toList();
    var whole =
        new ArrayList<>(exact.stream().map(e -> e.setScale(0, RoundingMode.FLOOR)).toList());
    var left =
        units.subtract(whole.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).intValueExact();
    IntStream.range(0, exact.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> exact.get(i).subtract(whole.get(i))).reversed())
        .limit(left)
        .forEach(i -> whole.set(i, whole.get(i).add(BigDecimal.ONE)));
    return whole.stream().map(w -> new Money(w.multiply(unit), amount.currency())).toList();
  }
}
