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

  /** How long before its payment tickets may have been ordered. */
  private static final Duration RESERVED = Duration.ofDays(30);

  private final Connection connection;
  private final WixCashier cashier;
  private final WixOrders orders;
  private final WixTickets tickets;
  private final WixPlans plans;
  private final WixPatience patience;
  private final Map<String, JsonNode> rows = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();
  private final List<WixSale> sales = new ArrayList<>();
  private final List<JsonNode> unseen = new ArrayList<>();

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
    this.patience = new WixPatience(clock);
  }

  /** The rows are known from now on. */
  WixJoin with(List<JsonNode> more) {
    more.forEach(row -> rows.put(WixRow.id(row), row));
    return this;
  }

  /** The sales that were put together. */
  List<WixSale> sales() {
    return sales;
  }

  /**
   * Rows whose orders the key may not see. Nothing is told of them: an order that was seen before
   * must not turn into a payment without one.
   */
  List<JsonNode> unseen() {
    return unseen;
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
      var at = WixTimes.of(payment.path("createdDate")).orElse(patience.now());
      var row = row(charge, at);
      row.ifPresent(charges::add);
      if (row.isEmpty() && WixMoney.isSettled(payment)) {
        joined = patience.missing(at);
      }
    }
    charges.sort(Comparator.comparing(WixRow::id));
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
    told.add(WixRow.id(row));
    if (!WixApps.saleOf(row).equals(sale)) {
      sales.add(WixRow.alone(row, Joined.ELSEWHERE));
    }
  }

  private Optional<JsonNode> row(String id, Instant near) {
    var known = rows.get(id);
    return known == null ? cashier.row(connection, id, near) : Optional.of(known);
  }

  /** Tickets that no row tells of: free ones, and those paid at the door. */
  void tickets(JsonNode order) {
    var number = order.path("orderNumber").asText();
    var charge = WixTickets.charge(order);
    if (rows.values().stream().anyMatch(row -> WixApps.saleOf(row).equals(number))) {
      return;
    }
    var at = WixTickets.created(order);
    var row = charge.isEmpty() ? Optional.<JsonNode>empty() : row(charge, at);
    if (row.isPresent()) {
      rows.put(WixRow.id(row.get()), row.get());
      return;
    }
    var needsRow = WixTickets.needRow(order);
    var joined = charge.isEmpty() && !needsRow ? Joined.WHOLE : patience.missing(at);
    sales.add(new WixSale(number, Source.EVENTS, order, Optional.empty(), List.of(), joined));
  }

  /** Plans that no row tells of: free ones, those paid by hand, and those whose row is missing. */
  void plan(JsonNode order) {
    if (WixPlans.isByHand(order) || WixPlans.isFree(order)) {
      plan(order, Joined.WHOLE);
    } else if (WixPlans.isPaid(order)
        && patience.isOverdue(WixPlans.firstPayment(order))
        && plans.lacksItsRow(order, rows.values(), cashier)) {
      plan(order, Joined.OVERDUE);
    }
  }

  /** The same of a plan that was asked for by itself: what its row tells is told elsewhere. */
  void planAlone(JsonNode order) {
    plan(order);
    if (sales.isEmpty() && patience.isOverdue(WixPlans.firstPayment(order))) {
      plan(order, Joined.ELSEWHERE);
    }
  }

  private void plan(JsonNode order, Joined joined) {
    var id = order.path("id").asText();
    sales.add(new WixSale(id, Source.PLAN, order, Optional.empty(), List.of(), joined));
  }

  /** The rows that no order told of yet, each with its own order. */
  void rest() {
    var bySale = new LinkedHashMap<String, JsonNode>();
    for (var row : List.copyOf(rows.values())) {
      var first = bySale.get(WixApps.saleOf(row));
      if (told.contains(WixRow.id(row))) {
        continue;
      }
      if (first != null && WixRow.holdsMoney(first)) {
        // Of several attempts to pay the same order, the one that holds money counts.
        if (WixRow.holdsMoney(row)) {
          row(row);
        }
      } else {
        bySale.put(WixApps.saleOf(row), row);
      }
    }
    bySale.values().forEach(this::row);
  }

  private void row(JsonNode row) {
    if (told.contains(WixRow.id(row))) {
      return;
    }
    switch (WixApps.of(row)) {
      case EVENTS -> ofTickets(row, ticketsOf(row));
      case PLANS -> detailed(row, Source.PLAN, planOf(row), plans.areCovered());
      case PLATFORM, OTHER -> ofPlatform(row);
    }
  }

  private void ofTickets(JsonNode row, Optional<JsonNode> order) {
    var charge = order.map(WixTickets::charge).orElse("");
    if (charge.isEmpty() || charge.equals(WixRow.id(row))) {
      detailed(row, Source.EVENTS, order, tickets.areCovered());
      return;
    }
    // The order names another payment: this one failed, or is money that it does not know of.
    if (WixRow.holdsMoney(row)) {
      sales.add(WixRow.alone(WixRow.id(row), row, patience.missing(WixRow.created(row))));
    }
    row(charge, WixTickets.created(order.get()))
        .ifPresent(own -> detailed(own, Source.EVENTS, order, tickets.areCovered()));
  }

  private Optional<JsonNode> ticketsOf(JsonNode row) {
    var before = WixRow.created(row).minus(RESERVED);
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
      sales.add(WixRow.alone(row, order.isPresent() ? Joined.ELSEWHERE : Joined.WHOLE));
    } else if (order.isPresent()) {
      sales.add(new WixSale(id, source, order.get(), Optional.empty(), charges, Joined.WHOLE));
    } else {
      var mayCome =
          covered && !WixApps.orderOf(row).isBlank() && !patience.isOverdue(WixRow.created(row));
      sales.add(WixRow.alone(row, mayCome ? Joined.WAITING : Joined.WHOLE));
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
    if (told.contains(WixRow.id(row)) || found.isPresent() && !WixRow.holdsMoney(row)) {
      return;
    }
    var isOfPlatform = WixApps.of(row) == WixApps.PLATFORM;
    if (found.isEmpty() && isOfPlatform && (!unseen.isEmpty() || orders.areForbidden(connection))) {
      unseen.add(row);
      return;
    }
    var hasOrder = found.isPresent() || isOfPlatform;
    var joined =
        hasOrder && WixRow.holdsMoney(row) ? patience.missing(WixRow.created(row)) : Joined.WHOLE;
    // Money that its order does not know of must not hide behind that order.
    sales.add(WixRow.alone(found.isPresent() ? WixRow.id(row) : WixApps.saleOf(row), row, joined));
  }
}
