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

/** Looks one Wix site over, once; what it may not see becomes a finding. */
final class WixProbe {

  private static final Duration LATELY = Duration.ofDays(90);

  /** Puts the sales of some days together. */
  interface Joining {
    WixJoin join(Connection connection, Instant from, Instant until);
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
      api.ask(connection, WixCashier.call(WixCashier.By.CREATED, now, now, "asc", 1, 0));
      covered(WixTickets.call(1, 0), "Wix Events", "tickets are booked from their payments alone");
      covered(WixPlans.call(1, 0), "Pricing Plans", "plans are booked from their payments alone");
      var search = Json.MAPPER.createObjectNode();
      search.putObject("cursorPaging").put("limit", 1);
      covered(
          WixOrders.search(search),
          "the eCommerce platform (Stores, Bookings, point of sale, invoices)",
          "its payments wait for their orders");
      preview();
      return whole(joining.join(connection, now.minus(LATELY), now).sales());
    } catch (ShopRefused e) {
      find("The site cannot be read: Wix " + e.what() + ".", e.remedy(), true);
      return nothing(true);
    } catch (ShopUnreachable e) {
      find("Wix cannot be reached: it " + e.what() + ".", e.remedy(), true);
      return nothing(false);
    }
  }

  private void covered(WixCall call, String app, String then) {
    var status = api.status(connection, call);
    if (status == 403) {
      find(
          "Orders of " + app + " cannot be read: the key may not (403); " + then + ".",
          "Give the key the permission \"" + WixPermission.of(call) + "\", or make a new key.",
          false);
    } else if (status == 428) {
      find(
          "The site has no orders of " + app + ": the app is not installed (428).",
          "Nothing is to be done, unless the site sells with it.",
          false);
    }
  }

  private void preview() {
    find(
        "Payments come from Wix's Transactions List, which Wix calls a developer preview.",
        "Nothing is to be done; should it change, reading stops with a reason and nothing is"
            + " booked wrongly.",
        false);
  }

  private Probe nothing(boolean reachable) {
    return new Probe(
        reachable, Probe.Settings.UNKNOWN, Set.of(), List.of(), List.of(), List.of(), findings);
  }

  private Probe whole(List<WixSale> sales) {
    var charged =
        sales.stream()
            .filter(sale -> sale.charges().stream().anyMatch(WixJoin::holdsMoney))
            .toList();
    var found = charged.stream().filter(sale -> sale.source() != Source.CASHIER).count();
    var missing = sales.stream().filter(sale -> sale.joined() == Joined.OVERDUE).count();
    find(
        "Of the last 90 days' sales with an online payment, %d of %d found their order."
            .formatted(found, charged.size()),
        missing == 0
            ? "Nothing is to be done: the others are told by the cashier alone."
            : missing + " of them miss what should be there, and are held for a person.",
        false);
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
                new BigDecimal(fraction).movePointRight(2),
                rate.path("jurisdiction").asText("")));
      }
    }
    return List.copyOf(rates.values());
  }

  private void find(String what, String remedy, boolean stopsSales) {
    findings.add(new Probe.Finding(what, remedy, stopsSales));
  }
}
