package io.shopbooks.stock;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockLevel;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the shop has in stock, and how far it was read. */
@Component("shopStock")
public class ShopStock {

  /** Whether a sale moves the date of a product is not known: once a day everything is read. */
  private static final Duration WHOLE_EVERY = Duration.ofHours(24);

  private final StockRows rows;
  private final Clock clock;

  ShopStock(StockRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** The moment at which a round begins. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * How far this shop was read; empty where everything is to be read.
   *
   * @param whole true where everything is to be read in any case; null for no
   */
  public Optional<Instant> cursor(Connection connection, String realm, Boolean whole) {
    if (Boolean.TRUE.equals(whole)) {
      return Optional.empty();
    }
    return rows.of(
            connection, realm, "select read_until from stock_course where %s and whole_at > :since")
        .param("since", Timestamp.from(clock.instant().minus(WHOLE_EVERY)))
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /** Keeps a whole round; what the shop has no more goes. */
  @Transactional
  public void keep(
      Connection connection, String realm, List<StockLevel> levels, boolean whole, Instant cursor) {
    var now = clock.instant();
    levels.forEach(level -> keep(connection, realm, level, now));
    if (whole) {
      rows.of(connection, realm, "delete from stock_level where %s and read_at < :now")
          .param("now", Timestamp.from(now))
          .update();
    }
    rows.of(
            connection,
            realm,
            """
            insert into stock_course (shop, realm, read_until, whole_at)
            values (:shop, :realm, :cursor, :whole)
            on conflict (shop, realm) do update set read_until = excluded.read_until,
                whole_at = coalesce(excluded.whole_at, stock_course.whole_at)
            """)
        .param("cursor", Timestamp.from(cursor))
        .param("whole", whole ? Timestamp.from(now) : null, Types.TIMESTAMP)
        .update();
  }

  /** Keeps what some of them have now. */
  @Transactional
  public void keepAgain(Connection connection, String realm, List<StockLevel> levels) {
    levels.forEach(level -> keep(connection, realm, level, clock.instant()));
  }

  private void keep(Connection connection, String realm, StockLevel level, Instant now) {
    rows.of(
            connection,
            realm,
            """
            insert into stock_level (shop, realm, product, connection, name, sells, counted,
                quantity, read_at)
            values (:shop, :realm, :product, :connection, :name, :sells, :counted, :quantity, :now)
            on conflict (shop, realm, product) do update
            set connection = excluded.connection, name = excluded.name, sells = excluded.sells,
                counted = excluded.counted, quantity = excluded.quantity,
                read_at = excluded.read_at
            """)
        .param("product", level.product())
        .param("connection", connection.name())
        .param("name", level.name())
        .param("sells", StockRows.text(level.sells()))
        .param("counted", level.counted())
        .param("quantity", level.quantity().orElse(null), Types.NUMERIC)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** What was sold from since it was read: it is to be read again. */
  public List<StockLevel> moved(Connection connection, String realm) {
    return rows.of(
            connection,
            realm,
            """
            select * from stock_level level
            where %s and exists (select 1 from stock_taken taken
              where taken.shop = level.shop and taken.realm = level.realm
                and jsonb_exists(level.sells::jsonb, taken.product)
                and taken.kept_at >= level.read_at)
            """)
        .query(StockRows::level)
        .list();
  }

  /**
   * Variations that are to be written and were not read in this round: no list of changes tells of
   * them.
   *
   * @param since when the round began
   */
  public List<StockLevel> stale(Connection connection, String realm, Instant since) {
    return rows.of(
            connection,
            realm,
            """
            select * from stock_level
            where %s and state = 'write' and read_at < :since and position('/' in product) > 0
            order by product
            """)
        .param("since", Timestamp.from(since))
        .query(StockRows::level)
        .list();
  }
}
