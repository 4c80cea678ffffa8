package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Why;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.KnownOrder;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.ShopId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each shop was read, what a second look at some days did not show again, and what such a
 * look at the books is to show.
 */
@Component("coverage")
public class Coverage {

  private final JdbcClient db;
  private final Clock clock;

  Coverage(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** How far this shop was read for this company; empty before the first round ended. */
  public Optional<Instant> cursor(Connection connection, String realm) {
    return db.sql("select read_until from cursor where shop = :shop and realm = :realm")
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /** Everything up to this moment is stored. */
  public void readUntil(Connection connection, String realm, Instant moment) {
    db.sql(
            """
            insert into cursor (shop, realm, read_until) values (:shop, :realm, :moment)
            on conflict (shop, realm) do update set read_until = excluded.read_until
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("moment", Timestamp.from(moment))
        .update();
  }

  /** The last so many days in the connection's zone, but none before its start date. */
  public Days lastDays(Connection connection, int count) {
    var today = LocalDate.now(clock.withZone(connection.choices().zone()));
    var start = connection.choices().startDate();
    var from = today.minusDays(count - 1L);
    return new Days(from.isBefore(start) ? start : from, today.isBefore(start) ? start : today);
  }

  /**
   * Orders made before these days that still wait, and those of any day whose payment is missed:
   * nobody tells how these end. None of a WooCommerce shop, which tells when an old order changes.
   */
  public List<KnownOrder> waiting(Connection connection, String realm, Days days) {
    if (connection.shop().kind() != Connection.Kind.WIX) {
      return List.of();
    }
    var zone = connection.choices().zone();
    return db.sql(
            """
            select order_id, created_at, raw from shop_order
            where shop = :shop and realm = :realm
              and (state = 'waiting' and (created_at < :from or because = 'unmatched')
                or state = 'held' and because = :unmatched)
            order by created_at, order_id
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("from", Timestamp.from(days.from().atStartOfDay(zone).toInstant()))
        .param("unmatched", Why.PAYMENT_UNMATCHED.word())
        .query(Coverage::knownOrder)
        .list();
  }

  /**
   * Orders the ledger has of these days and the shop did not name. Those whose absence was decided
   * about are left alone.
   */
  public List<KnownOrder> missing(
      Connection connection, String realm, Days days, Set<String> named) {
    var zone = connection.choices().zone();
    var missing =
        db
            .sql(
                """
                select order_id from shop_order
                where shop = :shop and realm = :realm and created_at >= :from
                  and created_at < :until and because not in ('deleted', 'ignored', 'undone')
                """)
            .param("shop", connection.shopId().value())
            .param("realm", realm)
            .param("from", Timestamp.from(days.from().atStartOfDay(zone).toInstant()))
            .param("until", Timestamp.from(days.until().plusDays(1).atStartOfDay(zone).toInstant()))
            .query(String.class)
            .list()
            .stream()
            .filter(id -> !named.contains(id))
            .toArray(String[]::new);
    return db.sql(
            """
            select order_id, created_at, raw from shop_order
            where shop = :shop and realm = :realm and order_id = any(:missing) order by order_id
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("missing", missing)
        .query(Coverage::knownOrder)
        .list();
  }

  private static KnownOrder knownOrder(ResultSet row, int n) throws SQLException {
    return new KnownOrder(
        row.getString("order_id"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("raw"));
  }

  /** The documents of these days that are in the books, as far as the ledger knows. */
  public List<InBooks> inBooks(Connection connection, String realm, Days days) {
    return db.sql(
            """
            select shop, realm, kind, shop_id, quickbooks_id, sync_token, number, currency,
                coalesce(seen_date, dated) as day, coalesce(seen_total, posted_total) as amount
            from document
            where connection = :connection and shop = :shop and realm = :realm
              and state = 'posted' and stored is not null and undoing is null
              and coalesce(seen_date, dated) between :from and :until
            """)
        .param("connection", connection.name())
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("from", Date.valueOf(days.from()))
        .param("until", Date.valueOf(days.until()))
        .query(Coverage::known)
        .list();
  }

  private static InBooks known(ResultSet row, int n) throws SQLException {
    return new InBooks(
        new DocumentKey(
            new ShopId(row.getString("shop")),
            row.getString("realm"),
            DocumentKind.of(row.getString("kind")),
            row.getString("shop_id")),
        row.getString("quickbooks_id"),
        row.getString("sync_token"),
        row.getString("number"),
        row.getDate("day").toLocalDate(),
        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
        "");
  }
}
