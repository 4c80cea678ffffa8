package io.shopbooks.books;

import io.shopbooks.books.Choices.TaxMode;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Rate;
import java.util.List;

/** One way of telling QuickBooks about tax (DESIGN 7). */
sealed interface Taxation permits AmericanTax, TaxByCode, TaxInLines {

  /** The parts as this way tells them; some put the tax into the lines. */
  List<Part> parts(List<Part> parts, Money tax);

  /** What the document adds to its lines. */
  Money beside(Money tax);

  /**
   * The lines with their codes.
   *
   * @param parts all of the document, its rounding line among them
   * @param rates of the order
   * @param beside what the document adds to its lines
   */
  Taxed code(List<Part> parts, List<Rate> rates, Money beside);

  /** Lines and tax of a document. */
  record Taxed(List<DocumentLine> lines, DocumentTax tax) {}

  /** The way this connection chose, as far as its company allows it. */
  static Taxation of(Choices.Taxes taxes, Lists lists) {
    var company = lists.company();
    if (taxes.mode() == TaxMode.NONE || taxes.mode() == TaxMode.ITEM) {
      return new TaxInLines(taxes, lists);
    }
    return company.isAmerican() ? new AmericanTax(taxes, lists) : new TaxByCode(taxes, lists);
  }
}
