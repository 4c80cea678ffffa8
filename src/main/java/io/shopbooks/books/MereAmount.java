package io.shopbooks.books;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.TaxShare;
import io.shopbooks.sale.Taxed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A refund of a mere amount, shared as the order's own amounts and taxes are (`woocommerce.md` 6).
 * The order's taxes were rounded line by line, and one line cannot carry what that adds up to: a
 * part is given back with the tax its rates make of it, everything with the order's own lines.
 *
 * @param whole whether it undoes the whole order
 */
record MereAmount(Sale sale, Refund refund, boolean whole) {

  List<Part> parts(Ref item, String text) {
    var groups = TaxGroup.remaining(sale, refund);
    var unlike = groups.stream().anyMatch(group -> group.isOfRates() && !group.fitsOneLine());
    return whole && unlike ? lineByLine(item) : byGroup(groups, item, text);
  }

  private List<Part> lineByLine(Ref item) {
    return Stream.of(
            sale.lines(), sale.shipping(), sale.fees(), sale.tips(), TaxGroup.credits(sale, refund))
        .flatMap(List::stream)
        .filter(sold -> !sold.total().isZero() || !sold.tax().isZero())
        .map(sold -> part(item, sold))
        .toList();
  }

  private static Part part(Ref item, Taxed sold) {
    var net = Decimals.inBooks(sold.total());
    return part(item, Text.oneLine(sold.name()), net, sold.tax(), sold.taxes());
  }

  private List<Part> byGroup(List<TaxGroup> groups, Ref item, String text) {
    var gross = groups.stream().map(TaxGroup::gross).toList();
    var amounts = Shares.of(Decimals.inBooks(refund.worth()), amounts(gross));
    var all = Decimals.inBooks(taxOf(groups, gross));
    var taxes = Shares.of(all, amounts(groups.stream().map(TaxGroup::tax).toList()));
    var parts = new ArrayList<Part>();
    for (int i = 0; i < groups.size(); i++) {
      var group = groups.get(i);
      var tax = whole ? taxes.get(i) : group.fitting(taxes.get(i), amounts.get(i));
      if (!amounts.get(i).isZero()) {
        parts.add(part(item, text, amounts.get(i).minus(tax), tax, group.shares()));
      }
    }
    return parts;
  }

  private Money taxOf(List<TaxGroup> groups, List<Money> gross) {
    if (whole) {
      return sale.totalTax();
    }
    var all = Money.sum(gross, sale.currency());
    var tax = Money.sum(groups.stream().map(TaxGroup::tax).toList(), sale.currency());
    return all.isZero()
        ? all
        : new Money(
            refund
                .worth()
                .amount()
                .multiply(tax.amount())
                .divide(all.amount(), MathContext.DECIMAL128),
            sale.currency());
  }

  private static Part part(Ref item, String text, Money net, Money tax, List<TaxShare> shares) {
    return new Part(LineRole.ADJUSTMENT, item, text, BigDecimal.ONE, net, tax, shares, "");
  }

  private static List<BigDecimal> amounts(List<Money> money) {
    return money.stream().map(Money::amount).toList();
  }
}
