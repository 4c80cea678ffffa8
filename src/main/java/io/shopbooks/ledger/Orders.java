package io.shopbooks.ledger;

import io.shopbooks.books.Verdict;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.ShopId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The orders that came, and how far each has got. */
@Component("orders")
public class Orders {

  /** An order whose planner died is planned by another after this time. */
  private static final Duration CLAIM = Duration.ofMinutes(1);

  private final JdbcClient db;
  private final Clock clock;
  private final History history;
  private final Holds holds;

  Orders(JdbcClient db, Clock clock, History history, Holds holds) {
    this.db = db;
    this.clock = clock;
    this.history = history;
    this.holds = holds;
  }

  /** Keeps an order as it came. One whose content did not change since is left as it is. */
  @Transactional
  public void received(Connection connection, String realm, RawOrder order) {
    var changed =
        db.sql(
                """
                insert into shop_order (shop, realm, order_id, connection, number, status, currency,
                    total, created_at, raw, hash, state, attempt, received_at, changed_at)
                values (:shop, :realm, :order, :connection, :number, :status, :currency,
                    :total, :created, :raw, :hash, 'received', 1, :now, :now)
                on conflict (shop, realm, order_id) do update set
                    connection = excluded.connection, number = excluded.number,
                    status = excluded.status, currency = excluded.currency,
                    total = excluded.total, raw = excluded.raw, hash = excluded.hash,
                    state = case when shop_order.because = 'ignored' then shop_order.state
                                 else 'received' end,
                    attempt = shop_order.attempt + 1, changed_at = excluded.changed_at,
                    claimed_until = '-infinity'
                where shop_order.hash <> excluded.hash
                """)
            .param("shop", order.key().shop().value())
            .param("realm", realm)
            .param("order", order.key().id())
            .param("connection", connection.name())
            .param("number", order.number())
            .param("status", order.status())
            .param("currency", order.currency())
            .param("total", amount(order.total()))
            .param("created", Timestamp.from(order.created()))
            .param("raw", order.json())
            .param("hash", order.hash())
            .param("now", now())
            .update();
    if (changed > 0) {
      history.add(order.key(), realm, "received", order.status() + " " + order.total());
    } else {
      // A product's SKU is read with the order and changes without it (`woocommerce.md` 4.2).
      db.sql(
              """
              update shop_order set raw = :raw
              where shop = :shop and realm = :realm and order_id = :order
              """)
          .param("raw", order.json())
          .param("shop", order.key().shop().value())
          .param("realm", realm)
          .param("order", order.key().id())
          .update();
    }
  }

  /** Up to so many orders that are to be planned, the oldest first, claimed for this process. */
  @Transactional
  public List<ReceivedOrder> takeReceived(Connection connection, String realm, int most) {
    return db.sql(
            """
            update shop_order set claimed_until = :until, attempt = attempt + 1
            where (shop, realm, order_id) in (
                select shop, realm, order_id from shop_order
                where shop = :shop and realm = :realm and state = 'received'
                  and claimed_until < :now
                order by created_at, order_id limit :most
                for update skip locked)
            returning *
            """)
        .param("until", Timestamp.from(clock.instant().plus(CLAIM)))
        .param("now", now())
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("most", most)
        .query(Orders::receivedOrder)
        .list();
  }

  /** One order, claimed whatever state it is in. */
  Optional<ReceivedOrder> claim(OrderKey order, String realm) {
    return db.sql(
            """
            update shop_order set attempt = attempt + 1
            where shop = :shop and realm = :realm and order_id = :order returning *
            """)
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id())
        .query(Orders::receivedOrder)
        .optional();
  }

  /** The order waits or is left out, by the verdict. What was planned but never sent is dropped. */
  @Transactional
  public void notBooked(ReceivedOrder order, Verdict verdict) {
    db.sql(
            """
            delete from document where shop = :shop and realm = :realm and order_id = :order
            and state in ('planned', 'held') and quickbooks_id = ''
            """)
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id())
        .update();
    var state = verdict.kind() == Verdict.Kind.WAIT ? "waiting" : "left-out";
    settle(order, state, verdict.because());
    holds.resolved(order.key(), order.realm(), Holds.ORDER);
    history.add(order.key(), order.realm(), state, verdict.because());
  }

  /** Plans the order anew at the next occasion, with today's choices. */
  @Transactional
  public void again(OrderKey order, String realm) {
    db.sql(
            """
            update shop_order set state = 'received', because = '', attempt = attempt + 1,
                claimed_until = '-infinity', changed_at = :now
            where shop = :shop and realm = :realm and order_id = :order
            """)
        .param("now", now())
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id())
        .update();
  }

  /** Ends this planning; an order that changed meanwhile stays to be planned. */
  void settle(ReceivedOrder order, String state, String because) {
    db.sql(
            """
            update shop_order set state = :state, because = :because, changed_at = :now,
                claimed_until = '-infinity'
            where shop = :shop and realm = :realm and order_id = :order and attempt = :attempt
            """)
        .param("state", state)
        .param("because", because)
        .param("now", now())
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id())
        .param("attempt", order.attempt())
        .update();
  }

  /** The last so many days in the connection's zone, but none before its start date. */
  public Days lastDays(Connection connection, int count) {
    var today = LocalDate.now(clock.withZone(connection.choices().zone()));
    var start = connection.choices().startDate();
    var from = today.minusDays(count - 1L);
    return new Days(from.isBefore(start) ? start : from, today.isBefore(start) ? start : today);
  }

  /** Ids of orders the ledger has of these days and the shop did not name. */
  public List<String> missing(Connection connection, String realm, Days days, Set<String> named) {
    var zone = connection.choices().zone();
    return db
        .sql(
            """
            select order_id from shop_order
            where shop = :shop and realm = :realm and created_at >= :from and created_at < :until
              and because not in ('deleted', 'ignored')
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("from", Timestamp.from(days.from().atStartOfDay(zone).toInstant()))
        .param("until", Timestamp.from(days.until().plusDays(1).atStartOfDay(zone).toInstant()))
        .query(String.class)
        .list()
        .stream()
        .filter(id -> !named.contains(id))
        .toList();
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

  private static ReceivedOrder receivedOrder(ResultSet row, int n) throws SQLException {
    return new ReceivedOrder(
        new OrderKey(new ShopId(row.getString("shop")), row.getString("order_id")),
        row.getString("realm"),
        row.getString("connection"),
        row.getString("number"),
        row.getString("raw"),
        row.getString("hash"),
        row.getInt("attempt"),
        row.getString("currency"),
        row.getBigDecimal("total"));
  }

  /** What is no number makes the order unreadable later; here it only counts as nothing. */
  static BigDecimal amount(String total) {
    try {
      return new BigDecimal(total.strip());
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
