package io.shopbooks.books;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.TaxShare;
import io.shopbooks.sale.Taxed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All of an order that the same rates apply to: what it came to, and its tax by rate. */
final class TaxGroup {

  private Money net;
  private Money tax;
  private final Map<String, Money> byRate = new TreeMap<>();

  private TaxGroup(Money zero) {
    net = zero;
    tax = zero;
  }

  /** The order's groups less what earlier refunds gave back line by line. */
  static List<TaxGroup> remaining(Sale sale, Refund refund) {
    var all = of(sale, List.of());
    var earlier =
        sale.refunds().stream().filter(r -> r.created().isBefore(refund.created())).toList();
    var left = of(sale, earlier).stream().filter(group -> group.gross().isPositive()).toList();
    return left.isEmpty() ? all : left;
  }

  private static List<TaxGroup> of(Sale sale, List<Refund> refunds) {
    var groups = new LinkedHashMap<Set<String>, TaxGroup>();
    Stream.of(sale.lines(), sale.shipping(), sale.fees(), sale.tips(), sale.credits())
        .flatMap(List::stream)
        .forEach(part -> group(groups, part).add(part, false));
    for (var refund : refunds) {
      Stream.of(refund.lines(), refund.shipping(), refund.fees())
          .flatMap(List::stream)
          .forEach(part -> group(groups, part).add(part, true));
    }
    if (groups.isEmpty()) {
      groups.put(Set.of(), new TaxGroup(Money.zero(sale.currency())));
    }
    return List.copyOf(groups.values());
  }

  private static TaxGroup group(Map<Set<String>, TaxGroup> groups, Taxed part) {
    var rates = new TreeSet<>(part.taxes().stream().map(TaxShare::rate).toList());
    return groups.computeIfAbsent(rates, r -> new TaxGroup(Money.zero(part.total().currency())));
  }

  private void add(Taxed part, boolean givenBack) {
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

  List<TaxShare> shares() {
    return byRate.entrySet().stream().map(e -> new TaxShare(e.getKey(), e.getValue())).toList();
  }
}
