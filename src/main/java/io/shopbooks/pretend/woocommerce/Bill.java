package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an order comes to (`woocommerce.md` 4 and 5). Rounded per line, everything adds up; rounded
 * at the subtotal, `total` and `total_tax` come from the unrounded sums and the parts may miss them
 * by a cent.
 */
record Bill(List<Priced> lines, List<Priced> shipping, List<Priced> fees, Rounding rounding) {

  BigDecimal discountTotal() {
    return rounding.amount(sum(lines.stream().map(line -> line.subtotal().subtract(line.total()))));
  }

  // From the unrounded taxes: 8.90 at 8.875 % is 0.79, though the lines' taxes differ by 0.78.
  BigDecimal discountTax() {
    return rounding.amount(
        sum(lines.stream().map(line -> line.subtotalTaxes().minus(line.totalTaxes()).sum())));
  }

  BigDecimal shippingTotal() {
    return rounding.amount(sum(shipping.stream().map(Priced::total)));
  }

  BigDecimal shippingTax() {
    return rounding.tax(rawTax(shipping.stream()));
  }

  BigDecimal cartTax() {
    return rounding.tax(rawTax(Stream.concat(lines.stream(), fees.stream())));
  }

  BigDecimal totalTax() {
    return rounding.tax(rawTax(everything()));
  }

  BigDecimal total() {
    var net = sum(everything().map(line -> rounding.ofLine(line.total())));
    return rounding.amount(net.add(rawTax(everything())));
  }

  /** Ids of the rates of this order, in the order they were met. */
  Set<Integer> rates() {
    var rates = new LinkedHashSet<Integer>();
    everything().forEach(line -> rates.addAll(line.totalTaxes().byRate().keySet()));
    return rates;
  }

  /** Tax of one rate on goods and fees. */
  BigDecimal taxOnGoods(int rate) {
    return ofRate(Stream.concat(lines.stream(), fees.stream()), rate);
  }

  /** Tax of one rate on shipping. */
  BigDecimal taxOnShipping(int rate) {
    return ofRate(shipping.stream(), rate);
  }

  private Stream<Priced> everything() {
    return Stream.of(lines, shipping, fees).flatMap(List::stream);
  }

  private BigDecimal ofRate(Stream<Priced> taxed, int rate) {
    return sum(
        taxed
            .map(line -> line.totalTaxes().byRate().getOrDefault(rate, BigDecimal.ZERO))
            .map(rounding::taxOfLine));
  }

  private BigDecimal rawTax(Stream<Priced> taxed) {
    return sum(taxed.map(line -> line.totalTax(rounding)));
  }

  private static BigDecimal sum(Stream<BigDecimal> amounts) {
    return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
