package io.shopbooks;

import io.shopbooks.connections.Connections;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.stock.StockLists;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop that follows the quantities of its company, with many products; nobody waits in it. */
public final class StockWorld implements AutoCloseable {

  static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      taxes: { mode: mapped, us-code: New York City }
      stock: { enabled: true, zero-guard: 100% }
      """;

  final World world = World.of(Store.us(), Region.US, CHOICES);
  private final Map<String, Integer> products = new LinkedHashMap<>();

  private StockWorld(int count) {
    world.company.preferences().trackInventory(true);
    IntStream.rangeClosed(1, count).forEach(n -> adds("P-" + n, 5));
  }

  /** One with so many simple products, five of each on both sides. */
  public static StockWorld of(int products) {
    return new StockWorld(products);
  }

  /** Adds a product and its item, with the same quantity on both sides. */
  int adds(String sku, int quantity) {
    has(sku, quantity);
    var json =
        "{\"name\":\"%s\",\"sku\":\"%s\",\"regular_price\":\"5.00\",\"manage_stock\":true,\"stock_quantity\":%d}";
    var id = world.shop.goods().adds(json.formatted(sku, sku, quantity));
    products.put(sku, id);
    return id;
  }

  /** The company has an item for this SKU. */
  void has(String sku, int quantity) {
    var item = "Item " + sku;
    world.company.lists().addInventoryItem(item, "" + quantity, "1.00", "2026-01-01");
    world.company.lists().set("Item", item, "Sku", sku);
  }

  /** Both sides are compared, and whatever waits is confirmed. */
  public void agrees() {
    run(Map.of("whole", true));
    world
        .bean(StockLists.class)
        .fingerprint(world.bean(Connections.class).named("acme"))
        .ifPresent(fingerprint -> run(Map.of("whole", true, "agreed", fingerprint)));
  }

  /** All items get this quantity, and QuickBooks is asked for all of them with the next sync. */
  public void changesAll(int quantity) {
    // What was written last comes again once, because the shop changed its date.
    world.passes(Duration.ofMinutes(30));
    stock();
    products.keySet().forEach(sku -> sets(sku, quantity));
    world
        .bean(JdbcClient.class)
        .sql("update quickbooks_company set quantities_read_at = null")
        .update();
  }

  /** An item gets this quantity. */
  void sets(String sku, int quantity) {
    world.company.lists().setQuantity("Item " + sku, "" + quantity);
  }

  /** One run of its stock. */
  public void stock() {
    run(Map.of());
  }

  private void run(Map<String, Object> variables) {
    var came =
        world
            .bean(ProducerTemplate.class)
            .request(
                "direct:run-stock",
                asked -> {
                  asked.getMessage().setBody("acme");
                  variables.forEach(asked::setVariable);
                });
    if (came.getException() != null) {
      throw new IllegalStateException(came.getException());
    }
  }

  /** One sync. */
  public void sync() {
    world.sync();
  }

  /** Time passes, with a sync every hour. */
  public void lives(Duration time) {
    for (var hour = 0; hour < time.toHours(); hour++) {
      world.passes(Duration.ofHours(1));
      world.sync();
    }
  }

  /** How often the shop was asked meanwhile. */
  public long callsOf(Runnable what) {
    var before = calls();
    what.run();
    return calls() - before;
  }

  private long calls() {
    return world.shop.audit().requests().values().stream().mapToLong(Number::longValue).sum();
  }

  /** How many metered reads of QuickBooks were made meanwhile. */
  public long readsOf(Runnable what) {
    var before = world.company.counters().getOrDefault("reads", 0L);
    what.run();
    return world.company.counters().getOrDefault("reads", 0L) - before;
  }

  /** What the shop has of each product. */
  public List<Integer> inShop() {
    var found = new ArrayList<Integer>();
    products.values().forEach(id -> found.add(world.shop.goods().stock(id).intValueExact()));
    return found;
  }

  @Override
  public void close() {
    world.close();
  }
}
