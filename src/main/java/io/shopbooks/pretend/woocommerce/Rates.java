package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * The rates that apply to one thing at one place, first priority first.
 *
 * @param inOrder one rate per priority
 */
record Rates(List<TaxRate> inOrder) {

  static final Rates NONE = new Rates(List.of());
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** Those of all rates that tax this class at this place; "" is the standard class. */
  static Rates at(Place place, String taxClass, List<TaxRate> all) {
    var wanted = taxClass.isEmpty() ? "standard" : taxClass;
    var byPriority = new TreeMap<Integer, TaxRate>();
    all.stream()
        .filter(rate -> rate.taxClass().equals(wanted) && rate.appliesAt(place))
        .sorted(
            Comparator.comparingInt(TaxRate::specificity).reversed().thenComparingInt(TaxRate::id))
        .forEach(rate -> byPriority.putIfAbsent(rate.priority(), rate));
    return new Rates(List.copyOf(byPriority.values()));
  }

  /** Those that tax shipping, too. */
  Rates ofShipping() {
    return new Rates(inOrder.stream().filter(TaxRate::shipping).toList());
  }

  /** The tax that comes on top of a net amount. */
  Taxes on(BigDecimal net) {
    var taxes = new LinkedHashMap<Integer, BigDecimal>();
    var taxed = net;
    for (var rate : inOrder) {
      if (!rate.compound()) {
        taxes.put(rate.id(), share(net, rate.percent()));
        taxed = taxed.add(taxes.get(rate.id()));
      }
    }
    for (var rate : inOrder) {
      if (rate.compound()) {
        taxes.put(rate.id(), share(taxed, rate.percent()));
        taxed = taxed.add(taxes.get(rate.id()));
      }
    }
    return new Taxes(taxes);
  }

  /** The tax contained in a gross amount. */
  Taxes within(BigDecimal gross) {
    var taxes = new LinkedHashMap<Integer, BigDecimal>();
    inOrder.forEach(rate -> taxes.put(rate.id(), BigDecimal.ZERO));
    var compounds = inOrder.stream().filter(TaxRate::compound).toList();
    var left = gross;
    for (var rate : reversed(compounds)) {
      var tax = contained(left, rate.percent(), rate.percent());
      taxes.put(rate.id(), tax);
      left = left.subtract(tax);
    }
    var simple = inOrder.stream().filter(rate -> !rate.compound()).toList();
    var together = simple.stream().map(TaxRate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    for (var rate : simple) {
      taxes.put(rate.id(), contained(left, rate.percent(), together));
    }
    return new Taxes(taxes);
  }

  private static List<TaxRate> reversed(List<TaxRate> rates) {
    var copy = new ArrayList<>(rates);
    Collections.reverse(copy);
    return copy;
  }

  private static BigDecimal share(BigDecimal net, BigDecimal percent) {
    return kept(net.multiply(percent).divide(HUNDRED, 12, RoundingMode.HALF_UP));
  }

  private static BigDecimal contained(BigDecimal gross, BigDecimal percent, BigDecimal together) {
    return kept(gross.multiply(percent).divide(HUNDRED.add(together), 12, RoundingMode.HALF_UP));
  }

  private static BigDecimal kept(BigDecimal tax) {
    return tax.setScale(Amounts.KEPT_DECIMALS, RoundingMode.HALF_UP);
  }
}
