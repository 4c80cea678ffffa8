package io.shopbooks.quickbooks;

import io.shopbooks.books.OnHand;
import io.shopbooks.connections.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Quantities on hand. A sale or a delivery is not known to move the time of its item (DESIGN 9), so
 * that change data capture may miss it: once a day all inventory items are read, 1,000 in a read.
 */
@Component("quantities")
public class Quantities {

  private static final Logger LOG = LoggerFactory.getLogger(Quantities.class);

  /** A schedule that comes a little early is not to miss a whole round. */
  private static final Duration EARLY = Duration.ofMinutes(5);

  private final JdbcClient db;
  private final Queries queries;
  private final Mirror mirror;
  private final QuickBooksSettings settings;
  private final Clock clock;

  Quantities(
      JdbcClient db, Queries queries, Mirror mirror, QuickBooksSettings settings, Clock clock) {
    this.db = db;
    this.queries = queries;
    this.mirror = mirror;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads all quantities if it is time to.
   *
   * @param whole true where it is time in any case; null for no
   * @throws CompanyResting if QuickBooks does not answer
   */
  public void read(String realm, Boolean whole) {
    var asked = clock.instant();
    var now = Boolean.TRUE.equals(whole);
    if (!now && readAt(realm).isAfter(asked.minus(settings.quantitiesEvery()).plus(EARLY))) {
      return;
    }
    var items = queries.all(realm, "Item", " where Type = 'Inventory'");
    items.forEach(item -> mirror.put(realm, "Item", item, asked));
    db.sql("update quickbooks_company set quantities_read_at = :asked where realm = :realm")
        .param("asked", Timestamp.from(asked))
        .param("realm", realm)
        .update();
    LOG.info("read company={} quantities={}", realm, items.size());
  }

  private Instant readAt(String realm) {
    return db.sql("select quantities_read_at from quickbooks_company where realm = :realm")
        .param("realm", realm)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .optional()
        .flatMap(moment -> moment)
        .orElse(Instant.EPOCH);
  }

  /**
   * Whether the connection's shop follows this company's quantities: it is to, and the company
   * keeps quantities and is no French one (`quickbooks-online.md` 6.2, 10).
   */
  public boolean areFollowed(Connection connection, String realm) {
    return connection.stock().enabled() && areKept(realm);
  }

  /** Whether the company has quantities that can be followed. */
  public boolean areKept(String realm) {
    return hindrance(realm).isEmpty();
  }

  /** Why quantities of this company cannot be followed, as a sentence. */
  public Optional<String> hindrance(String realm) {
    var company = new MirroredCompany(realm, mirror);
    if (company.country().equals("FR")) {
      return Optional.of(
          "The company is a French one, and stock of French companies was never tried.");
    }
    return company.inventory()
        ? Optional.empty()
        : Optional.of(
            "The company keeps no quantities: its plan has no inventory, or inventory tracking is"
                + " switched off.");
  }

  /** The company's active items, each as of the moment it was read last. */
  public List<OnHand> onHand(String realm) {
    return mirror.onHand(realm);
  }
}
