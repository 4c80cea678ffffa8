package io.shopbooks.ledger;

import io.shopbooks.books.Change;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.PlannedOrder.PlannedDocument;
import io.shopbooks.sale.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of which plans are made. */
@Component
class PlanRows {

  private final JdbcClient db;

  PlanRows(JdbcClient db) {
    this.db = db;
  }

  /** An order, and what is known of it besides its documents. */
  record OrderRow(
      String id, String number, String hash, Money total, String state, String because) {}

  /** A document that waits to be sent. */
  record Pending(String order, PlannedDocument told, Change change) {}

  /** Until now this happened to orders. */
  long lastHistory() {
    return db.sql("select coalesce(max(id), 0) from history").query(Long.class).single();
  }

  /** The orders something happened to since, or of which something is open. */
  List<OrderRow> orders(Connection connection, String realm, long since) {
    return of(
            connection,
            realm,
            """
            select * from shop_order o where shop = :shop and realm = :realm and (
              exists (select from history h where h.shop = o.shop and h.realm = o.realm
                and h.order_id = o.order_id and h.id > :since)
              or exists (select from document d where d.shop = o.shop and d.realm = o.realm
                and d.order_id = o.order_id and d.state in ('planned', 'sending', 'doubtful'))
              or exists (select from hold where hold.shop = o.shop and hold.realm = o.realm
                and hold.order_id = o.order_id and ended_at is null))
            order by created_at, order_id
            """)
        .param("since", since)
        .query(PlanRows::order)
        .list();
  }

  /** The documents that are to be sent, as they were planned. */
  List<Pending> pending(Connection connection, String realm) {
    return of(
            connection,
            realm,
            """
            select * from document
            where shop = :shop and realm = :realm and state = 'planned' and plan is not null
            order by id
            """)
        .query(PlanRows::pending)
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private JdbcClient.StatementSpec of(Connection connection, String realm, String sql) {
    return db.sql(sql).param("shop", connection.shopId().value()).param("realm", realm);
  }

  private static OrderRow order(ResultSet row, int n) throws SQLException {
    return new OrderRow(
        row.getString("order_id"),
        row.getString("number"),
        row.getString("hash"),
        new Money(row.getBigDecimal("total"), currency(row.getString("currency"))),
        row.getString("state"),
        row.getString("because"));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      return Currency.getInstance("XXX");
    }
  }

  private static Optional<Pending> pending(ResultSet row, int n) throws SQLException {
    var order = row.getString("order_id");
    var inBooks = DocumentJson.find(row.getString("booked"));
    return DocumentJson.find(row.getString("plan"))
        .map(
            document ->
                new Pending(
                    order,
                    new PlannedDocument(
                        document.key().kind().word(),
                        document.header().number().orElse(""),
                        document.header().date(),
                        document.total(),
                        inBooks.isPresent()),
                    new Change(document, inBooks)));
  }
}
