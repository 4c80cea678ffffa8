package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits coupons over the lines of a cart, in whole smallest units of what the shop shows: each
 * line gets its share rounded down, and what is left over goes unit by unit, dearest line first, as
 * often as the line has pieces (seen in every recorded order with a coupon).
 */
final class CouponSplit {

  private final int decimals;
  private final List<BigDecimal> entered;
  private final int[] quantities;
  private final long[] taken;
  private final int[] dearestFirst;

  /**
   * A cart before discounts.
   *
   * @param entered price times quantity of each line, with or without tax as the shop enters prices
   * @param quantities pieces of each line
   */
  CouponSplit(int decimals, List<BigDecimal> entered, List<Integer> quantities) {
    this.decimals = decimals;
    this.entered = List.copyOf(entered);
    this.quantities = quantities.stream().mapToInt(Integer::intValue).toArray();
    this.taken = new long[entered.size()];
    this.dearestFirst =
        IntStream.range(0, entered.size())
            .boxed()
            .sorted(Comparator.comparing(this::weight).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** What this coupon takes off each line; coupons see what the ones before them left. */
  List<BigDecimal> apply(Coupon coupon) {
    var before = taken.clone();
    if (coupon.isPercent()) {
      percent(coupon.amount());
    } else if (coupon.isForWholeCart()) {
      wholeCart(units(coupon.amount()));
    } else {
      perPiece(units(coupon.amount()));
    }
    var off = new ArrayList<BigDecimal>();
    for (var line = 0; line < taken.length; line++) {
      off.add(BigDecimal.valueOf(taken[line] - before[line], decimals));
    }
    return off;
  }

  private void percent(BigDecimal percent) {
    var fraction = percent.movePointLeft(2);
    var wanted = BigDecimal.ZERO;
    var given = 0L;
    for (var line : dearestFirst) {
      var price = BigDecimal.valueOf(units(entered.get(line)));
      var share = price.multiply(fraction);
      wanted = wanted.add(share);
      given += take(line, share.setScale(0, RoundingMode.DOWN).longValueExact());
    }
    // Half down: 10 % of 89.05 is 8.90 (recorded).
    spread(wanted.setScale(0, RoundingMode.HALF_DOWN).longValueExact() - given);
  }

  private void wholeCart(long amount) {
    var left = amount;
    while (left > 0) {
      var pieces = piecesWithPrice();
      if (pieces == 0) {
        return;
      }
      var each = left / pieces;
      if (each == 0) {
        spread(left);
        return;
      }
      left -= perPiece(each);
    }
  }

  private long perPiece(long each) {
    var given = 0L;
    for (var line : dearestFirst) {
      given += take(line, each * quantities[line]);
    }
    return given;
  }

  private void spread(long units) {
    var left = units;
    for (var line : dearestFirst) {
      for (var piece = 0; piece < quantities[line] && left > 0; piece++) {
        left -= take(line, 1);
      }
    }
  }

  private long take(int line, long wanted) {
    var possible = Math.min(wanted, priceLeft(line));
    taken[line] += possible;
    return possible;
  }

  private long priceLeft(int line) {
    return Math.max(0, units(entered.get(line)) - taken[line]);
  }

  private int piecesWithPrice() {
    return IntStream.range(0, taken.length)
        .filter(line -> priceLeft(line) > 0)
        .map(line -> quantities[line])
        .sum();
  }

  private BigDecimal weight(int line) {
    return entered.get(line).multiply(BigDecimal.valueOf(quantities[line]));
  }

  private long units(BigDecimal amount) {
    return amount.movePointRight(decimals).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
