package io.shopbooks.books;

import io.shopbooks.sale.Charge;
import io.shopbooks.sale.Line;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Rate;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.TaxShare;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The lines a refund becomes, before tax codes. What the buyer got is the truth; the refund's lines
 * explain it as far as they go (`woocommerce.md` 6), the rest is an adjustment.
 */
record RefundParts(Choices choices, Lists lists) {

  List<Part> of(Sale sale, Refund refund) {
    if (refund.lines().isEmpty() && refund.shipping().isEmpty() && refund.fees().isEmpty()) {
      return new Proportion(sale, refund).parts(adjustmentItem(), text(refund));
    }
    var parts = new ArrayList<Part>();
    refund.lines().forEach(line -> parts.addAll(goods(line, sale, refund)));
    refund
        .shipping()
        .forEach(
            c ->
                parts.addAll(
                    charge(
                        LineRole.SHIPPING,
                        c,
                        choices.sales().shippingItem(),
                        "shipping-item",
                        sale)));
    refund
        .fees()
        .forEach(
            c ->
                parts.addAll(charge(LineRole.FEE, c, choices.sales().feeItem(), "fee-item", sale)));
    return parts;
  }

  /** What the lines do not explain. */
  Part rest(Money difference, Refund refund) {
    return Part.untaxed(LineRole.ADJUSTMENT, adjustmentItem(), text(refund), difference);
  }

  private List<Part> goods(Line line, Sale sale, Refund refund) {
    var items = new Items(choices, lists);
    var counted = items.keepsQuantities(line) && !Restocking.of(sale, refund, line);
    var item = counted ? adjustmentItem() : items.of(line);
    var part =
        new Part(
            counted ? LineRole.ADJUSTMENT : LineRole.GOODS,
            item,
            Text.oneLine(line.name()),
            line.quantity(),
            Decimals.inBooks(line.total()),
            line.tax(),
            line.taxes());
    return taxOnlySplit(part, sale);
  }

  private List<Part> charge(LineRole role, Charge charge, String item, String setting, Sale sale) {
    var part =
        new Part(
            role,
            lists.item(item, "sales." + setting),
            charge.name().isBlank() ? item : Text.oneLine(charge.name()),
            BigDecimal.ONE,
            Decimals.inBooks(charge.total()),
            charge.tax(),
            charge.taxes());
    return part.amount().isZero() && part.tax().isZero() ? List.of() : taxOnlySplit(part, sale);
  }

  /**
   * Tax given back without goods has no amount to stand on: the amount it was on is taken back
   * taxed and given again untaxed.
   */
  private List<Part> taxOnlySplit(Part part, Sale sale) {
    if (!part.amount().isZero() || part.tax().isZero()) {
      return List.of(part);
    }
    var rates =
        sale.rates().stream().collect(Collectors.toMap(Rate::id, Function.identity(), (a, b) -> a));
    var percent =
        part.taxes().stream()
            .map(
                share ->
                    Optional.ofNullable(rates.get(share.rate()))
                        .map(Rate::percent)
                        .orElse(BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (percent.signum() == 0) {
      return List.of(part);
    }
    var net = part.tax().amount().movePointRight(2).divide(percent, MathContext.DECIMAL128);
    var base = Decimals.inBooks(new Money(net, part.tax().currency()));
    var text = "Tax on " + part.text();
    return List.of(
        new Part(
            LineRole.ADJUSTMENT,
            adjustmentItem(),
            text,
            BigDecimal.ONE,
            base,
            part.tax(),
            part.taxes()),
        Part.untaxed(LineRole.ADJUSTMENT, adjustmentItem(), text, base.negated()));
  }

  private Ref adjustmentItem() {
    return lists.item(choices.credits().adjustmentItem(), "credits.adjustment-item");
  }

  private String text(Refund refund) {
    return refund.reason().isBlank()
        ? choices.credits().adjustmentItem()
        : Text.oneLine(refund.reason());
  }

  /** A refund of a mere amount, shared as the order's own amounts and taxes are. */
  private record Proportion(Sale sale, Refund refund) {

    List<Part> parts(Ref item, String text) {
      var groups = TaxGroup.remaining(sale, refund);
      var gross = groups.stream().map(TaxGroup::gross).toList();
      var amounts = Shares.of(Decimals.inBooks(refund.amount()), amounts(gross));
      var tax = Decimals.inBooks(taxOf(groups, gross));
      var taxes = Shares.of(tax, amounts(groups.stream().map(TaxGroup::tax).toList()));
      var parts = new ArrayList<Part>();
      for (int i = 0; i < groups.size(); i++) {
        var net = amounts.get(i).minus(taxes.get(i));
        if (!amounts.get(i).isZero()) {
          parts.add(part(item, text, net, taxes.get(i), groups.get(i).shares()));
        }
      }
      return parts;
    }

    private Money taxOf(List<TaxGroup> groups, List<Money> gross) {
      var all = Money.sum(gross, sale.currency());
      var tax = Money.sum(groups.stream().map(TaxGroup::tax).toList(), sale.currency());
      return all.isZero()
          ? all
          : new Money(
              refund
                  .amount()
                  .amount()
                  .multiply(tax.amount())
                  .divide(all.amount(), MathContext.DECIMAL128),
              sale.currency());
    }

    private static Part part(Ref item, String text, Money net, Money tax, List<TaxShare> shares) {
      return new Part(LineRole.ADJUSTMENT, item, text, BigDecimal.ONE, net, tax, shares);
    }

    private static List<BigDecimal> amounts(List<Money> money) {
      return money.stream().map(Money::amount).toList();
    }
  }
}
