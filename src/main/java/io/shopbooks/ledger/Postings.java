package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.books.Due;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import io.shopbooks.sale.ShopId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent and what came of it. */
@Component("postings")
public class Postings {

  private static final Logger LOG = LoggerFactory.getLogger(Postings.class);

  private final JdbcClient db;
  private final Clock clock;
  private final LedgerSettings settings;
  private final Canaries canaries;
  private final Holds holds;
  private final History history;

  Postings(
      JdbcClient db,
      Clock clock,
      LedgerSettings settings,
      Canaries canaries,
      Holds holds,
      History history) {
    this.db = db;
    this.clock = clock;
    this.settings = settings;
    this.canaries = canaries;
    this.holds = holds;
    this.history = history;
  }

  /**
   * Commits the exact request before it is sent. From here on its documents are never sent again
   * without asking first.
   *
   * @throws IllegalStateException if another process took one of the documents
   */
  @Transactional
  public void sending(
      String realm, List<Due> documents, String requestId, String path, String body) {
    var ids = documents.stream().map(Due::id).toList();
    db.sql(
            """
            insert into request (id, realm, path, body, sent_at)
            values (:id, :realm, :path, :body, :now)
            """)
        .param("id", requestId)
        .param("realm", realm)
        .param("path", path)
        .param("body", body)
        .param("now", now())
        .update();
    var taken =
        db.sql(
                """
                update document set state = 'sending', request_id = :request, sent_at = :now,
                    attempt = attempt + 1
                where id in (:ids) and state = 'planned'
                """)
            .param("request", requestId)
            .param("now", now())
            .param("ids", ids)
            .update();
    if (taken != ids.size()) {
      throw new IllegalStateException("Another process sends documents of company " + realm);
    }
    for (var id : ids) {
      db.sql("insert into request_document (request, document) values (:request, :document)")
          .param("request", requestId)
          .param("document", id)
          .update();
    }
  }

  /** Keeps what QuickBooks said to a request. */
  @Transactional
  public void answered(String requestId, int status, String answer) {
    db.sql(
            "update request set answered_at = :now, status = :status, answer = :answer where id = :id")
        .param("now", now())
        .param("status", status)
        .param("answer", answer)
        .param("id", requestId)
        .update();
  }

  /**
   * The document is in the books. A total that is not the planned one is held, and so are the
   * documents like it.
   */
  @Transactional
  public void posted(Outcome outcome) {
    var row = row(outcome.document());
    var posted = outcome.posted().orElseThrow();
    db.sql(
            """
            update document set state = 'posted', quickbooks_id = :id, sync_token = :token,
                posted_total = :total, posted_at = :now,
                number = case when :number = '' then number else :number end
            where id = :document
            """)
        .param("id", posted.quickbooksId())
        .param("token", posted.syncToken())
        .param("total", posted.total().amount())
        .param("number", posted.number())
        .param("now", now())
        .param("document", outcome.document())
        .update();
    var right = posted.total().equals(row.total());
    canaries.cameBack(outcome.document(), right);
    if (right) {
      holds.resolved(row.order(), row.realm(), Holds.document(row.id()));
    } else {
      holdLike(row, posted);
    }
    history.add(
        row.order(),
        row.realm(),
        "posted",
        row.kind() + " " + posted.quickbooksId() + " " + posted.total());
    LOG.info(
        "posted order={} doc={}/{} total={}",
        row.order(),
        row.kind(),
        posted.quickbooksId(),
        posted.total());
  }

  private void holdLike(Row row, Outcome.Posted posted) {
    holds.hold(
        row.order(),
        row.realm(),
        row.connection(),
        Holds.document(row.id()),
        Reason.of(Why.WRONG_TOTAL)
            .with("number", posted.number())
            .with("planned", row.total())
            .with("posted", posted.total()),
        row.total());
    var like =
        db.sql(
                """
                update document d set state = 'held' from document wrong
                where wrong.id = :wrong and d.state = 'planned' and d.shop = wrong.shop
                  and d.realm = wrong.realm and d.kind = wrong.kind
                  and d.treatment = wrong.treatment
                returning d.*
                """)
            .param("wrong", row.id())
            .query(Postings::row)
            .list();
    var reason = Reason.of(Why.LIKE_A_WRONG_ONE).with("number", posted.number());
    like.forEach(
        one ->
            holds.hold(
                one.order(),
                one.realm(),
                one.connection(),
                Holds.document(one.id()),
                reason,
                one.total()));
  }

  /**
   * Nobody knows whether it is in the books: it is asked about when no answer can come any more.
   */
  @Transactional
  public void doubtful(Outcome outcome) {
    var row = row(outcome.document());
    var due = outcome.delay().map(delay -> clock.instant().plus(delay));
    doubt(row, due.orElse(whenAnsweredAtLast()), outcome.said());
  }

  // Not from when the request was kept: it may have waited for the company's limits before it went.
  private Instant whenAnsweredAtLast() {
    return clock.instant().plus(settings.longestRequest());
  }

  private void doubt(Row row, Instant due, String said) {
    db.sql("update document set state = 'doubtful', due_at = :due where id = :id")
        .param("due", Timestamp.from(due))
        .param("id", row.id())
        .update();
    history.add(row.order(), row.realm(), "doubtful", said);
    LOG.warn("doubtful order={} doc={} said={}", row.order(), row.kind(), said);
  }

  /** It is surely not in the books: it waits, is mended, or needs a person. */
  @Transactional
  public void notPosted(Outcome outcome) {
    var row = row(outcome.document());
    switch (outcome.kind()) {
      case LATER -> later(row, clock.instant().plus(outcome.delay().orElseThrow()), outcome.said());
      case REPAIR -> repair(row, outcome.repair().orElseThrow(), outcome.said());
      default -> held(row, outcome.reason().orElseThrow());
    }
  }

  private void later(Row row, Instant when, String said) {
    db.sql("update document set state = 'planned', due_at = :due where id = :id")
        .param("due", Timestamp.from(when))
        .param("id", row.id())
        .update();
    history.add(row.order(), row.realm(), "later", said);
  }

  private void repair(Row row, String repair, String said) {
    db.sql(
            """
            update document set state = 'planned', due_at = :now,
                repairs = array_append(repairs, :repair)
            where id = :id
            """)
        .param("now", now())
        .param("repair", repair)
        .param("id", row.id())
        .update();
    history.add(row.order(), row.realm(), "repair", repair + ": " + said);
  }

  private void held(Row row, Reason reason) {
    db.sql("update document set state = 'held' where id = :id").param("id", row.id()).update();
    holds.hold(
        row.order(), row.realm(), row.connection(), Holds.document(row.id()), reason, row.total());
  }

  /** Puts back what was not sent after all. */
  @Transactional
  public void notSent(List<Due> documents, String because) {
    documents.forEach(due -> later(row(due.id()), clock.instant(), because));
  }

  /**
   * Documents that a process left on the wire when it died: nobody will read their answers any
   * more. Only who holds the company's lease may say so.
   */
  @Transactional
  public void doubtAbandoned(String realm) {
    db.sql("select * from document where realm = :realm and state = 'sending'")
        .param("realm", realm)
        .query(Postings::row)
        .list()
        .forEach(
            row ->
                doubt(
                    row,
                    whenAnsweredAtLast(),
                    "found on the wire without anybody to read the answer"));
  }

  /**
   * A document of ours that QuickBooks has. One the ledger does not know, as after a restored
   * backup, is taken over, so that it is never sent again.
   */
  @Transactional
  public void seen(Connection connection, InBooks seen) {
    var key = seen.key();
    var taken =
        db.sql(
                """
                insert into document (shop, realm, purpose, kind, shop_id, order_id, connection,
                    number, dated, currency, total, state, due_at, quickbooks_id, sync_token,
                    posted_total, posted_at)
                values (:shop, :realm, :purpose, :kind, :shopId, :order, :connection, :number,
                    :dated, :currency, :total, 'posted', :now, :id, :token, :total, :now)
                on conflict (shop, realm, purpose, shop_id) do update set
                    state = 'posted', quickbooks_id = excluded.quickbooks_id,
                    sync_token = excluded.sync_token, posted_total = excluded.posted_total,
                    posted_at = excluded.posted_at, number = excluded.number
                where document.state <> 'posted' and document.quickbooks_id = ''
                returning *
                """)
            .param("shop", key.shop().value())
            .param("realm", key.realm())
            .param("purpose", key.kind().purpose().name())
            .param("kind", key.kind().word())
            .param("shopId", key.shopId())
            .param("order", isAboutOrder(key) ? key.shopId() : "")
            .param("connection", connection.name())
            .param("number", seen.number())
            .param("dated", Date.valueOf(seen.date()))
            .param("currency", seen.total().currency().getCurrencyCode())
            .param("total", seen.total().amount())
            .param("id", seen.quickbooksId())
            .param("token", seen.syncToken())
            .param("now", now())
            .query(Postings::row)
            .optional();
    if (taken.isPresent()) {
      // It may be the first of its kind, for whose answer its like are waiting.
      canaries.cameBack(taken.get().id(), taken.get().total().equals(seen.total()));
      var order = new OrderKey(key.shop(), key.shopId());
      history.add(order, key.realm(), "found", key.kind().word() + " " + seen.quickbooksId());
      LOG.info("found in books doc={}/{} key={}", key.kind().word(), seen.quickbooksId(), key);
    }
  }

  /** Sales and their payments carry the order's id, credits the refund's. */
  private static boolean isAboutOrder(DocumentKey key) {
    return key.kind().purpose() == Purpose.SALE || key.kind().purpose() == Purpose.PAYMENT;
  }

  private record Row(
      long id, OrderKey order, String realm, String connection, String kind, Money total) {}

  private Row row(long document) {
    return db.sql("select * from document where id = :id for update")
        .param("id", document)
        .query(Postings::row)
        .single();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getLong("id"),
        new OrderKey(new ShopId(row.getString("shop")), row.getString("order_id")),
        row.getString("realm"),
        row.getString("connection"),
        row.getString("kind"),
        new Money(row.getBigDecimal("total"), Currency.getInstance(row.getString("currency"))));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
