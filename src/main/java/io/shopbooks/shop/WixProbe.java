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
        find(
            "Payments cannot be read: the key may not (403), and without them no sale is covered.",
            permit(payments),
            true);
        return nothing(true);
      }
      api.ask(connection, payments);
      preview();
      webhooks();
      var join = joining.join(now.minus(LATELY), now);
      coverage(!join.unseen().isEmpty());
      return whole(join);
    } catch (ShopRefused e) {
      find("The site cannot be read: Wix " + e.what() + ".", e.remedy(), true);
      return nothing(true);
    } catch (ShopUnreachable e) {
      find("Wix cannot be reached: it " + e.what() + ".", e.remedy(), true);
      return nothing(false);
    }
  }

  /** Then key and site belong together, and a permission is all that is missing. */
  private boolean othersCanBeRead() {
    return Stream.of(WixTickets.call(1, 0), WixPlans.call(1, 0), WixOrders.any())
        .map(call -> api.status(connection, call))
        .anyMatch(status -> status != 400 && status != 401 && status != 403);
  }

  private void coverage(boolean sellsWhatIsUnseen) {
    covered(
        WixTickets.call(1, 0),
        "Wix Events",
        "paid tickets are booked from their payments alone, and free ones not at all",
        false);
    covered(
        WixPlans.call(1, 0),
        "Pricing Plans",
        "paid plans are booked from their payments alone, and those paid by hand not at all",
        false);
    covered(
        WixOrders.any(),
        "Wix Stores with its point of sale, Bookings and newer Invoices",
        "what they sell is left until the key may, and then read from where it was left",
        sellsWhatIsUnseen);
  }

  private void covered(WixCall call, String app, String then, boolean stopsSales) {
    var status = api.status(connection, call);
    if (status == 403) {
      find(
          "Orders of " + app + " cannot be read: the key may not (403); " + then + ".",
          permit(call),
          stopsSales);
    } else if (status == 428) {
      find(
          "The site has no orders of " + app + ": the app is not installed (428).",
          "Nothing is to be done, unless the site sells with it.",
          false);
    }
  }

  private static String permit(WixCall call) {
    return "Give the key the permission \""
        + WixPermission.of(call)
        + "\" in the API Keys Manager of Wix, or make a new key that has it.";
  }

  /** Webhooks only make a sync begin sooner, so that nothing about them stops sales. */
  private void webhooks() {
    var site = connection.shop().wix().orElseThrow();
    var key = site.appPublicKey().filter(text -> !text.isBlank());
    var instance = site.instanceId().filter(text -> !text.isBlank());
    if (key.isPresent() != instance.isPresent()) {
      find(
          "Webhooks are refused: shop.app-public-key and shop.instance-id go together.",
          "Set both in " + connection.file() + ", or neither; payments come by reading the site.",
          false);
    } else if (key.isPresent() && !WixWebhooks.isKey(key.get())) {
      find(
          "Webhooks are refused: shop.app-public-key is no public key.",
          "Copy it whole from the dashboard of your Wix app (Webhooks), with its BEGIN and END"
              + " lines or as one line of Base64.",
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
    var all = payments(join.sales()).count() + join.unseen().size();
    var alone =
        payments(join.sales().stream().filter(sale -> sale.source() == Source.CASHIER).toList())
            .count();
    var late = join.sales().stream().filter(sale -> sale.joined() == Joined.OVERDUE).count();
    find(
        "Of the last 90 days' online payments, %d of %d found their order."
            .formatted(all - alone - join.unseen().size(), all),
        (alone == 0 ? "" : "Of the others, " + alone + " are told by the payment alone. ")
            + (late == 0
                ? "Nothing is to be done."
                : late + " miss order or payment for more than a day, and are held for a person."),
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

  private void find(String what, String remedy, boolean stopsSales) {
    findings.add(new Probe.Finding(what, remedy, stopsSales));
  }
}
