package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.shop.WixSale.Joined;
import io.shopbooks.shop.WixSale.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the payments of some days and the orders of the apps that sold together, so that each is
 * told once (`wix.md` 4.7). What an order is kept under does not depend on which of them was seen
 * first.
 */
final class WixJoin {

  /** How long order and payment may miss each other (DESIGN 7). */
  private static final Duration PATIENCE = Duration.ofHours(24);

  private static final Set<String> FINAL =
      Set.of(
          "APPROVED", "REFUND", "PARTIAL_REFUND", "CHARGE_BACK", "DISPUTE", "COMPLETED_FUNDS_HELD");

  private final Connection connection;
  private final WixCashier cashier;
  private final WixOrders orders;
  private final WixTickets tickets;
  private final WixPlans plans;
  private final Clock clock;
  private final Map<String, JsonNode> rows = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();
  private final List<WixSale> sales = new ArrayList<>();

  WixJoin(
      Connection connection,
      WixCashier cashier,
      WixOrders orders,
      WixTickets tickets,
      WixPlans plans,
      Clock clock) {
    this.connection = connection;
    this.cashier = cashier;
    this.orders = orders;
    this.tickets = tickets;
    this.plans = plans;
    this.clock = clock;
  }

  /** The rows are known from now on. */
  WixJoin with(List<JsonNode> more) {
    more.forEach(row -> rows.put(id(row), row));
    return this;
  }

  /** The sales that were put together. */
  List<WixSale> sales() {
    return sales;
  }

  /** An order of the platform, with the rows of its payments wherever they are. */
  void order(WixOrders.Told found) {
    var charges = new ArrayList<JsonNode>();
    var joined = Joined.WHOLE;
    for (var payment : found.transactions().path("payments")) {
      var charge = WixMoney.chargeOf(payment);
      if (charge.isEmpty()) {
        continue;
      }
      var at = WixTimes.of(payment.path("createdDate")).orElse(clock.instant());
      var row = row(charge, at);
      row.ifPresent(charges::add);
      if (row.isEmpty() && WixMoney.isSettled(payment)) {
        joined = isOverdue(at) ? Joined.OVERDUE : Joined.WAITING;
      }
    }
    charges.sort(Comparator.comparing(WixJoin::id));
    sales.add(
        new WixSale(
            found.id(),
            Source.ECOMMERCE,
            found.order(),
            Optional.of(found.transactions()),
            charges,
            joined));
    charges.forEach(row -> told(row, found.id()));
  }

  /** The row's payment is told by the sale of this id; where it had its own, that is no more. */
  private void told(JsonNode row, String sale) {
    told.add(id(row));
    if (!WixApps.saleOf(row).equals(sale)) {
      sales.add(ofRow(row, Joined.ELSEWHERE));
    }
  }

  private Optional<JsonNode> row(String id, Instant near) {
    var known = rows.get(id);
    return known == null ? cashier.row(connection, id, near) : Optional.of(known);
  }

  /** Tickets that no row tells of: free ones, and those paid at the door. */
  void tickets(JsonNode order) {
    var number = order.path("orderNumber").asText();
    var charge = order.path("paymentDetails").path("transaction").path("transactionId").asText("");
    if (rows.values().stream().anyMatch(row -> WixApps.saleOf(row).equals(number))) {
      return;
    }
    var at = WixTickets.created(order);
    var row = charge.isEmpty() ? Optional.<JsonNode>empty() : row(charge, at);
    if (row.isPresent()) {
      rows.put(id(row.get()), row.get());
      return;
    }
    var joined = charge.isEmpty() ? Joined.WHOLE : isOverdue(at) ? Joined.OVERDUE : Joined.WAITING;
    sales.add(new WixSale(number, Source.EVENTS, order, Optional.empty(), List.of(), joined));
  }

  /** Plans that no row tells of: free ones, those paid by hand, and those whose row is missing. */
  void plan(JsonNode order) {
    if (!order.path("type").asText().equals("ONLINE") || isFree(order)) {
      plan(order, Joined.WHOLE);
    } else if (WixPlans.isPaid(order)
        && isOverdue(WixPlans.firstPayment(order))
        && plans.lacksItsRow(order, rows.values(), cashier)) {
      plan(order, Joined.OVERDUE);
    }
  }

  /** The same of a plan that was asked for by itself: what its row tells is told elsewhere. */
  void planAlone(JsonNode order) {
    plan(order);
    if (sales.isEmpty() && isOverdue(WixPlans.firstPayment(order))) {
      plan(order, Joined.ELSEWHERE);
    }
  }

  private void plan(JsonNode order, Joined joined) {
    var id = order.path("id").asText();
    sales.add(new WixSale(id, Source.PLAN, order, Optional.empty(), List.of(), joined));
  }

  private static boolean isFree(JsonNode plan) {
    return plan.path("lastPaymentStatus").asText().equals("NOT_APPLICABLE");
  }

  /** The rows that no order told of yet, each with its own order. */
  void rest() {
    var bySale = new LinkedHashMap<String, JsonNode>();
    for (var row : List.copyOf(rows.values())) {
      if (!told.contains(id(row))) {
        // Of several attempts to pay the same order, the one that holds money counts.
        bySale.merge(WixApps.saleOf(row), row, (a, b) -> holdsMoney(a) && !holdsMoney(b) ? a : b);
      }
    }
    bySale.values().forEach(this::row);
  }

  private void row(JsonNode row) {
    if (told.contains(id(row))) {
      return;
    }
    switch (WixApps.of(row)) {
      case EVENTS -> detailed(row, Source.EVENTS, ticketsOf(row), tickets.areCovered());
      case PLANS -> detailed(row, Source.PLAN, planOf(row), plans.areCovered());
      case PLATFORM, OTHER -> ofPlatform(row);
    }
  }

  private Optional<JsonNode> ticketsOf(JsonNode row) {
    var before = created(row).minus(Duration.ofDays(1));
    return tickets.numbered(WixApps.orderOf(row), before);
  }

  private Optional<JsonNode> planOf(JsonNode row) {
    var order = WixApps.orderOf(row);
    return WixApps.isGuid(order) ? plans.find(order) : Optional.empty();
  }

  /** One order is one sale, or one cycle of it; without its order the row alone tells enough. */
  private void detailed(JsonNode row, Source source, Optional<JsonNode> order, boolean covered) {
    var charges = List.of(row);
    var id = WixApps.saleOf(row);
    if (source == Source.PLAN && row.path("status").asText().equals("OFFLINE")) {
      // The plan's own order tells when it was paid by hand.
      sales.add(ofRow(row, order.isPresent() ? Joined.ELSEWHERE : Joined.WHOLE));
    } else if (order.isPresent()) {
      sales.add(new WixSale(id, source, order.get(), Optional.empty(), charges, Joined.WHOLE));
    } else {
      var mayCome = covered && !WixApps.orderOf(row).isBlank() && !isOverdue(created(row));
      sales.add(ofRow(row, mayCome ? Joined.WAITING : Joined.WHOLE));
    }
  }

  private void ofPlatform(JsonNode row) {
    var order = WixApps.orderOf(row);
    var found =
        WixApps.isGuid(order) ? orders.recent(connection, order) : Optional.<WixOrders.Told>empty();
    if (found.isPresent()) {
      order(found.get());
    }
    // An attempt that failed is not among the order's payments.
    if (told.contains(id(row)) || found.isPresent() && !holdsMoney(row)) {
      return;
    }
    var hasOrder = found.isPresent() || WixApps.of(row) == WixApps.PLATFORM;
    var joined =
        !hasOrder || !holdsMoney(row)
            ? Joined.WHOLE
            : isOverdue(created(row)) ? Joined.OVERDUE : Joined.WAITING;
    // Money that its order does not know of must not hide behind that order.
    var id = found.isPresent() ? id(row) : WixApps.saleOf(row);
    sales.add(new WixSale(id, Source.CASHIER, row, Optional.empty(), List.of(row), joined));
  }

  private static WixSale ofRow(JsonNode row, Joined joined) {
    return new WixSale(
        WixApps.saleOf(row), Source.CASHIER, row, Optional.empty(), List.of(row), joined);
  }

  private boolean isOverdue(Instant since) {
    return since.plus(PATIENCE).isBefore(clock.instant());
  }

  /** Whether money was once taken, whatever became of it since. */
  static boolean holdsMoney(JsonNode row) {
    return FINAL.contains(row.path("status").asText());
  }

  private static Instant created(JsonNode row) {
    return WixTimes.of(row.path("createdAt")).orElse(Instant.EPOCH);
  }

  private static String id(JsonNode row) {
    return row.path("transactionId").asText();
  }
}
