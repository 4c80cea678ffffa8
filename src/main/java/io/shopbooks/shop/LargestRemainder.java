package io.shopbooks.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares an amount in whole smallest units so that the shares add up to it. */
final class LargestRemainder {

  private static final int EXACT = 20;

  private LargestRemainder() {}

  /**
   * @param whole of any sign; what lies below the smallest unit goes to the first share
   * @param weights none below zero counts
   */
  static List<BigDecimal> shares(BigDecimal whole, List<BigDecimal> weights, int decimals) {
    var positive = weights.stream().map(weight -> weight.max(BigDecimal.ZERO)).toList();
    var sum = positive.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var exact =
        IntStream.range(0, weights.size())
            .mapToObj(
                i ->
                    sum.signum() == 0
                        ? i == 0 ? whole : BigDecimal.ZERO
                        : whole.multiply(positive.get(i)).divide(sum, EXACT, RoundingMode.DOWN))
            .toList();
    var shares =
        new ArrayList<>(exact.stream().map(e -> e.setScale(decimals, RoundingMode.DOWN)).toList());
    var unit = BigDecimal.ONE.movePointLeft(decimals);
    var rest = whole.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    var byRemainder =
        IntStream.range(0, shares.size())
            .boxed()
            .sorted(Comparator.comparing(i -> exact.get(i).subtract(shares.get(i)).abs().negate()))
            .toList();
    for (var i : byRemainder) {
      if (rest.abs().compareTo(unit) < 0) {
        break;
      }
      var step = unit.multiply(BigDecimal.valueOf(rest.signum()));
      shares.set(i, shares.get(i).add(step));
      rest = rest.subtract(step);
    }
    if (rest.signum() != 0) {
      shares.set(0, shares.get(0).add(rest));
    }
    return shares;
  }
}
