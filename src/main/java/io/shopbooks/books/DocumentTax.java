package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The tax of a sales form beside its lines.
 *
 * @param code US: the document's code; automated sales tax chooses its own
 * @param total what the document adds to its lines
 * @param lines elsewhere: the shop's tax per QuickBooks rate
 */
public record DocumentTax(Method method, Optional<Ref> code, Money total, List<TaxLine> lines) {

  /** How QuickBooks is told. */
  public enum Method {
    /** US: lines are TAX or NON, the document has one total. */
    AMERICAN,
    /** Elsewhere: a code per line, amounts net, the shop's tax per rate. */
    BY_CODE,
    /** Nothing is said of tax: the company has none, or the lines hold it. */
    UNTOLD
  }

  /** The shop's tax at one rate of QuickBooks, and the net amount it is on. */
  public record TaxLine(Ref rate, BigDecimal percent, Money net, Money tax) {}

  public DocumentTax {
    lines = List.copyOf(lines);
  }

  static DocumentTax untold(Money zero) {
    return new DocumentTax(Method.UNTOLD, Optional.empty(), zero, List.of());
  }
}
