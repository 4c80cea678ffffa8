package io.shopbooks.ledger;

import io.shopbooks.books.Booked;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.ShopId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of each order, as planned; one per key, for good. */
@Component("documents")
public class Documents {

  private final JdbcClient db;
  private final Clock clock;
  private final Orders orders;
  private final Holds holds;
  private final History history;

  Documents(JdbcClient db, Clock clock, Orders orders, Holds holds, History history) {
    this.db = db;
    this.clock = clock;
    this.orders = orders;
    this.holds = holds;
    this.history = history;
  }

  /** What of this order is in the books already, or on its way. */
  public Booked booked(OrderKey order, String realm) {
    return new Booked(
        db.sql(
                """
                select * from document where shop = :shop and realm = :realm and order_id = :order
                order by id
                """)
            .param("shop", order.shop().value())
            .param("realm", realm)
            .param("order", order.id())
            .query(Documents::known)
            .list());
  }

  /**
   * Plans the documents of a sale, and with them ends the planning of its order. Documents that are
   * on the wire are left alone: the order is then planned again later.
   */
  @Transactional
  public void planned(ReceivedOrder order, List<Document> documents, String mapping) {
    var inFlight = documents.stream().filter(document -> !plan(order, document)).count();
    db.sql(
            """
            update shop_order set mapping = :mapping
            where shop = :shop and realm = :realm and order_id = :order
            """)
        .param("mapping", mapping)
        .param("shop", order.key().shop().value())
        .param("realm", order.realm())
        .param("order", order.key().id())
        .update();
    if (inFlight == 0) {
      orders.settle(order, "booked", "");
    }
    holds.resolved(order.key(), order.realm(), Holds.ORDER);
    history.add(order.key(), order.realm(), "planned", words(documents));
  }

  /** Plans the documents of one refund of an order. */
  @Transactional
  public void planned(ReceivedOrder order, String refund, List<Document> documents) {
    documents.forEach(document -> plan(order, document));
    holds.resolved(order.key(), order.realm(), Holds.refund(refund));
    history.add(order.key(), order.realm(), "planned", words(documents));
  }

  /** Answers false if the document is on the wire, so that nothing may be said about it yet. */
  private boolean plan(ReceivedOrder order, Document document) {
    var existing = find(document.key());
    if (existing.isEmpty()) {
      insert(order, document);
      return true;
    }
    return switch (existing.get().state()) {
      case "sending", "doubtful" -> false;
      case "posted" -> {
        attach(order, document, existing.get().id());
        yield true;
      }
      default -> {
        replace(order, document, existing.get().id());
        yield true;
      }
    };
  }

  /** One that was only found in the books gets its plan, so that it can be compared. */
  private void attach(ReceivedOrder order, Document document, long id) {
    db.sql("update document set plan = :plan, order_id = :order where id = :id and plan is null")
        .param("plan", DocumentJson.write(document))
        .param("order", order.key().id())
        .param("id", id)
        .update();
  }

  private record Existing(long id, String state) {}

  private Optional<Existing> find(DocumentKey key) {
    return db.sql(
            """
            select id, state from document
            where shop = :shop and realm = :realm and purpose = :purpose and shop_id = :shopId
            for update
            """)
        .param("shop", key.shop().value())
        .param("realm", key.realm())
        .param("purpose", key.kind().purpose().name())
        .param("shopId", key.shopId())
        .query((row, n) -> new Existing(row.getLong("id"), row.getString("state")))
        .optional();
  }

  private void insert(ReceivedOrder order, Document document) {
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

  private void replace(ReceivedOrder order, Document document, long id) {
    write(
            """
            update document set kind = :kind, number = :number, dated = :dated,
                currency = :currency, total = :total, treatment = :treatment, plan = :plan,
                connection = :connection, order_id = :order, state = 'planned', repairs = '{}',
                attempt = attempt + 1, due_at = :now
            where shop = :shop and realm = :realm and purpose = :purpose and shop_id = :shopId
            """,
            order,
            document)
        .update();
    db.sql("delete from document_need where document = :id").param("id", id).update();
    needs(id, document);
    holds.resolved(order.key(), order.realm(), Holds.document(id));
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

  private static String words(List<Document> documents) {
    return String.join(
        ", ", documents.stream().map(d -> d.key().kind().word() + " " + d.total()).toList());
  }

  private static Booked.Known known(ResultSet row, int n) throws SQLException {
    var number = row.getString("number");
    return new Booked.Known(
        new DocumentKey(
            new ShopId(row.getString("shop")),
            row.getString("realm"),
            DocumentKind.of(row.getString("kind")),
            row.getString("shop_id")),
        number.isEmpty() ? Optional.empty() : Optional.of(number),
        List.of("sending", "doubtful", "posted").contains(row.getString("state"))
            || !row.getString("quickbooks_id").isEmpty());
  }
}
