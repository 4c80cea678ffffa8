package io.shopbooks.ledger;

import io.shopbooks.sale.Money;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The orders of each day and how far they have got, and since when the oldest waits. Reads only.
 */
@Component
public class SalesByDay {

  private final JdbcClient db;

  SalesByDay(JdbcClient db) {
    this.db = db;
  }

  /** Orders of a day by creation, how far they have got, and what they are worth. */
  public record OfDay(LocalDate day, Standing.State state, int count, Money money) {}

  /** The orders since a day, by day in this zone, state and currency; in no order. */
  public List<OfDay> days(String connection, LocalDate since, ZoneId zone) {
    return db.sql(
            """
            select day, state, currency, count(*) as count, sum(total) as money from (
              select (o.created_at at time zone :zone)::date as day, o.currency, o.total,
                -- Few are open: they are read once, and not looked for with each order.
                case when o.state = 'held' or (o.shop, o.realm, o.order_id) in (
                       select shop, realm, order_id from hold where ended_at is null) then 4
                     when o.state = 'received' or (o.shop, o.realm, o.order_id) in (
                       select shop, realm, order_id from document
                       where state in ('planned', 'sending', 'doubtful')) then 2
                     when o.state = 'booked' then 0
                     when o.state = 'waiting' then 5
                     else 6 end as state
              from shop_order o where o.connection = :connection and o.created_at >= :since
            ) orders group by day, state, currency
            """)
        .param("connection", connection)
        .param("zone", zone.getId())
        .param("since", Timestamp.from(since.atStartOfDay(zone).toInstant()))
        .query(
            (row, n) ->
                new OfDay(
                    row.getDate("day").toLocalDate(),
                    Standing.State.values()[row.getInt("state")],
                    row.getInt("count"),
                    Standing.money(row.getBigDecimal("money"), row.getString("currency"))))
        .list();
  }

  /** Since when the oldest order waits that is neither in the books nor left out. */
  public Optional<Instant> waitingSince(String connection) {
    return db.sql(
            """
            select min(at) from (
              select min(received_at) as at from shop_order
                where connection = :connection and state in ('received', 'held')
              union all
              select min(o.received_at) from document d join shop_order o using (shop, realm, order_id)
                where d.connection = :connection and d.state in ('planned', 'sending', 'doubtful')
              union all
              select min(since) from hold where connection = :connection and ended_at is null
            ) oldest
            """)
        .param("connection", connection)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }
}
