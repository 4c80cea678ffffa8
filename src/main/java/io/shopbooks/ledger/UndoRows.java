package io.shopbooks.ledger;

import io.shopbooks.books.Due;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that undoing reads. */
@Component
class UndoRows {

  private final JdbcClient db;

  UndoRows(JdbcClient db) {
    this.db = db;
  }

  /**
   * A document the run made.
   *
   * @param due empty where its plan cannot be read
   */
  record Made(
      String order, String number, String state, LocalDate date, Entry entry, Optional<Due> due) {}

  /** The run; absent if there is none, or it has not ended. */
  Optional<PastRun> run(long id) {
    return db.sql(
            """
            select r.*, coalesce((select max(p.ended_at) from run p
                where p.connection = r.connection and p.id < r.id and p.ended_at is not null
                  and p.trouble <> 'interrupted'), 'epoch') as since
            from run r where id = :id and ended_at is not null
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new PastRun(
                    id,
                    row.getString("connection"),
                    new Span(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("ended_at").toInstant()),
                    row.getString("trouble"),
                    row.getString("trouble_detail")))
        .optional();
  }

  /** What the run made and is in the books. */
  List<Made> made(PastRun run, String realm) {
    return db.sql(
            """
            select d.*, coalesce(o.number, d.order_id) as order_number,
                coalesce(o.state, '') as order_state
            from document d left join shop_order o using (shop, realm, order_id)
            where d.connection = :connection and d.realm = :realm
              and d.made_at > :since and d.made_at <= :until and not d.adopted
              and d.quickbooks_id <> ''
            order by o.created_at, d.order_id, d.id
            """)
        .param("connection", run.connection())
        .param("realm", realm)
        .param("since", time(run.span().since()))
        .param("until", time(run.span().until()))
        .query(
            (row, n) ->
                new Made(
                    row.getString("order_id"),
                    row.getString("order_number"),
                    row.getString("order_state"),
                    row.getDate("dated").toLocalDate(),
                    Entry.of(row, n),
                    due(row)))
        .list();
  }

  /** Numbers of orders of which the run changed documents that others made. */
  List<String> updated(PastRun run, String realm) {
    return db.sql(
            """
            select distinct coalesce(o.number, d.order_id) from document d
            left join shop_order o using (shop, realm, order_id)
            where d.connection = :connection and d.realm = :realm
              and d.posted_at > :since and d.posted_at <= :until and d.made_at <= :since
            order by 1
            """)
        .param("connection", run.connection())
        .param("realm", realm)
        .param("since", time(run.span().since()))
        .param("until", time(run.span().until()))
        .query(String.class)
        .list();
  }

  /** Documents in the books, or on their way, that need this one. */
  List<Entry> dependents(long document) {
    return db.sql(
            """
            select d.* from document d
            join document_need n on n.document = d.id
            join document s on s.shop = d.shop and s.realm = d.realm and s.purpose = n.purpose
              and s.shop_id = n.shop_id
            where s.id = :id and (d.quickbooks_id <> '' or d.state in ('sending', 'doubtful'))
            order by d.id
            """)
        .param("id", document)
        .query(Entry::of)
        .list();
  }

  /** Up to so many that are to be taken back now, those first that others depend on last. */
  List<Due> next(String realm, int most) {
    return db
        .sql(
            """
            select * from document d
            where realm = :realm and undoing is not null and undo_said = ''
              and not exists (select from document k
                where k.shop = d.shop and k.realm = d.realm and k.order_id = d.order_id
                  and k.undoing is not null and k.undo_said <> '')
            order by case purpose when 'APPLICATION' then 1 when 'PAYMENT' then 2
                when 'EXPENSE' then 3 when 'CREDIT' then 4 else 5 end, id
            limit :most
            """)
        .param("realm", realm)
        .param("most", most)
        .query((row, n) -> due(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** As it is in the books: an update that did not go yet counts for nothing. */
  private static Optional<Due> due(ResultSet row) throws SQLException {
    var id = row.getLong("id");
    var attempt = row.getInt("attempt");
    var quickbooksId = row.getString("quickbooks_id");
    var stored = Objects.toString(row.getString("stored"), "");
    var booked = row.getString("booked");
    return DocumentJson.find(booked == null ? row.getString("plan") : booked)
        .map(
            document ->
                new Due(id, document, attempt, 0, Set.of(), Map.of(), quickbooksId, stored));
  }

  private static Timestamp time(Instant moment) {
    return Timestamp.from(moment);
  }
}
