package io.shopbooks.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.KnownOrder;
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
import java.util.stream.Collectors;

/**
 * Wix sites. The cashier's payments are the ledger, and the orders of the apps that sold tell what
 * each is about (`wix.md` 0).
 */
final class Wix implements Shop {

  /** Rows and orders of a moment are not all listed at that moment (2.2). */
  static final Duration LAG = Duration.ofMinutes(1);

  private final WixApi api;
  private final ShopSettings settings;
  private final Clock clock;
  private final WixCashier cashier;
  private final WixOrders orders;
  private final WixKnownRows knownRows;
  private final WixWebhooks webhooks;

  Wix(WixApi api, ShopSettings settings, Clock clock) {
    this.api = api;
    this.settings = settings;
    this.clock = clock;
    this.cashier = new WixCashier(api);
    this.orders = new WixOrders(api, clock);
    this.knownRows = new WixKnownRows(clock);
    this.webhooks = new WixWebhooks(settings.largestDelivery(), clock);
  }

  @Override
  public Changes changes(Connection connection, Optional<Instant> cursor) {
    var now = clock.instant();
    var start = connection.beginOf(connection.startDate());
    var from = later(cursor.map(time -> time.minus(settings.wixOverlap())).orElse(start), start);
    var reading = cursor.isPresent() ? Reading.CHANGES : Reading.FIRST;
    return read(new Slice(connection, reading), from, now.plus(LAG), now);
  }

  @Override
  public Changes window(Connection connection, LocalDate from, LocalDate until) {
    var begin = connection.beginOf(from);
    var end = connection.beginOf(until.plusDays(1));
    return read(new Slice(connection, Reading.DAYS), begin, end, clock.instant());
  }

  private static Instant later(Instant time, Instant other) {
    return time.isBefore(other) ? other : time;
  }

  private Changes read(Slice slice, Instant from, Instant until, Instant now) {
    return new Changes(new WixRound(slice.connection, from, until, slice), () -> now);
  }

  /** What is asked for of some days. */
  private enum Reading {
    /** All that was paid in them; of older orders, what may have been paid in them by hand. */
    FIRST,
    /** All that changed. */
    CHANGES,
    /** All that was made. */
    DAYS
  }

  /** Some days of a site, as its lists tell them. */
  private final class Slice implements WixRound.Slices {

    private final Connection connection;
    private final Reading reading;
    private final WixLists lists;
    private final WixNearby nearby;

    Slice(Connection connection, Reading reading) {
      this.connection = connection;
      this.reading = reading;
      this.lists =
          new WixLists(orders, new WixTickets(api, connection), new WixPlans(api, connection));
      this.nearby = new WixNearby(connection, cashier, knownRows);
    }

    @Override
    public WixJoin joined(Instant from, Instant until) {
      var by = reading == Reading.CHANGES ? By.UPDATED : By.CREATED;
      var join =
          new WixJoin(connection, nearby, lists, clock)
              .with(cashier.rows(connection, by, from, until));
      searches(from, until).forEach(search -> join.orders(orders.orders(connection, search)));
      lists.tickets().since(from).stream()
          .filter(order -> !WixTickets.created(order).isAfter(until))
          .forEach(join::tickets);
      lists.plans().since(from).stream()
          .filter(order -> !WixPlans.created(order).isAfter(until))
          .forEach(join::plan);
      join.rest();
      return join;
    }

    private List<ObjectNode> searches(Instant from, Instant until) {
      var start = connection.beginOf(connection.startDate());
      return switch (reading) {
        case FIRST ->
            List.of(WixOrders.madeIn(from, until), WixOrders.changedIn(from, until, start));
        case CHANGES -> List.of(WixOrders.changedIn(from, until));
        case DAYS -> List.of(WixOrders.madeIn(from, until));
      };
    }

    @Override
    public RuntimeException refusal(Collection<WixCall> calls) {
      return api.refusal(connection, calls);
    }
  }

  /**
   * One sale by its id, or by the hint of a webhook: the id of a payment with the time it was made,
   * {@code e61aa3b9-…@2026-03-01T10:15:30Z}.
   */
  @Override
  public Optional<RawOrder> order(Connection connection, String name) {
    var parts = name.split("@", 2);
    var one = new WixOne(connection, api, clock);
    return parts.length == 2 ? one.charge(parts[0], time(parts[1])) : one.any(parts[0]);
  }

  @Override
  public Optional<RawOrder> again(Connection connection, KnownOrder known) {
    return new WixOne(connection, api, clock).known(known);
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
  public Set<String> gone(Connection connection, Collection<KnownOrder> known) {
    return known.stream()
        .filter(order -> isGone(connection, order))
        .map(KnownOrder::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What may not be seen is not gone, and keeps nobody from looking at the rest. */
  private boolean isGone(Connection connection, KnownOrder known) {
    try {
      return again(connection, known).isEmpty();
    } catch (ShopRefused e) {
      return false;
    }
  }

  @Override
  public Delivery delivery(Connection connection, String topic, String signature, byte[] body) {
    return webhooks.read(connection, body);
  }

  @Override
  public Probe probe(Connection connection, Duration back) {
    var slice = new Slice(connection, Reading.DAYS);
    return new WixProbe(api, connection, clock, slice::joined, back).look();
  }
}
