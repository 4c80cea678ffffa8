package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.shop.WixSale.Joined;
import io.shopbooks.shop.WixSale.Source;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the sales of a site come to, told some days at a time: counts, ids and names, and none of
 * the sales themselves. An order and its payment may be told in several of these times; each counts
 * once.
 */
final class WixSurvey {

  private final Map<String, Long> currencies = new TreeMap<>();
  private final Set<String> methods = new LinkedHashSet<>();
  private final Map<String, Probe.TaxRate> rates = new LinkedHashMap<>();
  private final Set<String> joined = new HashSet<>();
  private final Set<String> alone = new HashSet<>();
  private final Set<String> unseen = new HashSet<>();
  private final Set<WixCall> notAllowed = new LinkedHashSet<>();
  private final Set<String> late = new HashSet<>();
  private final Set<String> whole = new HashSet<>();

  /**
   * Some days more.
   *
   * @param hidden what the key may not see
   */
  void add(List<WixSale> sales, WixUnseen hidden) {
    hidden.rows().forEach(row -> unseen.add(WixRow.id(row)));
    notAllowed.addAll(hidden.calls());
    for (var sale : sales) {
      sale.charges().forEach(row -> add(sale, row));
      sale.order().path("taxInfo").path("taxBreakdown").forEach(this::rate);
      if (sale.joined() == Joined.OVERDUE) {
        late.add(sale.id());
      } else if (sale.joined() == Joined.WHOLE && !sale.charges().isEmpty()) {
        whole.add(sale.id());
      }
    }
  }

  private void add(WixSale sale, JsonNode row) {
    var currency = row.path("amount").path("currency").asText("");
    var method = row.path("paymentMethod").asText("").toLowerCase(Locale.ROOT);
    if (!currency.isEmpty()) {
      currencies.merge(currency, 1L, Long::sum);
    }
    if (!method.isEmpty()) {
      methods.add(method);
    }
    if (sale.joined() != Joined.ELSEWHERE && WixRow.holdsMoney(row)) {
      (sale.source() == Source.CASHIER ? alone : joined).add(WixRow.id(row));
    }
  }

  private void rate(JsonNode rate) {
    var name = rate.path("taxName").asText("");
    var fraction = rate.path("rate").asText("0");
    var id = name + " " + fraction;
    var region = rate.path("jurisdiction").asText("");
    rates.put(id, new Probe.TaxRate(id, name, percent(fraction), region));
  }

  private static BigDecimal percent(String fraction) {
    try {
      return new BigDecimal(fraction).movePointRight(2);
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  /** The one most payments were in. */
  Optional<String> currency() {
    return currencies.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  List<Probe.Gateway> gateways() {
    return methods.stream().map(method -> new Probe.Gateway(method, method, true)).toList();
  }

  List<Probe.TaxRate> rates() {
    return List.copyOf(rates.values());
  }

  /** How many payments found their order. */
  int found() {
    return joined.size();
  }

  /** How many are told by their rows alone. */
  int alone() {
    return (int) alone.stream().filter(id -> !joined.contains(id)).count();
  }

  /** How many payments there are. */
  int all() {
    var all = new HashSet<>(joined);
    all.addAll(alone);
    all.addAll(unseen);
    return all.size();
  }

  /** How many sales miss order or payment for a day. */
  int late() {
    return (int) late.stream().filter(id -> !whole.contains(id)).count();
  }

  /** The calls that were not allowed. */
  Set<WixCall> notAllowed() {
    return notAllowed;
  }
}
