package io.shopbooks.ledger;

import io.shopbooks.ledger.Dossier.Attempt;
import io.shopbooks.ledger.Dossier.Event;
import io.shopbooks.ledger.Dossier.Paper;
import io.shopbooks.ledger.Dossier.PastHold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Everything the ledger knows of one order. Reads only. */
@Component
public class Dossiers {

  /** More is no reading for people. */
  private static final int MOST = 200;

  private final JdbcClient db;
  private final SaleList sales;

  Dossiers(JdbcClient db, SaleList sales) {
    this.db = db;
    this.sales = sales;
  }

  private record Key(String shop, String realm, String order) {}

  /** The order of this id of the shop; absent if the connection has none. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<Dossier> of(String connection, String order) {
    return db.sql(
            """
            select * from shop_order where connection = :connection and order_id = :order
            order by received_at desc limit 1
            """)
        .param("connection", connection)
        .param("order", order)
        .query((row, n) -> dossier(row))
        .optional();
  }

  private Dossier dossier(ResultSet row) throws SQLException {
    var key = new Key(row.getString("shop"), row.getString("realm"), row.getString("order_id"));
    return new Dossier(
        sales.one(key.shop(), key.realm(), key.order()),
        key.realm(),
        readable(row.getString("raw")),
        row.getString("mapping"),
        row.getTimestamp("received_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        documents(key),
        attempts(key),
        holds(key),
        history(key));
  }

  private JdbcClient.StatementSpec ask(String sql, Key key) {
    return db.sql(
            sql.formatted("shop = :shop and realm = :realm and order_id = :order")
                + " limit "
                + MOST)
        .param("shop", key.shop())
        .param("realm", key.realm())
        .param("order", key.order());
  }

  private List<Paper> documents(Key key) {
    return ask("select * from document where %s and state <> 'dropped' order by id", key)
        .query(Dossiers::paper)
        .list();
  }

  private static Paper paper(ResultSet row, int n) throws SQLException {
    var currency = row.getString("currency");
    return new Paper(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("number"),
        Optional.ofNullable(row.getDate("dated")).map(java.sql.Date::toLocalDate),
        Standing.money(row.getBigDecimal("total"), currency),
        Optional.ofNullable(row.getBigDecimal("posted_total"))
            .map(total -> Standing.money(total, currency)),
        row.getString("state"),
        row.getString("quickbooks_id"),
        readable(row.getString("plan")),
        readable(row.getString("stored")));
  }

  private List<Attempt> attempts(Key key) {
    return ask(
            """
            select r.*, (select count(*) from request_document rd join document d on d.id = rd.document
                where rd.request = r.id and (d.shop, d.realm, d.order_id) <> (:shop, :realm, :order))
                as others
            from request r where r.id in (
              select rd.request from request_document rd join document d on d.id = rd.document
              where d.shop = :shop and d.realm = :realm and d.order_id = :order)
            order by r.sent_at desc, r.id
            """,
            key)
        .query(
            (row, n) ->
                new Attempt(
                    row.getString("id"),
                    row.getTimestamp("sent_at").toInstant(),
                    moment(row, "answered_at"),
                    Optional.ofNullable(row.getObject("status", Integer.class)),
                    row.getInt("others"),
                    readable(row.getString("body")),
                    readable(row.getString("answer"))))
        .list();
  }

  private List<PastHold> holds(Key key) {
    return ask("select * from hold where %s order by id desc", key)
        .query(
            (row, n) ->
                new PastHold(
                    row.getString("subject"),
                    Holds.reason(row),
                    Standing.money(row.getBigDecimal("amount"), row.getString("currency")),
                    row.getTimestamp("since").toInstant(),
                    moment(row, "ended_at"),
                    Optional.ofNullable(row.getString("ended_by")).orElse(""),
                    row.getString("note")))
        .list();
  }

  private List<Event> history(Key key) {
    return ask("select * from history where %s order by id desc", key)
        .query(
            (row, n) ->
                new Event(
                    row.getTimestamp("at").toInstant(),
                    row.getString("what"),
                    row.getString("detail")))
        .list();
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  /** Indented where it is JSON; an order that nobody can read is shown as it came. */
  private static String readable(String text) {
    if (text == null) {
      return "";
    }
    try {
      return ReadableJson.write(ReadableJson.read(text)).stripTrailing();
    } catch (IllegalStateException noJson) {
      return text;
    }
  }
}
