package io.shopbooks.ledger;

import io.shopbooks.books.Reason;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stays on the books' table: credits nobody used, and what people left out. Reads only. */
@Component("leftovers")
public class Leftovers {

  private final JdbcClient db;

  Leftovers(JdbcClient db) {
    this.db = db;
  }

  /**
   * A credit memo in the books that pays nothing yet.
   *
   * @param order its number
   * @param number may be empty
   */
  public record OpenCredit(String order, String number, Optional<LocalDate> date, Money total) {}

  /**
   * What a person left as it is.
   *
   * @param order its number
   * @param note why, in that person's words
   */
  public record LeftOut(String order, Reason reason, Money money, String note) {}

  /** Credit memos that no posted payment of nothing joins to what they pay, the oldest first. */
  public List<OpenCredit> openCredits(Connection connection) {
    return db.sql(
            """
            select coalesce(o.number, c.order_id) as order_number, c.*
            from document c left join shop_order o using (shop, realm, order_id)
            where c.shop = :shop and coalesce(o.connection, c.connection) = :connection
              and c.kind = 'credit-memo' and c.state = 'posted' and c.posted_total <> 0
              and not exists (
                select from document a
                where a.shop = c.shop and a.realm = c.realm and a.order_id = c.order_id
                  and a.kind = 'application' and a.state = 'posted'
                  and a.plan::json->'credit'->>'shopId' = c.shop_id)
            order by c.dated, c.id
            """)
        .param("shop", connection.shopId().value())
        .param("connection", connection.name())
        .query(
            (row, n) ->
                new OpenCredit(
                    row.getString("order_number"),
                    row.getString("number"),
                    Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                    money(row, "posted_total")))
        .list();
  }

  /** What people decided in the span to leave as it is, the oldest first. */
  public List<LeftOut> leftOut(Connection connection, Span span) {
    return db.sql(
            """
            select coalesce(o.number, h.order_id) as order_number, h.*
            from hold h left join shop_order o using (shop, realm, order_id)
            where h.connection = :connection and h.ended_by = 'ignored'
              and h.ended_at > :since and h.ended_at <= :until
            order by h.ended_at, h.id
            """)
        .param("connection", connection.name())
        .param("since", Timestamp.from(span.since()))
        .param("until", Timestamp.from(span.until()))
        .query(
            (row, n) ->
                new LeftOut(
                    row.getString("order_number"),
                    Holds.reason(row),
                    money(row, "amount"),
                    row.getString("note")))
        .list();
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getBigDecimal(column), Currency.getInstance(row.getString("currency")));
  }
}
