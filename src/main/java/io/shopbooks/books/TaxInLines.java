package io.shopbooks.books;

import io.shopbooks.books.Choices.TaxMode;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tax that QuickBooks is not told of: within each line's amount (mode none), or as a line of its
 * own on an item whose account is a liability (mode item).
 */
record TaxInLines(Choices.Taxes taxes, Lists lists) implements Taxation {

  @Override
  public List<Part> parts(List<Part> parts, Money tax) {
    if (taxes.mode() == TaxMode.NONE) {
      return parts.stream().map(TaxInLines::gross).toList();
    }
    if (tax.isZero()) {
      return parts;
    }
    var more = new ArrayList<>(parts);
    more.add(Part.untaxed(LineRole.TAX, lists.item(taxes.item(), "taxes.item"), taxes.item(), tax));
    return more;
  }

  private static Part gross(Part part) {
    return part.withAmount(Decimals.inBooks(part.amount().plus(part.tax())));
  }

  @Override
  public Money beside(Money tax) {
    return Money.zero(tax.currency());
  }

  @Override
  public Taxed code(List<Part> parts, List<Rate> rates, Money beside) {
    var lines = Lines.of(parts, part -> untaxed());
    if (!lists.company().salesTax() || lines.get(0).taxCode().isEmpty()) {
      return new Taxed(lines, DocumentTax.untold(beside));
    }
    var method =
        lists.company().isAmerican() ? DocumentTax.Method.AMERICAN : DocumentTax.Method.BY_CODE;
    return new Taxed(lines, new DocumentTax(method, Optional.empty(), beside, List.of()));
  }

  /** Where the company knows tax, each line must say that it has none. */
  private Optional<Ref> untaxed() {
    if (!lists.company().salesTax()) {
      return Optional.empty();
    }
    return lists.company().isAmerican()
        ? Optional.of(AmericanTax.NON)
        : taxes.untaxed().map(name -> lists.taxCode(name, "taxes.untaxed").ref());
  }
}
