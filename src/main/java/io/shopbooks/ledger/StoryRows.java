package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.DocumentStory.Happened;
import io.shopbooks.sale.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of which {@link Stories} are made. */
@Component
class StoryRows {

  /**
   * The orders a span concerns. An order's own row says whose it is; a document without one, the
   * connection that found it.
   */
  static final String CONCERNED =
      """
      with concerned as (
        select shop, realm, order_id from shop_order
        where connection = :connection
          and (state in ('received', 'held') or (changed_at > :since and changed_at <= :until))
        union
        select d.shop, d.realm, d.order_id
        from document d left join shop_order o using (shop, realm, order_id)
        where coalesce(o.connection, d.connection) = :connection
          and (o.order_id is not null or d.shop = :shop)
          and (d.state not in ('posted', 'dropped')
               or (d.posted_at > :since and d.posted_at <= :until)
               or (d.seen_at > :since and d.seen_at <= :until))
        union
        select shop, realm, order_id from hold
        where connection = :connection
          and (ended_at is null or (since > :since and since <= :until)
               or (ended_at > :since and ended_at <= :until))
      )
      """;

  private final JdbcClient db;

  StoryRows(JdbcClient db) {
    this.db = db;
  }

  record Key(String shop, String realm, String id) {}

  /** Something about an order. */
  record Row<T>(Key key, T what) {}

  Asked about(Connection connection, Span span) {
    return new Asked(connection, span);
  }

  /** What was asked about. */
  final class Asked {

    private final Connection connection;
    private final Span span;

    private Asked(Connection connection, Span span) {
      this.connection = connection;
      this.span = span;
    }

    /** What the shop said about each order, its refunds left out; the oldest first. */
    List<Row<Optional<OrderStory.Told>>> orders() {
      return rows(
          """
          select c.shop, c.realm, c.order_id, o.number, o.currency, o.total, o.state, o.because,
            o.changed_at > :since and o.changed_at <= :until as touched,
            exists (
              select from history h
              where h.shop = c.shop and h.realm = c.realm and h.order_id = c.order_id
                and h.what = 'received' and h.at > :since and h.at <= :until) as received,
            coalesce((
              select h.detail from history h
              where h.shop = c.shop and h.realm = c.realm and h.order_id = c.order_id
                and h.what = 'earlier'
              order by h.id desc limit 1), '0') as earlier
          from concerned c left join shop_order o using (shop, realm, order_id)
          order by o.created_at, c.order_id, c.shop, c.realm
          """,
          StoryRows::told);
    }

    /** Refunds as the shop's JSON has them. A text that is no amount counts as nothing. */
    List<Row<OrderStory.GivenBack>> refunds() {
      return rows(
          """
          select c.*, o.currency, refund->>'id' as id, coalesce(refund->>'amount', '') as amount,
            coalesce(refund->>'credited', '') as credited,
            coalesce(refund->>'untold', '') = 'true' as untold
          from concerned c join shop_order o using (shop, realm, order_id)
          cross join json_array_elements(
            case json_typeof(o.raw::json->'refunds')
              when 'array' then o.raw::json->'refunds' else '[]' end) refund
          """,
          (row, n) ->
              new OrderStory.GivenBack(
                  row.getString("id"),
                  new Money(Orders.amount(row.getString("amount")), currency(row)),
                  new Money(Orders.amount(row.getString("credited")), currency(row)),
                  row.getBoolean("untold")));
    }

    List<Row<DocumentStory>> documents() {
      return rows(
          """
          select d.*, d.posted_at > :since and d.posted_at <= :until as in_span,
            coalesce(d.seen_at > :since and d.seen_at <= :until, false) as changed_in_span,
            coalesce(d.seen_total, d.posted_total) as in_books,
            (select min(h.at) > :since from history h
             where h.shop = d.shop and h.realm = d.realm and h.order_id = d.order_id
               and h.what = 'posted'
               and starts_with(h.detail, d.kind || ' ' || d.quickbooks_id || ' ')) as first
          from concerned c join document d using (shop, realm, order_id)
          where d.state <> 'dropped'
          order by d.id
          """,
          StoryRows::document);
    }

    List<Row<HoldStory>> holds() {
      return rows(
          """
          select distinct on (c.shop, c.realm, c.order_id, h.subject) h.*,
            (h.since > :since and h.since <= :until)
              or coalesce(h.ended_at > :since and h.ended_at <= :until, false) as in_span
          from concerned c join hold h using (shop, realm, order_id)
          order by c.shop, c.realm, c.order_id, h.subject, h.id desc
          """,
          StoryRows::hold);
    }

    private <T> List<Row<T>> rows(String select, RowMapper<T> what) {
      return db.sql(CONCERNED + select)
          .param("connection", connection.name())
          .param("shop", connection.shopId().value())
          .param("since", Timestamp.from(span.since()))
          .param("until", Timestamp.from(span.until()))
          .query((row, n) -> new Row<>(key(row), what.mapRow(row, n)))
          .list();
    }
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(row.getString("shop"), row.getString("realm"), row.getString("order_id"));
  }

  private static Optional<OrderStory.Told> told(ResultSet row, int n) throws SQLException {
    if (row.getString("state") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new OrderStory.Told(
            row.getString("number"),
            money(row, "total"),
            row.getString("state"),
            row.getString("because"),
            row.getBoolean("received"),
            row.getBoolean("touched"),
            new Money(Orders.amount(row.getString("earlier")), currency(row)),
            List.of()));
  }

  private static DocumentStory document(ResultSet row, int n) throws SQLException {
    return new DocumentStory(
        row.getLong("id"),
        DocumentKind.of(row.getString("kind")),
        row.getString("shop_id"),
        row.getString("number"),
        Optional.ofNullable(row.getObject("dated", LocalDate.class)),
        money(row, "total"),
        inBooks(row, "posted_total"),
        inBooks(row, "in_books"),
        row.getBoolean("changed_in_span"),
        row.getString("state"),
        row.getString("quickbooks_id"),
        happened(row));
  }

  private static Optional<Money> inBooks(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column) == null ? Optional.empty() : Optional.of(money(row, column));
  }

  private static Happened happened(ResultSet row) throws SQLException {
    if (!row.getBoolean("in_span")) {
      return Happened.NOTHING;
    }
    var first = row.getBoolean("first");
    if (row.wasNull()) {
      return Happened.FOUND;
    }
    return first ? Happened.POSTED : Happened.UPDATED;
  }

  private static HoldStory hold(ResultSet row, int n) throws SQLException {
    return new HoldStory(
        row.getString("subject"),
        Holds.reason(row),
        money(row, "amount"),
        row.getTimestamp("ended_at") == null,
        "ignored".equals(row.getString("ended_by")),
        row.getBoolean("in_span"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getBigDecimal(column), currency(row));
  }

  /** Of an order in a currency nobody knows: none. */
  private static Currency currency(ResultSet row) throws SQLException {
    try {
      return Currency.getInstance(row.getString("currency"));
    } catch (IllegalArgumentException unknown) {
      return Currency.getInstance("XXX");
    }
  }
}
