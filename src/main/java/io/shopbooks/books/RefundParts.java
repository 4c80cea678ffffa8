package io.shopbooks.books;

import io.shopbooks.sale.Charge;
import io.shopbooks.sale.Line;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Rate;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.Taxed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines a refund becomes, before tax codes. What the buyer got is the truth; the refund's lines
 * explain it as far as they go (`woocommerce.md` 6), the rest is an adjustment.
 */
record RefundParts(Choices choices, Lists lists) {

  List<Part> of(Sale sale, Refund refund) {
    var parts = new ArrayList<>(given(sale, refund));
    refund.credits().forEach(credit -> parts.add(toGiftCard(credit)));
    return parts;
  }

  private Part toGiftCard(Charge credit) {
    var item = choices.sales().giftCardItem();
    return Part.untaxed(
        LineRole.GIFT_CARD,
        lists.item(item, "sales.gift-card-item"),
        Text.oneLine(credit.name()),
        Decimals.inBooks(credit.total()));
  }

  private List<Part> given(Sale sale, Refund refund) {
    if (refund.lines().isEmpty() && refund.shipping().isEmpty() && refund.fees().isEmpty()) {
      return new MereAmount(sale, refund, isWhole(sale, refund))
          .parts(adjustmentItem(), text(refund));
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

  /**
   * The tax given back. Where the refund undoes the whole order, exactly what the sale booked: sums
   * of the parts may miss it by the shop's own rounding.
   */
  Money tax(Sale sale, Refund refund, List<Part> parts) {
    var taxed = parts.stream().anyMatch(part -> !part.tax().isZero());
    return taxed && isWhole(sale, refund)
        ? sale.totalTax()
        : Money.sum(parts.stream().map(Part::tax).toList(), sale.currency());
  }

  private static boolean isWhole(Sale sale, Refund refund) {
    var alone = sale.refunds().stream().allMatch(other -> other.id().equals(refund.id()));
    if (refund.payment().isEmpty()) {
      return alone && refund.amount().equals(sale.total());
    }
    var credits = Money.sum(sale.credits().stream().map(Charge::total).toList(), sale.currency());
    return alone && refund.worth().equals(sale.total().minus(credits));
  }

  /** What the lines do not explain. */
  Part rest(Money difference, Refund refund) {
    return Part.untaxed(LineRole.ADJUSTMENT, adjustmentItem(), text(refund), difference);
  }

  private List<Part> goods(Line line, Sale sale, Refund refund) {
    var items = new Items(choices, lists);
    var sold = sold(line, sale);
    var counted = items.keepsQuantities(sold) && !Restocking.of(sale, refund, line);
    var item = counted ? adjustmentItem() : items.of(sold);
    var part =
        new Part(
            counted ? LineRole.ADJUSTMENT : LineRole.GOODS,
            item,
            Text.oneLine(line.name()),
            line.quantity(),
            Decimals.inBooks(line.total()),
            line.tax(),
            line.taxes(),
            line.id());
    return taxOnlySplit(part, sold, sale);
  }

  /** The line as it was sold: only it tells whether the shop counts the product. */
  private static Line sold(Line refunded, Sale sale) {
    return sale.lines().stream()
        .filter(line -> line.id().equals(refunded.id()))
        .findFirst()
        .orElse(refunded);
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
            charge.taxes(),
            charge.id());
    var sold =
        Stream.concat(sale.shipping().stream(), sale.fees().stream())
            .filter(c -> c.id().equals(charge.id()))
            .findFirst()
            .orElse(charge);
    return part.amount().isZero() && part.tax().isZero()
        ? List.of()
        : taxOnlySplit(part, sold, sale);
  }

  /**
   * Tax given back without goods has no amount to stand on: the amount it was on is taken back
   * taxed and given again untaxed.
   */
  private List<Part> taxOnlySplit(Part part, Taxed sold, Sale sale) {
    if (!part.amount().isZero() || part.tax().isZero()) {
      return List.of(part);
    }
    var base = taxedAmount(part, sold, sale);
    if (base.isZero()) {
      return List.of(part);
    }
    var item = adjustmentItem();
    var name = part.text();
    return List.of(
        new Part(
            LineRole.ADJUSTMENT,
            item,
            name + ": taken back with tax",
            BigDecimal.ONE,
            base,
            part.tax(),
            part.taxes(),
            ""),
        Part.untaxed(LineRole.ADJUSTMENT, item, name + ": sold without tax", base.negated()));
  }

  /** What the tax was on: of what was sold the same share, else what the rates make of it. */
  private static Money taxedAmount(Part part, Taxed sold, Sale sale) {
    var tax = part.tax().amount();
    if (!sold.tax().isZero()) {
      var net = sold.total().amount().multiply(tax);
      return inBooks(net.divide(sold.tax().amount(), MathContext.DECIMAL128), part);
    }
    var rates =
        sale.rates().stream().collect(Collectors.toMap(Rate::id, Rate::percent, (a, b) -> a));
    var percent =
        part.taxes().stream()
            .map(share -> rates.getOrDefault(share.rate(), BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return percent.signum() == 0
        ? Money.zero(part.tax().currency())
        : inBooks(tax.movePointRight(2).divide(percent, MathContext.DECIMAL128), part);
  }

  private static Money inBooks(BigDecimal amount, Part part) {
    return Decimals.inBooks(new Money(amount, part.tax().currency()));
  }

  private Ref adjustmentItem() {
    return lists.item(choices.credits().adjustmentItem(), "credits.adjustment-item");
  }

  private String text(Refund refund) {
    return refund.reason().isBlank()
        ? choices.credits().adjustmentItem()
        : Text.oneLine(refund.reason());
  }
}
