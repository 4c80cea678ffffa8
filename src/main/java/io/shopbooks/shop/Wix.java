package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import io.shopbooks.shop.WixCashier.By;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Wix sites. The cashier's payments are the ledger, and the orders of the apps that sold tell what
 * each is about (`wix.md` 0).
 */
final class Wix implements Shop {

  /** Rows and orders of a moment are not all listed at that moment (2.2). */
  private static final Duration LAG = Duration.ofMinutes(1);

  /** A webhook about a plan says that it was charged, and not under which id. */
  private static final Duration LATELY = Duration.ofHours(1);

  private final WixApi api;
  private final ShopSettings settings;
  private final Clock clock;
  private final WixCashier cashier;
  private final WixOrders orders;
  private final WixWebhooks webhooks;

  Wix(WixApi api, ShopSettings settings, Clock clock) {
    this.api = api;
    this.settings = settings;
    this.clock = clock;
    this.cashier = new WixCashier(api);
    this.orders = new WixOrders(api, clock);
    this.webhooks = new WixWebhooks(settings.largestDelivery(), clock);
  }

  @Override
  public Changes changes(Connection connection, Optional<Instant> cursor) {
    var now = clock.instant();
    var start = connection.beginOf(connection.startDate());
    var by = cursor.isPresent() ? By.UPDATED : By.CREATED;
    var from = later(cursor.map(time -> time.minus(settings.wixOverlap())).orElse(start), start);
    return read(new Slice(connection, by), from, now.plus(LAG), now);
  }

  @Override
  public Changes window(Connection connection, LocalDate from, LocalDate until) {
    var begin = connection.beginOf(from);
    var end = connection.beginOf(until.plusDays(1));
    return read(new Slice(connection, By.CREATED), begin, end, clock.instant());
  }

  private static Instant later(Instant time, Instant other) {
    return time.isBefore(other) ? other : time;
  }

  private Changes read(Slice slice, Instant from, Instant until, Instant now) {
    return new Changes(new WixRound(slice.connection, from, until, slice), () -> now);
  }

  /** Some days of a site, as its lists tell them. */
  private final class Slice implements WixRound.Slices {

    private final Connection connection;
    private final By by;
    private final WixTickets tickets;
    private final WixPlans plans;

    Slice(Connection connection, By by) {
      this.connection = connection;
      this.by = by;
      this.tickets = new WixTickets(api, connection);
      this.plans = new WixPlans(api, connection);
    }

    @Override
    public WixJoin joined(Instant from, Instant until) {
      var join =
          new WixJoin(connection, cashier, orders, tickets, plans, clock)
              .with(cashier.rows(connection, by, from, until));
      var field = by == By.CREATED ? "createdDate" : "updatedDate";
      orders.orders(connection, field, from, until).forEach(join::order);
      tickets.since(from).stream()
          .filter(order -> !WixTickets.created(order).isAfter(until))
          .forEach(join::tickets);
      plans.since(from).stream()
          .filter(order -> !WixPlans.created(order).isAfter(until))
          .forEach(join::plan);
      join.rest();
      return join;
    }

    @Override
    public void refuse() {
      api.ask(connection, WixOrders.any());
    }
  }

  /**
   * One sale by its id, or by the hint of a webhook: the id of a payment with the time it was made,
   * {@code e61aa3b9-…@2026-03-01T10:15:30Z}.
   */
  @Override
  public Optional<RawOrder> order(Connection connection, String name) {
    var parts = name.split("@", 2);
    var id = parts[0];
    var tickets = new WixTickets(api, connection);
    var plans = new WixPlans(api, connection);
    var fresh = new WixOrders(api, clock);
    var join = new WixJoin(connection, cashier, fresh, tickets, plans, clock);
    var start = connection.beginOf(connection.startDate());
    var soon = clock.instant().plus(LAG);
    if (parts.length == 2) {
      cashier.row(connection, id, time(parts[1])).ifPresent(row -> join.with(List.of(row)).rest());
    } else if (!WixApps.isGuid(id)) {
      tickets.numbered(id, start).ifPresent(join::tickets);
      join.rest();
    } else {
      fresh.find(connection, id).ifPresent(join::order);
      if (join.sales().isEmpty()) {
        plans.find(id).ifPresent(plan -> plan(connection, plan, join));
      }
      if (join.sales().isEmpty()) {
        cashier.row(connection, id, start, soon).ifPresent(row -> join.with(List.of(row)).rest());
      }
    }
    if (join.sales().isEmpty()) {
      orders.mustBeSeen(connection, id);
    }
    return join.sales().stream().findFirst().map(sale -> sale.raw(connection.shopId()));
  }

  /** A plan, or of one that is charged by itself what was charged just now. */
  private void plan(Connection connection, JsonNode plan, WixJoin join) {
    join.plan(plan);
    if (join.sales().isEmpty()) {
      var now = clock.instant();
      cashier.rows(connection, By.CREATED, now.minus(LATELY), now.plus(LAG)).stream()
          .filter(row -> WixApps.orderOf(row).equals(plan.path("id").asText()))
          .reduce((older, newer) -> newer)
          .ifPresent(row -> join.with(List.of(row)).rest());
    }
    if (join.sales().isEmpty()) {
      join.planAlone(plan);
    }
  }

  private Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return clock.instant();
    }
  }

  @Override
  public Catalogue catalogue(Connection connection, Optional<Instant> cursor) {
    return new WixCatalogue(api, connection).read(isV3(connection), clock.instant());
  }

  @Override
  public Set<String> goneProducts(Connection connection, Collection<String> ids) {
    var gone = new TreeSet<>(ids);
    catalogue(connection, Optional.empty()).forEach(product -> gone.remove(product.id()));
    return gone;
  }

  @Override
  public StockReading stock(Connection connection, Optional<Instant> cursor) {
    var now = clock.instant();
    var since = cursor.map(time -> time.minus(settings.wixOverlap()));
    return new StockReading(stock(connection).read(since), since.isEmpty(), now);
  }

  @Override
  public List<StockLevel> stockOf(Connection connection, List<StockLevel> known) {
    return stock(connection).of(WixStock.products(known.stream().map(StockLevel::product)));
  }

  @Override
  public List<StockAnswer> stockUp(Connection connection, List<StockOrder> orders) {
    return stock(connection).write(orders);
  }

  private WixStock stock(Connection connection) {
    return WixStock.of(api, connection, isV3(connection));
  }

  private boolean isV3(Connection connection) {
    return new WixStores(api, connection).areV3(settings.wixApiUrl());
  }

  @Override
  public Set<String> gone(Connection connection, Collection<String> ids) {
    var missing = new TreeSet<>(ids);
    missing.removeIf(id -> order(connection, id).isPresent());
    return missing;
  }

  @Override
  public Delivery delivery(Connection connection, String topic, String signature, byte[] body) {
    return webhooks.read(connection, body);
  }

  @Override
  public Probe probe(Connection connection, Duration back) {
    var slice = new Slice(connection, By.CREATED);
    return new WixProbe(api, connection, clock, slice::joined, back).look();
  }
}
