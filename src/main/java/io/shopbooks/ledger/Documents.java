package io.shopbooks.ledger;

import io.shopbooks.books.Booked;
import io.shopbooks.books.Document;
import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents of each order, as planned; one per key, for good. */
@Component("documents")
public class Documents {

  private final JdbcClient db;
  private final Planning planning;
  private final Plans plans;
  private final Revisions revisions;
  private final Holds holds;
  private final History history;

  Documents(
      JdbcClient db,
      Planning planning,
      Plans plans,
      Revisions revisions,
      Holds holds,
      History history) {
    this.db = db;
    this.planning = planning;
    this.plans = plans;
    this.revisions = revisions;
    this.holds = holds;
    this.history = history;
  }

  /** What of this order is in the books already, or on its way. */
  public Booked booked(OrderKey order, String realm) {
    return new Booked(
        db.sql(
                """
                select * from document where shop = :shop and realm = :realm and order_id = :order
                  and state <> 'dropped'
                order by id
                """)
            .param("shop", order.shop().value())
            .param("realm", realm)
            .param("order", order.id())
            .query(Documents::known)
            .list());
  }

  /**
   * Plans the documents of a sale. One that is on the wire with other contents is left alone: its
   * order is then planned again later.
   */
  @Transactional
  public void planned(ReceivedOrder order, List<Document> documents, String mapping) {
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
    plan(order, Holds.ORDER, documents);
    plans.dropOthers(order, documents);
  }

  /** Plans the documents of one refund of an order. One that a person left out stays so. */
  @Transactional
  public void planned(ReceivedOrder order, String refund, List<Document> documents) {
    var ignored = holds.isIgnored(order.key(), order.realm(), Holds.refund(refund));
    if (!ignored && documents.stream().noneMatch(this::isOtherwiseInBooks)) {
      plan(order, Holds.refund(refund), documents);
    }
  }

  /** A refund stays the document it is; what today's choices put beside another fits no more. */
  private boolean isOtherwiseInBooks(Document document) {
    return plans
        .find(document.key())
        .filter(Plans.Existing::isInBooks)
        .flatMap(existing -> DocumentJson.find(existing.plan()))
        .filter(booked -> booked.key().kind() != document.key().kind())
        .isPresent();
  }

  private void plan(ReceivedOrder order, String subject, List<Document> documents) {
    var changed = documents.stream().filter(document -> plan(order, document)).toList();
    holds.resolved(order.key(), order.realm(), subject);
    if (!changed.isEmpty()) {
      history.add(order.key(), order.realm(), "planned", words(changed));
    }
  }

  /** Answers whether the document is planned otherwise than before. */
  private boolean plan(ReceivedOrder order, Document document) {
    var existing = plans.find(document.key()).orElse(null);
    if (existing == null) {
      plans.insert(order, document);
      return true;
    }
    var same = DocumentJson.write(document).equals(existing.plan());
    var onTheWire = List.of("sending", "doubtful").contains(existing.state());
    if (existing.isInBooks() && !onTheWire) {
      return revisions.follow(order, document, existing);
    }
    return switch (existing.state()) {
      case "sending", "doubtful" -> {
        if (!same) {
          planning.planLater(order);
        }
        yield false;
      }
      case "held" ->
          !holds.isIgnored(order.key(), order.realm(), Holds.document(existing.id()))
              && plans.replace(order, document, existing.id());
      case "planned" ->
          !(same && existing.connection().equals(order.connection()))
              && plans.replace(order, document, existing.id());
      default -> plans.replace(order, document, existing.id());
    };
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

  /**
   * Keeps what of the order was received before the start date and has no document, so that the
   * tie-out has a name for it. Written when it is another sum than before.
   */
  @Transactional
  public void earlier(ReceivedOrder order, Money earlier) {
    var now = earlier.isZero() ? "0" : earlier.amount().toPlainString();
    var before =
        db.sql(
                """
                select detail from history
                where shop = :shop and realm = :realm and order_id = :order and what = 'earlier'
                order by id desc limit 1
                """)
            .param("shop", order.key().shop().value())
            .param("realm", order.realm())
            .param("order", order.key().id())
            .query(String.class)
            .optional();
    if (!before.orElse("0").equals(now)) {
      history.add(order.key(), order.realm(), "earlier", now);
    }
  }
}
