package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.KnownOrder;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** WooCommerce shops, read by REST (`woocommerce.md` 3 and 14). */
final class WooCommerce implements Shop {

  // Without a Z: with one the shop shifts the time by its zone and loses orders (3.2).
  private static final DateTimeFormatter GMT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final int CHUNK = 100;

  private final WooApi api;
  private final ShopSettings settings;
  private final Clock clock;
  private final Statuses statuses;
  private final WooWebhooks webhooks;

  WooCommerce(WooApi api, ShopSettings settings, Clock clock) {
    this.api = api;
    this.settings = settings;
    this.clock = clock;
    this.statuses = new Statuses(api);
    this.webhooks = new WooWebhooks(settings.largestDelivery());
  }

  @Override
  public Changes changes(Connection connection, Optional<Instant> cursor) {
    var since =
        cursor
            .map(time -> Map.of("modified_after", GMT.format(time.minus(settings.overlap()))))
            .orElseGet(() -> Map.of("after", justBefore(connection, startDate(connection))));
    return read(connection, orders(connection).with(since), cursor);
  }

  @Override
  public Changes window(Connection connection, LocalDate from, LocalDate until) {
    var end = connection.beginOf(until.plusDays(1));
    var question =
        orders(connection)
            .with("after", justBefore(connection, from))
            .with("before", GMT.format(end));
    return read(connection, question, Optional.empty());
  }

  @Override
  public Catalogue catalogue(Connection connection, Optional<Instant> cursor) {
    var since = cursor.map(time -> GMT.format(time.minus(settings.overlap())));
    var products = Question.list("products").with("dates_are_gmt", true);
    return new WooCatalogue(api, connection, clock)
        .read(since.map(time -> products.with("modified_after", time)).orElse(products), cursor);
  }

  @Override
  public Set<String> goneProducts(Connection connection, Collection<String> ids) {
    return new WooCatalogue(api, connection, clock).gone(ids);
  }

  @Override
  public StockReading stock(Connection connection, Optional<Instant> cursor) {
    var since = cursor.map(time -> GMT.format(time.minus(settings.overlap())));
    return new WooStock(api, connection, clock).read(since, cursor);
  }

  @Override
  public List<StockLevel> stockOf(Connection connection, List<StockLevel> known) {
    return new WooStock(api, connection, clock).readAgain(known);
  }

  @Override
  public List<StockAnswer> stockUp(Connection connection, List<StockOrder> orders) {
    return new WooStockWriter(api, connection).write(orders);
  }

  @Override
  public Optional<RawOrder> order(Connection connection, String id) {
    return isId(id)
        ? api.find(connection, Question.one("orders/" + id).with("dp", 6))
            .flatMap(reply -> reader(connection).complete(reply.json()))
        : Optional.empty();
  }

  @Override
  public Optional<RawOrder> again(Connection connection, KnownOrder known) {
    return order(connection, known.id());
  }

  @Override
  public Set<String> gone(Connection connection, Collection<KnownOrder> orders) {
    var missing =
        orders.stream().map(KnownOrder::id).collect(Collectors.toCollection(TreeSet::new));
    var known = List.copyOf(missing);
    var question = orders(connection).with("per_page", CHUNK).with("_fields", "id");
    for (var from = 0; from < known.size(); from += CHUNK) {
      var chunk = known.subList(from, Math.min(known.size(), from + CHUNK));
      var listed = api.ask(connection, question.with("include", String.join(",", chunk)));
      listed.json().forEach(order -> missing.remove(order.path("id").asText()));
    }
    // A list leaves out what has an unlisted status; only the order's own address is certain.
    missing.removeIf(id -> isId(id) && isThere(connection, id));
    return missing;
  }

  @Override
  public Delivery delivery(Connection connection, String topic, String signature, byte[] body) {
    return webhooks.read(connection, topic, signature, body);
  }

  @Override
  public Probe probe(Connection connection, Duration back) {
    return new WooProbe(api, statuses, connection).look();
  }

  private Question orders(Connection connection) {
    // Six decimals are the amounts as stored, whatever the shop shows (5).
    return Question.list("orders")
        .with("status", statuses.parameter(connection))
        .with("dates_are_gmt", true)
        .with("dp", 6);
  }

  private Changes read(Connection connection, Question question, Optional<Instant> cursor) {
    var pages = new OrderPages(api, connection, question, settings.pageSize(), cursor, clock);
    return new Changes(completed(connection, pages), pages::start);
  }

  private Iterator<RawOrder> completed(Connection connection, OrderPages pages) {
    var reader = reader(connection);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, 0), false)
        .map(reader::complete)
        .filter(Optional::isPresent)
        .map(Optional::get)
        .iterator();
  }

  private OrderReader reader(Connection connection) {
    return new OrderReader(api, clock, connection);
  }

  private boolean isThere(Connection connection, String id) {
    return api.find(connection, Question.one("orders/" + id).with("_fields", "id")).isPresent();
  }

  // The bound is exclusive (3.2).
  private static String justBefore(Connection connection, LocalDate day) {
    return GMT.format(connection.beginOf(day).minusSeconds(1));
  }

  private static LocalDate startDate(Connection connection) {
    return connection.startDate();
  }

  private static boolean isId(String id) {
    return id.matches("[1-9]\\d{0,17}");
  }
}
