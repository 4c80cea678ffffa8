package io.shopbooks.books;

import io.shopbooks.books.Choices.TaxMode;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * US companies: lines are TAX or NON, the document carries one code and the shop's tax as its total
 * (`quickbooks-online.md` 8.1).
 */
record AmericanTax(Choices.Taxes taxes, Lists lists) implements Taxation {

  private static final Ref TAX = new Ref("TAX", "TAX");
  static final Ref NON = new Ref("NON", "NON");

  @Override
  public List<Part> parts(List<Part> parts, Money tax) {
    return parts;
  }

  @Override
  public Money beside(Money tax) {
    // QuickBooks takes no TotalTax below zero: the cent a fee took back too much is a line.
    return tax.isNegative() ? Money.zero(tax.currency()) : tax;
  }

  @Override
  public Taxed code(List<Part> parts, List<Rate> rates, Money beside) {
    if (!beside.isZero() && !lists.company().salesTax()) {
      throw new Unbookable(Reason.of(Why.SALES_TAX_OFF).with("tax", beside));
    }
    var taxing =
        rates.stream()
            .filter(r -> r.percent().signum() != 0)
            .map(Rate::id)
            .collect(Collectors.toSet());
    var lines = Lines.of(parts, part -> Optional.of(isTaxed(part, taxing) ? TAX : NON));
    return new Taxed(
        lines,
        new DocumentTax(DocumentTax.Method.AMERICAN, code(rates, beside), beside, List.of()));
  }

  private static BigDecimal percent(List<Rate> rates) {
    return rates.stream().map(Rate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isTaxed(Part part, Set<String> taxing) {
    return part.taxes().stream().anyMatch(share -> taxing.contains(share.rate()));
  }

  /** One code per document: the one all its rates are mapped to, else the connection's. */
  private Optional<Ref> code(List<Rate> rates, Money beside) {
    if (taxes.mode() == TaxMode.AUTOMATED) {
      return Optional.empty();
    }
    var charged = rates.stream().filter(rate -> !rate.tax().isZero()).toList();
    var mapped =
        charged.isEmpty() ? Optional.<String>empty() : RateMap.find(taxes.rates(), charged);
    var name = mapped.or(taxes::usCode);
    if (name.isEmpty() && !beside.isZero()) {
      throw lists.unchosen(
          Reason.of(Why.NO_US_CODE).with("rate", RateMap.words(charged)),
          code -> code.percent().compareTo(percent(charged)) == 0);
    }
    return name.map(
        n -> lists.taxCode(n, mapped.isPresent() ? "taxes.rates" : "taxes.us-code").ref());
  }
}
