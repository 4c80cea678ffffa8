package io.shopbooks.stock;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockLevel;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Keeps a whole round; what the shop has no more goes.
   *
   * @param looked when the round began: a long one shows what was there by then
   */
  @Transactional
  public void keep(
      Connection connection,
      String realm,
      List<StockLevel> levels,
      boolean whole,
      Instant cursor,
      Instant looked) {
    keepAgain(connection, realm, levels, looked);
    if (whole) {
      rows.of(connection, realm, "delete from stock_level where %s and read_at < :looked")
          .param("looked", Timestamp.from(looked))
          .update();
    }
    rows.of(
            connection,
            realm,
            """
            insert into stock_course (shop, realm, read_until, looked_at, whole_at)
            values (:shop, :realm, :cursor, :looked, :whole)
            on conflict (shop, realm) do update set read_until = excluded.read_until,
                looked_at = excluded.looked_at,
                whole_at = coalesce(excluded.whole_at, stock_course.whole_at)
            """)
        .param("cursor", Timestamp.from(cursor))
        .param("looked", Timestamp.from(looked))
        .param("whole", whole ? Timestamp.from(looked) : null, Types.TIMESTAMP)
        .update();
  }

  /**
   * Keeps what some of them have now.
   *
   * @param looked when the shop began to be asked
   */
  @Transactional
  public void keepAgain(
      Connection connection, String realm, List<StockLevel> levels, Instant looked) {
    var known = sold(connection, realm);
    for (var level : levels) {
      keep(connection, realm, level, looked);
      var sold = StockRows.text(level.sells());
      if (!sold.equals(known.get(level.product()))) {
        keepSold(connection, realm, level);
      }
    }
  }

  private Map<String, String> sold(Connection connection, String realm) {
    var sold = new HashMap<String, String>();
    rows.of(connection, realm, "select product, sells from stock_level where %s")
        .query(
            row -> {
              sold.put(row.getString(1), row.getString(2));
            });
    return sold;
  }

  private void keepSold(Connection connection, String realm, StockLevel level) {
    rows.of(connection, realm, "delete from stock_sells where %s and product = :product")
        .param("product", level.product())
        .update();
    rows.of(
            connection,
            realm,
            """
            insert into stock_sells (shop, realm, product, sold)
            select :shop, :realm, :product, unnest(:sold)
            """)
        .param("product", level.product())
        .param("sold", level.sells().keySet().toArray(String[]::new))
        .update();
  }

  private void keep(Connection connection, String realm, StockLevel level, Instant looked) {
    rows.of(
            connection,
            realm,
            """
            insert into stock_level (shop, realm, product, connection, name, sells, counted,
                quantity, read_at)
            values (:shop, :realm, :product, :connection, :name, :sells, :counted, :quantity,
                :looked)
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
        .param("looked", Timestamp.from(looked))
        .update();
  }

  /** What was sold from since it was read: it is to be read again. */
  public List<StockLevel> moved(Connection connection, String realm) {
    return rows.of(
            connection,
            realm,
            """
            select * from stock_level where %s and product in (
              select level.product
              from stock_taken taken
              join stock_sells sells on sells.shop = taken.shop and sells.realm = taken.realm
                and sells.sold = taken.product
              join stock_level level on level.shop = sells.shop and level.realm = sells.realm
                and level.product = sells.product and level.read_at <= taken.kept_at
              where taken.shop = :shop and taken.realm = :realm and taken.kept_at >=
                (select min(read_at) from stock_level where shop = :shop and realm = :realm))
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
