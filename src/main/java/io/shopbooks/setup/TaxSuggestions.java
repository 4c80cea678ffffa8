package io.shopbooks.setup;

import io.shopbooks.books.TaxCode;
import io.shopbooks.quickbooks.CompanyLists;
import io.shopbooks.setup.Choice.Because;
import io.shopbooks.setup.Choice.Suggestion;
import io.shopbooks.shop.Probe.TaxRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Which tax code fits which rate of the shop: the one of the same rate. */
final class TaxSuggestions {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final List<String> UNTAXED =
      List.of("exempt", "zero rated", "no vat", "no tax", "out of scope");

  private final CompanyLists company;
  private final List<TaxRate> rates;
  private final List<String> codes;

  TaxSuggestions(CompanyLists company, List<TaxRate> rates) {
    this.company = company;
    this.rates = rates;
    this.codes = company.taxCodes().stream().map(TaxCode::name).toList();
  }

  List<Choice> all() {
    return company.isAmerican() ? american() : byRate();
  }

  /** A US document has one code, and the tax of the shop whatever the code. */
  private List<Choice> american() {
    var real = company.taxCodes().stream().filter(code -> percent(code).signum() > 0).toList();
    var only = Optional.of(real).filter(list -> list.size() == 1).map(list -> list.get(0).name());
    var bySum = only.or(() -> sameRate(sum(), name(rates), real));
    var suggestion = bySum.map(name -> new Suggestion(name, Because.SAME_RATE));
    return List.of(new Choice(List.of("taxes", "us-code"), "", codes, suggestion));
  }

  private BigDecimal sum() {
    return rates.stream().map(TaxRate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<Choice> byRate() {
    var choices = new LinkedHashMap<String, Choice>();
    for (var rate : rates) {
      choices.putIfAbsent(rate.name(), choice(List.of(rate), company.taxCodes()));
    }
    for (var code : company.taxCodes()) {
      var together = together(code);
      if (together.size() > 1) {
        choices.putIfAbsent(name(together), choice(together, List.of(code)));
      }
    }
    var all = new ArrayList<>(choices.values());
    all.add(new Choice(List.of("taxes", "untaxed"), "", codes, untaxed()));
    return all;
  }

  private Choice choice(List<TaxRate> rates, List<TaxCode> from) {
    var name = name(rates);
    var percents = rates.stream().map(rate -> words(rate.percent())).toList();
    var total = rates.stream().map(TaxRate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    var same = rates.size() > 1 ? Optional.of(from.get(0).name()) : sameRate(total, name, from);
    return new Choice(
        List.of("taxes", "rates", name),
        name + " (" + String.join(" + ", percents) + ")",
        codes,
        same.map(code -> new Suggestion(code, Because.SAME_RATE)));
  }

  /** Of several codes of one rate, the one with the most similar name. */
  private static Optional<String> sameRate(BigDecimal percent, String name, List<TaxCode> from) {
    return from.stream()
        .filter(code -> percent(code).compareTo(percent) == 0)
        .map(TaxCode::name)
        .max(Comparator.comparingInt(code -> Similarity.of(name, code)));
  }

  /** Rates of one place that are this code together: one for each of its parts. */
  private List<TaxRate> together(TaxCode code) {
    var found = new ArrayList<TaxRate>();
    for (var part : code.rates()) {
      rates.stream()
          .filter(rate -> rate.percent().compareTo(part.percent()) == 0)
          .filter(rate -> rate.percent().signum() > 0)
          .filter(rate -> found.stream().allMatch(other -> meet(rate, other)))
          .max(Comparator.comparingInt(rate -> Similarity.of(rate.name(), part.ref().name())))
          .ifPresent(found::add);
    }
    return found.size() == code.rates().size() ? found : List.of();
  }

  /** Whether two rates can be on one line: neither is of another place, nor the same tax. */
  private static boolean meet(TaxRate one, TaxRate other) {
    var within = one.region().startsWith(other.region()) || other.region().startsWith(one.region());
    return within && !one.name().equals(other.name());
  }

  private Optional<Suggestion> untaxed() {
    var zero = company.taxCodes().stream().filter(code -> percent(code).signum() == 0);
    var names = zero.map(TaxCode::name).toList();
    return UNTAXED.stream()
        .flatMap(usual -> Similarity.mostSimilar(usual, names).stream())
        .findFirst()
        .map(name -> new Suggestion(name, Because.SIMILAR_NAME));
  }

  /** All its parts together; one that is counted on the others' tax counts on it here. */
  private static BigDecimal percent(TaxCode code) {
    var percent = BigDecimal.ZERO;
    for (var rate : code.rates()) {
      var on = rate.onTax() ? HUNDRED.add(percent) : HUNDRED;
      percent = percent.add(rate.percent().multiply(on).divide(HUNDRED));
    }
    return percent;
  }

  private static String name(List<TaxRate> rates) {
    return String.join(" + ", rates.stream().map(TaxRate::name).toList());
  }

  private static String words(BigDecimal percent) {
    return percent.stripTrailingZeros().toPlainString() + " %";
  }
}
