package io.shopbooks.pretend.wix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an order costs (`wix.md` 2.3): the coupon is spread over the lines, and tax is rounded per
 * line.
 *
 * @param subtotal prices times quantities; gross where prices contain the tax (8)
 * @param shipping as charged; {@code fees} likewise
 */
record Bill(
    List<Line> lines,
    BigDecimal subtotal,
    Part shipping,
    List<Part> fees,
    BigDecimal discount,
    BigDecimal tax,
    BigDecimal total) {

  /** A line with its share of the coupon. */
  record Line(NewLine line, BigDecimal discount, Part part) {}

  /** An amount before tax, its tax and both together. */
  record Part(BigDecimal before, BigDecimal tax, BigDecimal after) {}

  static Bill of(NewOrder order, String currency) {
    var sums = order.lines.stream().map(Bill::sum).toList();
    var subtotal = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var lines = new ArrayList<Line>();
    var spread = BigDecimal.ZERO;
    var reached = BigDecimal.ZERO;
    for (var i = 0; i < sums.size(); i++) {
      var line = order.lines.get(i);
      reached = reached.add(sums.get(i));
      // Rounding what was spread so far makes the shares add up to the coupon.
      var share = share(order.discount, reached, subtotal, currency).subtract(spread);
      spread = spread.add(share);
      var rate = line.taxed() ? order.taxRate : BigDecimal.ZERO;
      lines.add(new Line(line, share, part(sums.get(i).subtract(share), rate, order, currency)));
    }
    var shippingPrice = order.shipping == null ? BigDecimal.ZERO : order.shipping;
    var shipping = part(shippingPrice, order.taxRate, order, currency);
    // Tips and fees are not taxed here.
    var fees =
        order.fees.stream()
            .map(fee -> part(fee.price(), BigDecimal.ZERO, order, currency))
            .toList();
    var parts = new ArrayList<Part>(fees);
    parts.add(shipping);
    lines.forEach(line -> parts.add(line.part()));
    var tax = parts.stream().map(Part::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
    var total = parts.stream().map(Part::after).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Bill(lines, subtotal, shipping, fees, order.discount, tax, total);
  }

  private static BigDecimal sum(NewLine line) {
    return line.price().multiply(BigDecimal.valueOf(line.quantity()));
  }

  private static BigDecimal share(
      BigDecimal discount, BigDecimal reached, BigDecimal subtotal, String currency) {
    return subtotal.signum() == 0
        ? BigDecimal.ZERO
        : discount
            .multiply(reached)
            .divide(subtotal, Amounts.decimals(currency), RoundingMode.HALF_UP);
  }

  private static Part part(BigDecimal amount, BigDecimal rate, NewOrder order, String currency) {
    if (!order.taxIncluded) {
      var tax = Amounts.rounded(amount.multiply(rate), currency);
      return new Part(amount, tax, amount.add(tax));
    }
    var one = BigDecimal.ONE.add(rate);
    var net = amount.divide(one, Amounts.decimals(currency), RoundingMode.HALF_UP);
    return new Part(net, amount.subtract(net), amount);
  }
}
