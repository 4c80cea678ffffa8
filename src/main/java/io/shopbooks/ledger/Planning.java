package io.shopbooks.ledger;

import io.shopbooks.books.Verdict;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.Sale;
import io.shopbooks.sale.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders on their way from "received" to what they become. An order stays received, and its
 * documents do not go, until all of it is planned: who dies in between loses nothing.
 */
@Component("planning")
public class Planning {

  /** An order whose planner died is planned by another after this time. */
  private static final Duration CLAIM = Duration.ofMinutes(1);

  /** What is on the wire is answered soon, or is doubtful and has its own time. */
  private static final Duration WIRE = Duration.ofSeconds(2);

  private final JdbcClient db;
  private final Clock clock;
  private final History history;
  private final Holds holds;

  Planning(JdbcClient db, Clock clock, History history, Holds holds) {
    this.db = db;
    this.clock = clock;
    this.history = history;
    this.holds = holds;
  }

  /** Up to so many orders that are to be planned, the oldest first, claimed for this process. */
  @Transactional
  public List<ReceivedOrder> takeReceived(Connection connection, String realm, int most) {
    var taken = take(connection, realm, most);
    joinFound(connection, realm, taken);
    return taken;
  }

  /** Whether any order is to be planned that nobody is at, and that waits for no answer. */
  public boolean isLeft(Connection connection, String realm) {
    return db.sql(
            """
            select exists (select from shop_order
              where shop = :shop and realm = :realm and state = 'received'
                and claimed_until < :now)
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("now", now())
        .query(Boolean.class)
        .single();
  }

  private List<ReceivedOrder> take(Connection connection, String realm, int most) {
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
        .query(Planning::receivedOrder)
        .list();
  }

  /**
   * Credits that were found in the books carry the refund's id and not their order's: the order
   * tells which are its own.
   */
  private void joinFound(Connection connection, String realm, List<ReceivedOrder> orders) {
    db.sql(
            """
            with unknown as materialized (
              select id, shop_id from document
              where shop = :shop and realm = :realm and order_id = ''
            ), ids as (
              select o.order_id, o.order_id as id from shop_order o
              where o.shop = :shop and o.realm = :realm and o.order_id = any(:orders)
                and exists (select from unknown)
              union all
              select o.order_id, refund->>'id' from shop_order o
              cross join json_array_elements(
                case json_typeof(o.raw::json->'refunds')
                  when 'array' then o.raw::json->'refunds' else '[]' end) refund
              where o.shop = :shop and o.realm = :realm and o.order_id = any(:orders)
                and exists (select from unknown)
            )
            update document d set order_id = ids.order_id
            from unknown join ids on ids.id = unknown.shop_id where d.id = unknown.id
            """)
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("orders", orders.stream().map(order -> order.key().id()).toArray(String[]::new))
        .update();
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
        .query(Planning::receivedOrder)
        .optional();
  }

  /** Keeps who bought, so that people find the order by it. */
  @Transactional
  public void bought(ReceivedOrder order, Sale sale) {
    var person = sale.buyer().billing().person();
    var customer = (person + " " + sale.buyer().billing().company()).strip();
    db.sql(
            """
            update shop_order set customer = :customer
            where shop = :shop and realm = :realm and order_id = :order and customer <> :customer
            """)
        .param("customer", customer)
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id())
        .update();
  }

  /**
   * The order waits or is left out, by the verdict. What was planned for it is dropped; while
   * something of it is on the wire, nothing can be said yet, and it is planned again later.
   */
  @Transactional
  public void notBooked(ReceivedOrder order, Verdict verdict) {
    var states =
        ofDocuments(order, "select state from document where %s for update")
            .query(String.class)
            .list();
    if (states.contains("sending") || states.contains("doubtful")) {
      planLater(order);
      return;
    }
    ofDocuments(
            order,
            "delete from document where %s and state in ('planned', 'held') and attempt = 0"
                + " and request_id is null and booked is null")
        .update();
    ofDocuments(
            order,
            "update document set state = 'dropped' where %s and state in ('planned', 'held')"
                + " and booked is null")
        .update();
    var state = verdict.kind() == Verdict.Kind.WAIT ? "waiting" : "left-out";
    settle(order, state, verdict.because());
    holds.allResolved(order.key(), order.realm());
    history.add(order.key(), order.realm(), state, verdict.because());
  }

  private JdbcClient.StatementSpec ofDocuments(ReceivedOrder order, String sql) {
    return db.sql(sql.formatted("shop = :shop and realm = :realm and order_id = :order"))
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id());
  }

  /** Everything of the order is planned. */
  @Transactional
  public void planned(ReceivedOrder order) {
    settle(order, "booked", "");
  }

  /**
   * Nothing can be said about the order while something of it is on the wire: this planning does
   * not count, and the next comes when there may be an answer.
   */
  void planLater(ReceivedOrder order) {
    db.sql(
            """
            update shop_order o set attempt = attempt + 1, claimed_until = greatest(:until, (
                select max(d.due_at) from document d
                where d.shop = o.shop and d.realm = o.realm and d.order_id = o.order_id
                  and d.state in ('sending', 'doubtful')))
            where shop = :shop and realm = :realm and order_id = :order and attempt = :attempt
            """)
        .param("until", Timestamp.from(clock.instant().plus(WIRE)))
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id())
        .param("attempt", order.attempt())
        .update();
  }

  /** Ends this planning; an order that changed meanwhile stays to be planned. */
  void settle(ReceivedOrder order, String state, String because) {
    db.sql(
            """
            update shop_order set state = :state, because = :because, changed_at = :now,
                claimed_until = '-infinity',
                move_from = case when :state = 'held' then move_from else '' end
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
        row.getBigDecimal("total"),
        row.getString("move_from"));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
