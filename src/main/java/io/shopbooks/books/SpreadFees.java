package io.shopbooks.books;

import io.shopbooks.sale.Charge;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.TaxShare;
import io.shopbooks.sale.Taxed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Fees below zero as the shop counts their tax. It takes them off everything that was sold, taxed
 * or not, like a discount, but tells them as one (`woocommerce.md` 4.4); in the books each part of
 * such a fee stands with the tax code of what it was taken off.
 */
final class SpreadFees {

  private final Map<Set<String>, Sold> sold = new LinkedHashMap<>();

  /** What was sold at the same rates. */
  private record Sold(Set<String> rates, Money net, Money tax) {

    private Sold plus(Taxed part) {
      return new Sold(rates, net.plus(part.total()), tax.plus(part.tax()));
    }
  }

  private SpreadFees(Sale sale) {
    sale.lines().stream().filter(line -> line.total().isPositive()).forEach(this::add);
  }

  private void add(Taxed part) {
    var none = Money.zero(part.total().currency());
    var rates = rates(part);
    sold.put(rates, sold.getOrDefault(rates, new Sold(rates, none, none)).plus(part));
  }

  private static Set<String> rates(Taxed part) {
    return new TreeSet<>(part.taxes().stream().map(TaxShare::rate).toList());
  }

  /** The sale and its refunds, each fee told part by part where the shop spread it. */
  static Sale in(Sale sale) {
    var spread = new SpreadFees(sale);
    if (sale.fees().stream().noneMatch(spread::isSpread)) {
      return sale;
    }
    return new Sale(
        sale.key(),
        sale.parent(),
        sale.number(),
        sale.status(),
        sale.currency(),
        sale.created(),
        sale.changed(),
        sale.buyer(),
        sale.pricesIncludeTax(),
        sale.lines(),
        sale.shipping(),
        spread.parts(sale.fees()),
        sale.tips(),
        sale.credits(),
        sale.coupons(),
        sale.rates(),
        sale.total(),
        sale.totalTax(),
        sale.payment(),
        sale.payments(),
        sale.refunds().stream().map(refund -> in(refund, sale)).toList(),
        sale.exchangeRate(),
        sale.note(),
        sale.meta(),
        sale.additions());
  }

  /**
   * @param sale as the shop tells it
   */
  static Refund in(Refund refund, Sale sale) {
    return new Refund(
        refund.id(),
        refund.created(),
        refund.amount(),
        refund.reason(),
        refund.paidBack(),
        refund.payment(),
        refund.untold(),
        refund.lines(),
        refund.shipping(),
        new SpreadFees(sale).parts(refund.fees()),
        refund.credits(),
        refund.rates());
  }

  private List<Charge> parts(List<Charge> fees) {
    return fees.stream()
        .flatMap(fee -> isSpread(fee) ? parts(fee).stream() : Stream.of(fee))
        .toList();
  }

  /** Whether it was taken off several kinds of goods, and its tax is not that of one of them. */
  private boolean isSpread(Charge fee) {
    var rates = rates(fee);
    var from = from(rates);
    var covered = new HashSet<String>();
    from.forEach(each -> covered.addAll(each.rates()));
    return fee.total().isNegative()
        && !rates.isEmpty()
        && from.size() > 1
        && covered.equals(rates)
        && !(sold.containsKey(rates) && isOf(fee, sold.get(rates)));
  }

  private List<Sold> from(Set<String> rates) {
    return sold.values().stream()
        .filter(each -> rates.containsAll(each.rates()))
        .sorted(Comparator.comparing(Sold::net))
        .toList();
  }

  private static boolean isOf(Charge fee, Sold goods) {
    var share = fee.total().amount().divide(goods.net().amount(), MathContext.DECIMAL128);
    var difference = goods.tax().times(share).minus(fee.tax()).absolute();
    return !difference.isMoreThan(Decimals.smallest(fee.tax()));
  }

  /** By what the goods came to; the largest takes what rounding leaves. */
  private List<Charge> parts(Charge fee) {
    var from = from(rates(fee));
    var all = sum(from);
    var left = fee.total();
    var parts = new ArrayList<Charge>();
    for (var goods : from.subList(0, from.size() - 1)) {
      var part = fee.total().times(ratio(goods.net(), all)).rounded();
      if (!Decimals.inBooks(part).isZero()) {
        parts.add(part(fee, part, goods, from));
        left = left.minus(part);
      }
    }
    parts.add(part(fee, left, from.get(from.size() - 1), from));
    return parts;
  }

  private static Charge part(Charge fee, Money net, Sold goods, List<Sold> from) {
    var taxes =
        fee.taxes().stream()
            .filter(share -> goods.rates().contains(share.rate()))
            .map(share -> new TaxShare(share.rate(), share(share, goods, from)))
            .toList();
    var tax = Money.sum(taxes.stream().map(TaxShare::amount).toList(), net.currency());
    return new Charge(fee.id(), fee.name(), fee.method(), net, tax, taxes);
  }

  /** A rate that is on several kinds of goods is shared between them. */
  private static Money share(TaxShare share, Sold goods, List<Sold> from) {
    var taxed = from.stream().filter(each -> each.rates().contains(share.rate())).toList();
    return share.amount().times(ratio(goods.net(), sum(taxed)));
  }

  private static Money sum(List<Sold> goods) {
    return Money.sum(goods.stream().map(Sold::net).toList(), goods.get(0).net().currency());
  }

  private static BigDecimal ratio(Money part, Money all) {
    return part.amount().divide(all.amount(), MathContext.DECIMAL128);
  }
}
