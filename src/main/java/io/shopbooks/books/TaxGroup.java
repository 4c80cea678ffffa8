package io.shopbooks.books;

import io.shopbooks.sale.Charge;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Rate;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.TaxShare;
import io.shopbooks.sale.Taxed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All of an order that the same rates apply to: what it came to, and its tax by rate. */
final class TaxGroup {

  private final Map<String, BigDecimal> factors;
  private Money net;
  private Money tax;
  private int parts;
  private final Map<String, Money> byRate = new TreeMap<>();

  private TaxGroup(Money zero, Map<String, BigDecimal> factors) {
    this.factors = factors;
    net = zero;
    tax = zero;
  }

  /** The order's groups less what earlier refunds gave back line by line. */
  static List<TaxGroup> remaining(Sale sale, Refund refund) {
    var credits = credits(sale, refund);
    var all = of(sale, credits, List.of());
    var earlier =
        sale.refunds().stream().filter(r -> r.created().isBefore(refund.created())).toList();
    var left =
        of(sale, credits, earlier).stream().filter(group -> group.gross().isPositive()).toList();
    return left.isEmpty() ? all : left;
  }

  /**
   * What gift cards paid, where the refund may be of it, too. One that names the payment it goes
   * back to is of that one alone.
   */
  static List<Charge> credits(Sale sale, Refund refund) {
    return refund.payment().isPresent() ? List.of() : sale.credits();
  }

  private static List<TaxGroup> of(Sale sale, List<Charge> credits, List<Refund> refunds) {
    var groups = new LinkedHashMap<Set<String>, TaxGroup>();
    Stream.of(sale.lines(), sale.shipping(), sale.fees(), sale.tips(), credits)
        .flatMap(List::stream)
        .forEach(part -> group(groups, part, sale).add(part, false));
    for (var refund : refunds) {
      Stream.of(refund.lines(), refund.shipping(), refund.fees())
          .flatMap(List::stream)
          .forEach(part -> giveBack(groups, part, sale));
    }
    if (groups.isEmpty()) {
      groups.put(Set.of(), untaxed(sale));
    }
    return List.copyOf(groups.values());
  }

  /** What tax alone was given back on is sold without tax from then on. */
  private static void giveBack(Map<Set<String>, TaxGroup> groups, Taxed part, Sale sale) {
    var group = group(groups, part, sale);
    if (part.total().isZero() && !part.tax().isZero() && !group.tax.isZero()) {
      var share = part.tax().amount().divide(group.tax.amount(), MathContext.DECIMAL128);
      var base = group.net.times(share);
      group.net = group.net.minus(base);
      var untaxed = groups.computeIfAbsent(Set.of(), none -> untaxed(sale));
      untaxed.net = untaxed.net.plus(base);
    }
    group.add(part, true);
  }

  private static TaxGroup untaxed(Sale sale) {
    return new TaxGroup(Money.zero(sale.currency()), Map.of());
  }

  private static TaxGroup group(Map<Set<String>, TaxGroup> groups, Taxed part, Sale sale) {
    var rates = new TreeSet<>(part.taxes().stream().map(TaxShare::rate).toList());
    return groups.computeIfAbsent(
        rates, r -> new TaxGroup(Money.zero(sale.currency()), factors(r, sale)));
  }

  /** What each rate makes of a net amount of one; compound ones count on the others, too. */
  private static Map<String, BigDecimal> factors(Set<String> ids, Sale sale) {
    var factors = new TreeMap<String, BigDecimal>();
    var rates =
        sale.rates().stream()
            .filter(rate -> ids.contains(rate.id()))
            .sorted(Comparator.comparing(Rate::compound))
            .toList();
    for (var rate : rates) {
      var before = rate.compound() ? sum(factors) : BigDecimal.ZERO;
      factors.put(rate.id(), rate.percent().movePointLeft(2).multiply(before.add(BigDecimal.ONE)));
    }
    return factors;
  }

  private static BigDecimal sum(Map<String, BigDecimal> factors) {
    return factors.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void add(Taxed part, boolean givenBack) {
    parts++;
    net = givenBack ? net.minus(part.total()) : net.plus(part.total());
    tax = givenBack ? tax.minus(part.tax()) : tax.plus(part.tax());
    for (var share : part.taxes()) {
      var amount = givenBack ? share.amount().negated() : share.amount();
      byRate.merge(share.rate(), amount, Money::plus);
    }
  }

  Money gross() {
    return net.plus(tax);
  }

  Money tax() {
    return tax;
  }

  /** Whether its taxes are what the rates make of its amounts, each part rounded. */
  boolean isOfRates() {
    return sum(factors).signum() != 0 && isWithin(parts + 1);
  }

  /** Whether its taxes can stand on one line. */
  boolean fitsOneLine() {
    return isWithin(1);
  }

  private boolean isWithin(int units) {
    var most = Decimals.smallest(net).times(BigDecimal.valueOf(units));
    return byRate.entrySet().stream()
        .allMatch(
            e -> {
              var made = net.times(factors.getOrDefault(e.getKey(), BigDecimal.ZERO));
              return !made.minus(e.getValue()).absolute().isMoreThan(most);
            });
  }

  /** The tax, moved as far as the rates want it to fit into the gross amount. */
  Money fitting(Money share, Money gross) {
    if (!isOfRates()) {
      return share;
    }
    var all = sum(factors);
    var made = gross.amount().multiply(all).divide(all.add(BigDecimal.ONE), MathContext.DECIMAL128);
    var exact = new Money(made, gross.currency());
    var fits = Decimals.smallest(share).isMoreThan(exact.minus(share).absolute());
    return fits ? share : Decimals.inBooks(exact);
  }

  /** How its rates share its tax. */
  List<TaxShare> shares() {
    var all = sum(factors);
    return byRate.entrySet().stream()
        .map(e -> new TaxShare(e.getKey(), isOfRates() ? part(e.getKey(), all) : e.getValue()))
        .toList();
  }

  private Money part(String rate, BigDecimal all) {
    return tax.times(factors.get(rate).divide(all, MathContext.DECIMAL128));
  }
}
