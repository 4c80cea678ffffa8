package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.shop.WixSale.Joined;
import io.shopbooks.shop.WixSale.Source;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks one Wix site over, once; what it may not see becomes a finding. */
final class WixProbe {

  private static final Duration LATELY = Duration.ofDays(90);

  /** Puts the sales of some days together. */
  interface Joining {
    WixJoin join(Instant from, Instant until);
  }

  private final WixApi api;
  private final Connection connection;
  private final Clock clock;
  private final Joining joining;
  private final List<Probe.Finding> findings = new ArrayList<>();

  WixProbe(WixApi api, Connection connection, Clock clock, Joining joining) {
    this.api = api;
    this.connection = connection;
    this.clock = clock;
    this.joining = joining;
  }

  Probe look() {
    try {
      var now = clock.instant();
      var payments = WixCashier.call(WixCashier.By.CREATED, now, now, "asc", 1, 0);
      if (api.status(connection, payments) == 403 && othersCanBeRead()) {
        find(Snag.WIX_PAYMENTS_FORBIDDEN, permission(payments), true);
        return nothing(true);
      }
      api.ask(connection, payments);
      find(Snag.WIX_PREVIEW, Map.of(), false);
      webhooks();
      var join = joining.join(now.minus(LATELY), now);
      coverage(join.unseen().calls());
      findings.addAll(new WixStockProbe(api, connection).look());
      return whole(join);
    } catch (ShopRefused e) {
      find(Snag.WIX_REFUSES, Map.of("said", e.what(), "help", e.remedy()), true);
      return nothing(true);
    } catch (ShopUnreachable e) {
      find(Snag.WIX_UNREACHABLE, Map.of("said", e.what()), true);
      return nothing(false);
    }
  }

  /** Then key and site belong together, and a permission is all that is missing. */
  private boolean othersCanBeRead() {
    return Stream.of(WixTickets.call(1, 0), WixPlans.call(1, 0), WixOrders.any())
        .map(call -> api.status(connection, call))
        .anyMatch(status -> status != 400 && status != 401 && status != 403);
  }

  /** A round does not count while what the site sells with cannot be seen. */
  private void coverage(Set<WixCall> unseen) {
    covered(WixTickets.call(1, 0), "events", Snag.WIX_EVENTS_FORBIDDEN, unseen);
    covered(WixPlans.call(1, 0), "plans", Snag.WIX_PLANS_FORBIDDEN, unseen);
    covered(WixOrders.any(), "stores", Snag.WIX_ORDERS_FORBIDDEN, unseen);
  }

  private void covered(WixCall call, String app, Snag forbidden, Set<WixCall> unseen) {
    var status = api.status(connection, call);
    if (status == 403) {
      find(forbidden, permission(call), unseen.contains(call));
    } else if (status == 428) {
      find(Snag.WIX_APP_MISSING, Map.of("app", app), false);
    }
  }

  private static Map<String, String> permission(WixCall call) {
    return Map.of("permission", WixPermission.of(call).toString());
  }

  /** Webhooks only make a sync begin sooner, so that nothing about them stops sales. */
  private void webhooks() {
    var site = connection.shop().wix().orElseThrow();
    var key = site.appPublicKey().filter(text -> !text.isBlank());
    var instance = site.instanceId().filter(text -> !text.isBlank());
    if (key.isPresent() != instance.isPresent()) {
      find(Snag.WIX_WEBHOOK_HALF, Map.of("file", connection.file().toString()), false);
    } else if (key.isPresent() && !WixWebhooks.isKey(key.get())) {
      find(Snag.WIX_WEBHOOK_KEY, Map.of(), false);
    }
  }

  private Probe nothing(boolean reachable) {
    return new Probe(
        reachable, Probe.Settings.UNKNOWN, Set.of(), List.of(), List.of(), List.of(), findings);
  }

  private Probe whole(WixJoin join) {
    var sales = join.sales();
    found(join);
    var rows = sales.stream().flatMap(sale -> sale.charges().stream()).toList();
    return new Probe(
        true,
        new Probe.Settings(
            Optional.empty(),
            most(rows, row -> row.path("amount").path("currency").asText("")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Set.of(),
        gateways(rows),
        rates(sales),
        List.of(),
        findings);
  }

  private void found(WixJoin join) {
    var all = payments(join.sales()).count() + join.unseen().rows().size();
    var alone =
        payments(join.sales().stream().filter(sale -> sale.source() == Source.CASHIER).toList())
            .count();
    var late = join.sales().stream().filter(sale -> sale.joined() == Joined.OVERDUE).count();
    var found = all - alone - join.unseen().rows().size();
    var alones = alone == 0 ? Snag.WIX_ALL_FOUND : Snag.WIX_SOME_ALONE;
    var lates = alone == 0 ? Snag.WIX_SOME_LATE : Snag.WIX_SOME_ALONE_AND_LATE;
    find(
        late == 0 ? alones : lates,
        Map.of("found", "" + found, "all", "" + all, "alone", "" + alone, "late", "" + late),
        false);
  }

  /** Rows that brought money, each once. */
  private static Stream<JsonNode> payments(List<WixSale> sales) {
    return sales.stream()
        .filter(sale -> sale.joined() != Joined.ELSEWHERE)
        .flatMap(sale -> sale.charges().stream())
        .filter(WixRow::holdsMoney);
  }

  private static Optional<String> most(Collection<JsonNode> rows, Function<JsonNode, String> of) {
    return rows.stream()
        .collect(Collectors.groupingBy(of, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  private static List<Probe.Gateway> gateways(List<JsonNode> rows) {
    return rows.stream()
        .map(row -> row.path("paymentMethod").asText("").toLowerCase(Locale.ROOT))
        .filter(method -> !method.isEmpty())
        .distinct()
        .map(method -> new Probe.Gateway(method, method, true))
        .toList();
  }

  private static List<Probe.TaxRate> rates(List<WixSale> sales) {
    var rates = new LinkedHashMap<String, Probe.TaxRate>();
    for (var sale : sales) {
      for (var rate : sale.order().path("taxInfo").path("taxBreakdown")) {
        var name = rate.path("taxName").asText("");
        var fraction = rate.path("rate").asText("0");
        rates.put(
            name + " " + fraction,
            new Probe.TaxRate(
                name + " " + fraction,
                name,
                percent(fraction),
                rate.path("jurisdiction").asText("")));
      }
    }
    return List.copyOf(rates.values());
  }

  private static BigDecimal percent(String fraction) {
    try {
      return new BigDecimal(fraction).movePointRight(2);
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  private void find(Snag snag, Map<String, String> facts, boolean stopsSales) {
    findings.add(new Probe.Finding(snag, facts, stopsSales));
  }
}
