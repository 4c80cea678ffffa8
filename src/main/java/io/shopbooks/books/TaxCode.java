package io.shopbooks.books;

import java.math.BigDecimal;
import java.util.List;

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
}
