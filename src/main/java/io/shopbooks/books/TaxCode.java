package io.shopbooks.books;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** A sales tax code of the company with the rates it is made of, in QuickBooks' order. */
public record TaxCode(Ref ref, List<Rate> rates) {

  /**
   * @param percent 9.975 for 9.975 %
   * @param onTax whether it is counted on the net amount plus the taxes before it
   */
  public record Rate(Ref ref, BigDecimal percent, boolean onTax) {}

  public TaxCode {
    rates = List.copyOf(rates);
  }

  public String name() {
    return ref.name();
  }

  /** Whether it is made of these percentages and no others. */
  boolean isMadeOf(List<BigDecimal> percents) {
    var own = rates.stream().map(Rate::percent).sorted().toList();
    var others = percents.stream().sorted().toList();
    return own.size() == others.size()
        && IntStream.range(0, own.size()).allMatch(i -> own.get(i).compareTo(others.get(i)) == 0);
  }

  /** All its rates together. */
  BigDecimal percent() {
    return rates.stream().map(Rate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
