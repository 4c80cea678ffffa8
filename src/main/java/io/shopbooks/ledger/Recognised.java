package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.OtherSale;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.Refund;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sales whose document in the books is not ours: another connector made it, or a person. Each such
 * document is one sale's at most, and nothing is ever written to it.
 */
@Component("recognised")
public class Recognised {

  private static final Logger LOG = LoggerFactory.getLogger(Recognised.class);

  private final JdbcClient db;
  private final Clock clock;
  private final Holds holds;
  private final History history;

  Recognised(JdbcClient db, Clock clock, Holds holds, History history) {
    this.db = db;
    this.clock = clock;
    this.holds = holds;
    this.history = history;
  }

  /**
   * The documents that may be the order's sale: those that no order has, and the one this order was
   * recognised in before. None, if a person said that the sale is new to the books.
   */
  public List<OtherSale> candidates(ReceivedOrder order, List<OtherSale> others) {
    var before = before(order);
    if (before.isPresent()) {
      return List.of(asItIsNow(before.get(), others));
    }
    if (isNew(order.key(), order.realm())) {
      return List.of();
    }
    return others.stream().filter(other -> !isTaken(order.realm(), other)).toList();
  }

  /** A person may have corrected it, after the order changed in the shop. */
  private static OtherSale asItIsNow(OtherSale before, List<OtherSale> others) {
    return others.stream()
        .filter(other -> other.kind() == before.kind())
        .filter(other -> other.quickbooksId().equals(before.quickbooksId()))
        .findFirst()
        .map(OtherSale::adoptedBefore)
        .orElse(before);
  }

  /**
   * The credits that may be this refund of an adopted sale: whoever carried the sale may have
   * carried the refund. None, if it is in the books by a document of ours, or a person said it is
   * new.
   */
  public List<OtherSale> credits(ReceivedOrder order, Refund refund, List<OtherSale> others) {
    if (before(order).isEmpty() || isNew(order.key(), order.realm()) || isOurs(order, refund)) {
      return List.of();
    }
    return others.stream().filter(other -> !isTaken(order.realm(), other)).toList();
  }

  private boolean isOurs(ReceivedOrder order, Refund refund) {
    return sql(
            """
            select exists (select from document where %s and purpose = 'CREDIT'
              and shop_id = :refund and (quickbooks_id <> '' or state in ('sending', 'doubtful')))
            """,
            order.key(), order.realm())
        .param("refund", refund.id())
        .query(Boolean.class)
        .single();
  }

  private Optional<OtherSale> before(ReceivedOrder order) {
    return sql(
            "select * from document where %s and purpose = 'SALE' and adopted",
            order.key(), order.realm())
        .query(Recognised::adopted)
        .optional();
  }

  private boolean isNew(OrderKey order, String realm) {
    return sql("select new_to_books from shop_order where %s", order, realm)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Ours too may have lost their marker, because a person cleared the memo. */
  private boolean isTaken(String realm, OtherSale other) {
    return db.sql(
            """
            select exists (select from document
              where realm = :realm and kind = :kind and quickbooks_id = :id)
            """)
        .param("realm", realm)
        .param("kind", other.kind().word())
        .param("id", other.quickbooksId())
        .query(Boolean.class)
        .single();
  }

  /**
   * The document is the order's sale. Nothing is sent, and what was planned beside the sale, as its
   * payment or fee, is not: whoever made the document did that too.
   */
  @Transactional
  public void adopt(ReceivedOrder order, OtherSale document) {
    write(order, document);
    if (!document.adopted()) {
      drop(order);
      var told = document.kind().word() + " " + document.quickbooksId() + ", made by others";
      history.add(order.key(), order.realm(), "found", told);
      LOG.info("adopted order={} doc={}", order.key(), told);
    }
    holds.resolved(order.key(), order.realm(), Holds.ORDER);
  }

  private void drop(ReceivedOrder order) {
    sql(
            """
            update document set state = 'dropped'
            where %s and (purpose <> 'SALE' or shop_id <> order_id)
              and state in ('planned', 'held')
            """,
            order.key(), order.realm())
        .update();
    sql("select id from document where %s", order.key(), order.realm())
        .query(Long.class)
        .list()
        .forEach(id -> holds.resolved(order.key(), order.realm(), Holds.document(id)));
  }

  private void write(ReceivedOrder order, OtherSale document) {
    sql(
            """
            insert into document (shop, realm, purpose, kind, shop_id, order_id, connection, number,
                dated, currency, total, state, due_at, quickbooks_id, posted_total, posted_at,
                adopted)
            values (:shop, :realm, 'SALE', :kind, :order, :order, :connection, :number, :dated,
                :currency, :total, 'posted', :now, :id, :total, :now, true)
            on conflict (shop, realm, purpose, shop_id) do update set kind = excluded.kind,
                number = excluded.number, dated = excluded.dated, currency = excluded.currency,
                total = excluded.total, state = excluded.state, plan = null, adopted = true,
                quickbooks_id = excluded.quickbooks_id, posted_total = excluded.posted_total,
                posted_at = coalesce(document.posted_at, excluded.posted_at)
            """,
            order.key(),
            order.realm())
        .param("kind", document.kind().word())
        .param("connection", order.connection())
        .param("number", document.number())
        .param("dated", Date.valueOf(document.date()))
        .param("currency", document.total().currency().getCurrencyCode())
        .param("total", document.total().amount())
        .param("id", document.quickbooksId())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * A person says that what is held is new to the books, whatever looks like it there. Where that
   * is the sale, a document it was recognised in before is left to others.
   */
  @Transactional
  public void isNew(Hold hold) {
    var order = hold.order();
    var realm = hold.realm();
    sql("update shop_order set new_to_books = true where %s", order, realm).update();
    if (hold.subject().equals(Holds.ORDER)) {
      letGo(order, realm);
    }
    history.add(order, realm, "new-to-books", "");
  }

  private void letGo(OrderKey order, String realm) {
    // Kept, because its attempts make request ids, and no request id may be used twice.
    sql(
            """
            update document set state = 'dropped', adopted = false, quickbooks_id = '',
                posted_total = null, posted_at = null
            where %s and adopted
            """,
            order, realm)
        .update();
  }

  private JdbcClient.StatementSpec sql(String sql, OrderKey order, String realm) {
    return db.sql(sql.formatted("shop = :shop and realm = :realm and order_id = :order"))
        .param("shop", order.shop().value())
        .param("realm", realm)
        .param("order", order.id());
  }

  private static OtherSale adopted(ResultSet row, int n) throws SQLException {
    return new OtherSale(
        DocumentKind.of(row.getString("kind")),
        row.getString("quickbooks_id"),
        row.getString("number"),
        row.getDate("dated").toLocalDate(),
        new Money(row.getBigDecimal("total"), Currency.getInstance(row.getString("currency"))),
        "",
        true);
  }
}
