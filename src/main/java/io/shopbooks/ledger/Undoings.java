package io.shopbooks.ledger;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.ShopId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what a run made: what is to go is written down first, so that whoever dies on the way
 * is followed by another.
 */
@Component("undoings")
public class Undoings {

  private static final Logger LOG = LoggerFactory.getLogger(Undoings.class);

  private final JdbcClient db;
  private final Clock clock;
  private final Holds holds;
  private final History history;

  Undoings(JdbcClient db, Clock clock, Holds holds, History history) {
    this.db = db;
    this.clock = clock;
    this.holds = holds;
    this.history = history;
  }

  /** A run that is being taken back. */
  public record Undoing(long run, String realm, ShopId shop, Span span) {}

  /**
   * Begins to take the plan's documents back; their orders stay out from now on. One that was begun
   * before goes on.
   */
  @Transactional
  public void begin(Connection connection, String realm, UndoPlan plan) {
    db.sql(
            """
            insert into undo (run, connection, shop, realm, since, until, started_at)
            values (:run, :connection, :shop, :realm, :since, :until, :now)
            on conflict (run) do update set ended_at = null
            """)
        .param("run", plan.run())
        .param("connection", connection.name())
        .param("shop", connection.shopId().value())
        .param("realm", realm)
        .param("since", Timestamp.from(plan.span().since()))
        .param("until", Timestamp.from(plan.span().until()))
        .param("now", now())
        .update();
    for (var order : plan.orders()) {
      if (order.goes()) {
        leaveOut(new OrderKey(connection.shopId(), order.id()), realm, plan.run());
        order.documents().forEach(document -> take(document.due().id(), plan.run()));
      }
    }
  }

  private void leaveOut(OrderKey order, String realm, long run) {
    of(
            order,
            realm,
            """
            update shop_order set state = 'left-out', because = 'undone', undone_run = :run,
                attempt = attempt + 1, changed_at = :now, claimed_until = '-infinity'
            where %s
            """)
        .param("run", run)
        .param("now", now())
        .update();
    of(
            order,
            realm,
            """
            update document set state = 'dropped'
            where %s and state in ('planned', 'held') and booked is null and quickbooks_id = ''
            """)
        .update();
    holds.allResolved(order, realm);
    history.add(order, realm, "undone", "run " + run);
  }

  private JdbcClient.StatementSpec of(OrderKey order, String realm, String sql) {
    return db.sql(sql.formatted("shop = :shop and realm = :realm and order_id = :order"))
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id());
  }

  private void take(long document, long run) {
    db.sql(
            """
            update document set state = 'posted', plan = coalesce(booked, plan), booked = null,
                undoing = :run, undo_said = '', in_vain = 0
            where id = :id
            """)
        .param("run", run)
        .param("id", document)
        .update();
  }

  /** Runs of which no document waits any more, but what they made in the lists may. */
  public List<Undoing> ending(String realm) {
    return db.sql("select * from undo where realm = :realm and ended_at is null order by run")
        .param("realm", realm)
        .query(
            (row, n) ->
                new Undoing(
                    row.getLong("run"),
                    row.getString("realm"),
                    new ShopId(row.getString("shop")),
                    new Span(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until").toInstant())))
        .list();
  }

  /** The run is taken back, as far as it can be. */
  public void ended(Undoing undoing) {
    db.sql("update undo set ended_at = :now where run = :run")
        .param("now", now())
        .param("run", undoing.run())
        .update();
    LOG.info("undone run={}", undoing.run());
  }

  /** How many orders are out since the run was taken back; of one number or id, or of all. */
  public int out(long run, String number) {
    return db.sql(
            """
            select count(*) from shop_order
            where undone_run = :run and (:number = '' or number = :number or order_id = :number)
            """)
        .param("run", run)
        .param("number", number)
        .query(Integer.class)
        .single();
  }

  /**
   * Asks again for orders that were taken back with this run: they are planned anew.
   *
   * @param number of one order, or its id; empty for all of them
   * @return how many
   */
  @Transactional
  public int redo(long run, String number) {
    var orders =
        db.sql(
                """
                update shop_order set state = 'received', because = '', undone_run = null,
                    attempt = attempt + 1, claimed_until = '-infinity', changed_at = :now
                where undone_run = :run and (:number = '' or number = :number or order_id = :number)
                returning shop, realm, order_id
                """)
            .param("now", now())
            .param("run", run)
            .param("number", number)
            .query(
                (row, n) -> {
                  var key = new OrderKey(new ShopId(row.getString(1)), row.getString(3));
                  history.add(key, row.getString(2), "redone", "run " + run);
                  return key;
                })
            .list();
    return orders.size();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
