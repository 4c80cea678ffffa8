package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.pretend.woocommerce.Papers.Keeping;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything the shop knows. Whoever reads or changes it does so within {@link #alone}. */
final class Shop implements AutoCloseable {

  private static final String SITE = "site";

  final Store store;
  final Clock clock;
  final Counters counters = new Counters();
  final Settings settings;
  final Products products;
  final Orders orders;
  final Papers refunds;
  final Papers customers;
  final Papers coupons;
  final Papers taxes;
  final Papers notes;
  final Papers webhooks;
  final Papers jobs;
  private final Papers site;
  private final Journal journal;
  private final Map<String, Papers> byKind = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock(true);
  private List<TaxRate> rates;
  private ZoneId zone;
  private URI home = URI.create("http://localhost");
  private String path = "";

  /** Opens the shop: what it was founded with, then what its journal tells. */
  Shop(Store store, Clock clock, Journal journal) {
    this.store = store;
    this.clock = clock;
    this.journal = journal;
    settings = kept(new Settings(journal, counters));
    products = kept(new Products(journal, counters));
    orders = kept(new Orders(journal, counters));
    refunds = kept(new Papers("refunds", Keeping.PACKED, journal, counters));
    customers = kept(new Papers("customers", Keeping.OPEN, journal, counters));
    coupons = kept(new Papers("coupons", Keeping.OPEN, journal, counters));
    taxes = kept(new Papers("taxes", Keeping.OPEN, journal, counters));
    notes = kept(new Papers("notes", Keeping.OPEN, journal, counters));
    webhooks = kept(new Papers("webhooks", Keeping.OPEN, journal, counters));
    jobs = kept(new Papers("jobs", Keeping.OPEN, journal, counters));
    site = kept(new Papers(SITE, Keeping.OPEN, journal, counters));
    new Founding(this).found();
    journal.open(this::replay);
    store.home.ifPresent(this::isAt);
  }

  private <P extends Papers> P kept(P papers) {
    byKind.put(papers.kind(), papers);
    return papers;
  }

  private void replay(JsonNode line) {
    var papers = byKind.get(line.path("kind").asText());
    zone = null;
    rates = null;
    if (line.path("doc").isNull()) {
      papers.forget(line.path("id").asText());
    } else {
      papers.load(line.path("id").asText(), (ObjectNode) line.path("doc"));
    }
    line.path("counters")
        .fields()
        .forEachRemaining(
            counter ->
                counters.isTaken(
                    Counters.Kind.valueOf(counter.getKey()), counter.getValue().asInt()));
  }

  /** Does something while nobody else reads or changes the shop. */
  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  void alone(Runnable work) {
    alone(
        () -> {
          work.run();
          return null;
        });
  }

  /** The shop's own idea of its address, without a slash at the end. */
  String home() {
    return home.toString();
  }

  void isAt(URI address) {
    home = URI.create(address.toString().replaceAll("/+$", ""));
  }

  /** Path of its pages on the server it is mounted on ("/shop"). */
  String path() {
    return path;
  }

  /** Takes the address it is mounted at, unless it is convinced of another. */
  void isMountedAt(URI address) {
    path = address.getPath().replaceAll("/+$", "");
    if (store.home.isEmpty()) {
      isAt(address);
    }
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  ZoneId zone() {
    if (zone == null) {
      zone = ZoneId.of(site.get(SITE).path("timezone_string").asText());
    }
    return zone;
  }

  void movesTo(ZoneId other) {
    site.put(SITE, Json.object().put("timezone_string", other.getId()));
    zone = null;
  }

  /** Sets the zone the shop is founded in. */
  void foundedIn(ZoneId first) {
    site.load(SITE, Json.object().put("timezone_string", first.getId()));
  }

  /** The tax rates, read once; {@link #ratesChanged} forgets them. */
  List<TaxRate> rates() {
    if (rates == null) {
      rates = taxes.all().map(TaxRate::of).toList();
    }
    return rates;
  }

  void ratesChanged() {
    rates = null;
  }

  OrderPaper paper() {
    return new OrderPaper(counters, taxes);
  }

  @Override
  public void close() {
    journal.close();
  }
}
