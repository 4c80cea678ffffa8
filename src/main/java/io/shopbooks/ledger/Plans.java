package io.shopbooks.ledger;

import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents as they are written into the ledger when they are planned. */
@Component
class Plans {

  private final JdbcClient db;
  private final Clock clock;
  private final Entries entries;
  private final Holds holds;

  Plans(JdbcClient db, Clock clock, Entries entries, Holds holds) {
    this.db = db;
    this.clock = clock;
    this.entries = entries;
    this.holds = holds;
  }

  /**
   * @param plan as it was written; null of one that was only found in the books
   * @param booked what is in the books so far, while an update of it is not; else null
   */
  record Existing(long id, String state, String connection, String plan, String booked) {

    boolean isInBooks() {
      return state.equals("posted") || booked != null;
    }
  }

  /** The row of this key, kept from all others until the transaction ends. */
  Optional<Existing> find(DocumentKey key) {
    return db.sql(
            """
            select id, state, connection, plan, booked from document
            where shop = :shop and realm = :realm and purpose = :purpose and shop_id = :shopId
            for update
            """)
        .param("shop", key.shop().value())
        .param("realm", key.realm())
        .param("purpose", key.kind().purpose().name())
        .param("shopId", key.shopId())
        .query(
            (row, n) ->
                new Existing(
                    row.getLong("id"),
                    row.getString("state"),
                    row.getString("connection"),
                    row.getString("plan"),
                    row.getString("booked")))
        .optional();
  }

  void insert(ReceivedOrder order, Document document) {
    var id =
        write(
                """
                insert into document (shop, realm, purpose, kind, shop_id, order_id, connection,
                    number, dated, currency, total, treatment, plan, state, due_at)
                values (:shop, :realm, :purpose, :kind, :shopId, :order, :connection,
                    :number, :dated, :currency, :total, :treatment, :plan, 'planned', :now)
                returning id
                """,
                order,
                document)
            .query(Long.class)
            .single();
    needs(id, document);
  }

  /** Puts the document in the place of one that is not in the books, nor on the wire. */
  boolean replace(ReceivedOrder order, Document document, long id) {
    write(
            """
            update document set kind = :kind, number = :number, dated = :dated,
                currency = :currency, total = :total, treatment = :treatment, plan = :plan,
                connection = :connection, order_id = :order, state = 'planned', repairs = '{}',
                attempt = attempt + 1,
                attempts_before = attempt + 1, due_at = :now, in_vain = 0, put_off = 0, alone = false
            where shop = :shop and realm = :realm and purpose = :purpose and shop_id = :shopId
            """,
            order,
            document)
        .update();
    db.sql("delete from document_need where document = :id").param("id", id).update();
    needs(id, document);
    holds.resolved(order.key(), order.realm(), Holds.document(id));
    return true;
  }

  /** The document is in the books, and is to become this: an update of it is due. */
  void revise(ReceivedOrder order, Document revised, Existing existing) {
    rewrite(order, revised, existing, "state = 'planned', booked = coalesce(booked, plan)");
    db.sql("delete from document_need where document = :id").param("id", existing.id()).update();
    needs(existing.id(), revised);
  }

  /** The document is in the books, and stays what it is there. */
  void settle(ReceivedOrder order, Document revised, Existing existing) {
    rewrite(order, revised, existing, "state = 'posted', booked = null");
  }

  private void rewrite(ReceivedOrder order, Document revised, Existing existing, String state) {
    db.sql(
            """
            update document set plan = :plan, total = :total, treatment = :treatment,
                repairs = '{}', attempt = attempt + 1,
                attempts_before = attempt + 1, due_at = :now, in_vain = 0, put_off = 0,
            """
                + state
                + " where id = :id")
        .param("plan", DocumentJson.write(revised))
        .param("total", revised.total().amount())
        .param("treatment", revised.treatment())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", existing.id())
        .update();
    holds.resolved(order.key(), order.realm(), Holds.document(existing.id()));
  }

  /**
   * What was planned of the sale before and is planned no more, as one receipt where there is one
   * per payment now, goes nowhere. What is in the books or on the wire is left alone.
   */
  void dropOthers(ReceivedOrder order, List<Document> documents) {
    var kept = documents.stream().map(Document::key).map(Plans::word).toArray(String[]::new);
    db.sql(
            """
            update document set state = 'dropped'
            where shop = :shop and realm = :realm and order_id = :order
              and purpose in ('SALE', 'PAYMENT') and state in ('planned', 'held')
              and quickbooks_id = '' and not (purpose || ' ' || shop_id = any(:kept))
            returning id
            """)
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id())
        .param("kept", kept)
        .query(Long.class)
        .list()
        .forEach(id -> holds.resolved(order.key(), order.realm(), Holds.document(id)));
  }

  private static String word(DocumentKey key) {
    return key.kind().purpose() + " " + key.shopId();
  }

  private JdbcClient.StatementSpec write(String sql, ReceivedOrder order, Document document) {
    var key = document.key();
    return db.sql(sql)
        .param("shop", key.shop().value())
        .param("realm", key.realm())
        .param("purpose", key.kind().purpose().name())
        .param("kind", key.kind().word())
        .param("shopId", key.shopId())
        .param("order", order.key().id())
        .param("connection", order.connection())
        .param("number", document.header().number().orElse(""))
        .param("dated", Date.valueOf(document.header().date()))
        .param("currency", document.total().currency().getCurrencyCode())
        .param("total", document.total().amount())
        .param("treatment", document.treatment())
        .param("plan", DocumentJson.write(document))
        .param("now", Timestamp.from(clock.instant()));
  }

  private void needs(long id, Document document) {
    for (var need : document.needs()) {
      db.sql(
              "insert into document_need (document, purpose, shop_id) values (:id, :purpose, :shopId)")
          .param("id", id)
          .param("purpose", need.kind().purpose().name())
          .param("shopId", need.shopId())
          .update();
    }
  }

  /** One that was only found in the books gets its plan, and is compared with it. */
  void attach(ReceivedOrder order, Document document, long id) {
    var attached =
        db.sql(
                """
                update document set plan = :plan, order_id = :order, total = :total,
                    treatment = :treatment
                where id = :id and plan is null
                returning *
                """)
            .param("plan", DocumentJson.write(document))
            .param("order", order.key().id())
            .param("total", document.total().amount())
            .param("treatment", document.treatment())
            .param("id", id)
            .query(Entry::of)
            .optional();
    attached.ifPresent(
        entry -> {
          var posted = entry.posted().orElseThrow();
          if (!posted.equals(document.total())) {
            entries.needsPerson(
                entry,
                Reason.of(Why.WRONG_TOTAL)
                    .with("number", entry.number())
                    .with("planned", document.total())
                    .with("posted", posted));
          }
        });
  }
}
