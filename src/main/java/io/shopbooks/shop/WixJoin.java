package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.shop.WixOrders.Told;
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
  static final Duration RESERVED = Duration.ofDays(30);

  private final WixNearby nearby;
  private final WixLists lists;
  private final WixPatience patience;
  private final WixAlone alone;
  private final Map<String, JsonNode> rows = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();
  private final List<WixSale> sales = new ArrayList<>();
  private final WixUnseen unseen;

  WixJoin(Connection connection, WixNearby nearby, WixLists lists, Clock clock) {
    this.nearby = nearby;
    this.lists = lists;
    this.patience = new WixPatience(clock);
    this.alone = new WixAlone(rows.values(), nearby, patience);
    this.unseen = new WixUnseen(connection, lists.orders());
  }

  /** The rows are known from now on. */
  WixJoin with(List<JsonNode> more) {
    more.forEach(row -> rows.put(WixRow.id(row), row));
    nearby.seen(more);
    return this;
  }

  /** The sales that were put together. */
  List<WixSale> sales() {
    return sales;
  }

  /** What is missing here. */
  WixUnseen unseen() {
    return unseen;
  }

  /** The orders of the platform in these days; empty if the key may not see any. */
  void orders(Optional<List<Told>> found) {
    found.ifPresentOrElse(all -> all.forEach(this::order), unseen::orders);
  }

  /** An order of the platform, with the rows of its payments wherever they are. */
  void order(Told found) {
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
      sales.add(WixRow.alone(WixApps.saleOf(row), row, Joined.ELSEWHERE));
    }
  }

  private Optional<JsonNode> row(String id, Instant near) {
    return Optional.ofNullable(rows.get(id)).or(() -> nearby.row(id, near));
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
        && lists.plans().lacksItsRow(order, rows.values(), nearby)) {
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
      case PLANS -> ofPlan(row, planOf(row));
      case PLATFORM, OTHER -> ofPlatform(row);
    }
  }

  private void ofTickets(JsonNode row, Optional<JsonNode> order) {
    var charge = order.map(WixTickets::charge).orElse("");
    if (charge.isEmpty() || charge.equals(WixRow.id(row))) {
      detailed(row, Source.EVENTS, order, lists.tickets().areCovered());
      return;
    }
    // The order names another payment: this one failed, or is money that it does not know of.
    if (WixRow.holdsMoney(row)) {
      sales.add(alone.unknownToOrder(row));
    }
    row(charge, WixTickets.created(order.get()))
        .ifPresent(own -> detailed(own, Source.EVENTS, order, true));
  }

  private Optional<JsonNode> ticketsOf(JsonNode row) {
    var before = WixRow.created(row).minus(RESERVED);
    var found = lists.tickets().numbered(WixApps.orderOf(row), before);
    unseen.callIf(lists.tickets().areForbidden(), WixTickets.call(1, 0));
    return found;
  }

  private Optional<JsonNode> planOf(JsonNode row) {
    var order = WixApps.orderOf(row);
    unseen.callIf(lists.plans().areForbidden(), WixPlans.call(1, 0));
    return WixApps.isGuid(order) ? lists.plans().find(order) : Optional.empty();
  }

  private void ofPlan(JsonNode row, Optional<JsonNode> order) {
    if (order.isPresent() && row.path("status").asText().equals("OFFLINE")) {
      // The plan's own order tells when it was paid by hand.
      sales.add(WixRow.alone(WixApps.saleOf(row), row, Joined.ELSEWHERE));
    } else {
      detailed(row, Source.PLAN, order, lists.plans().areCovered());
    }
  }

  /** One order is one sale, or one cycle of it; without its order the row alone tells enough. */
  private void detailed(JsonNode row, Source source, Optional<JsonNode> order, boolean covered) {
    if (order.isPresent()) {
      var id = WixApps.saleOf(row);
      var joined = patience.whole(row);
      sales.add(new WixSale(id, source, order.get(), Optional.empty(), List.of(row), joined));
    } else {
      var mayCome =
          covered && !WixApps.orderOf(row).isBlank() && !patience.isOverdue(WixRow.created(row));
      sales.add(alone.withoutOrder(row, mayCome ? Joined.WAITING : Joined.WHOLE));
    }
  }

  private void ofPlatform(JsonNode row) {
    var found = unseen.orderOf(row);
    if (found.isPresent()) {
      order(found.get());
      // An attempt that failed is not among the order's payments.
      if (!told.contains(WixRow.id(row)) && WixRow.holdsMoney(row)) {
        sales.add(alone.unknownToOrder(row));
      }
      return;
    }
    var isOfPlatform = WixApps.of(row) == WixApps.PLATFORM;
    var hasGuid = WixApps.isGuid(WixApps.orderOf(row));
    if (!(isOfPlatform || hasGuid) || !unseen.leaves(row)) {
      sales.add(alone.ofPlatform(row, isOfPlatform, hasGuid));
    }
  }
}
