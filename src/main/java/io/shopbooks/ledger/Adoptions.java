package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Removed;
import io.shopbooks.books.Seen;
import io.shopbooks.books.Why;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.OrderKey;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents of ours that were seen in QuickBooks. One the ledger does not know, as after a restored
 * backup, is taken over, so that it is never sent again (DESIGN 4.3).
 */
@Component("adoptions")
public class Adoptions {

  private static final Logger LOG = LoggerFactory.getLogger(Adoptions.class);

  private final JdbcClient db;
  private final Clock clock;
  private final Entries entries;
  private final Postings postings;
  private final Orders orders;
  private final History history;

  Adoptions(
      JdbcClient db,
      Clock clock,
      Entries entries,
      Postings postings,
      Orders orders,
      History history) {
    this.db = db;
    this.clock = clock;
    this.entries = entries;
    this.postings = postings;
    this.orders = orders;
    this.history = history;
  }

  /** A document of ours is in QuickBooks, or was deleted there. */
  @Transactional
  public void seen(Connection connection, Seen seen) {
    if (seen instanceof Removed removed) {
      removed(removed);
    } else {
      present(connection, (InBooks) seen);
    }
  }

  private void present(Connection connection, InBooks seen) {
    var known = entries.lock(seen.key());
    if (known.isEmpty()) {
      insert(connection, seen);
      found(new OrderKey(seen.key().shop(), seen.key().orderId()), seen);
    } else if (known.get().quickbooksId().isEmpty()) {
      takeOver(known.get(), seen);
      found(known.get().order(), seen);
    } else if (!known.get().quickbooksId().equals(seen.quickbooksId())) {
      postings.twice(known.get(), seen.quickbooksId());
    } else if (isVoided(known.get(), seen)) {
      gone(known.get(), seen.quickbooksId(), "voided");
    } else {
      changed(known.get(), seen);
    }
  }

  /**
   * Somebody wrote it after us: what it comes to now is the books' side of the report. Answers to
   * our own writes come as changes, too, and are told by their version.
   */
  private void changed(Entry entry, InBooks seen) {
    db.sql(
            """
            update document set
                seen_total = nullif(cast(:total as numeric), posted_total),
                seen_date = nullif(cast(:date as date), dated),
                seen_at = :now
            where id = :id and state = 'posted' and sync_token ~ '^[0-9]{1,18}$'
              and cast(:token as text) ~ '^[0-9]{1,18}$'
              and cast(:token as bigint) > cast(sync_token as bigint)
              and (coalesce(seen_total, posted_total) <> :total or coalesce(seen_date, dated) <> :date)
            """)
        .param("id", entry.id())
        .param("total", seen.total().amount())
        .param("date", Date.valueOf(seen.date()))
        .param("token", seen.syncToken())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * What a person deleted stays deleted: it is told once, and never sent again unasked. One that is
   * on the wire learns it from the answer.
   */
  private void removed(Removed removed) {
    db.sql(
            """
            select * from document
            where realm = :realm and kind = any(:kinds) and quickbooks_id = :id
              and (state = 'posted' or state = 'planned' and booked is not null)
              and stored is not null and undoing is null
            for update
            """)
        .param("realm", removed.realm())
        .param("kinds", removed.kinds().stream().map(DocumentKind::word).toArray(String[]::new))
        .param("id", removed.quickbooksId())
        .query(Entry::of)
        .list()
        .forEach(entry -> gone(entry, removed.quickbooksId(), "deleted"));
  }

  private void gone(Entry entry, String quickbooksId, String how) {
    var told = entry.kind() + " " + quickbooksId;
    entries.gone(entry, Reason.of(Why.DELETED_IN_BOOKS).with("document", told).with("how", how));
    history.add(entry.order(), entry.realm(), "deleted-in-books", told);
    LOG.warn("{} in books order={} doc={}", how, entry.order(), told);
  }

  /** Somebody made it worth nothing: its goods are on hand again, as of one that was deleted. */
  private boolean isVoided(Entry entry, InBooks seen) {
    return seen.total().amount().signum() == 0
        && db.sql(
                """
                select exists (select 1 from document
                  where id = :id and state = 'posted' and stored is not null and posted_total <> 0
                    and sync_token ~ '^[0-9]{1,18}$' and cast(:token as text) ~ '^[0-9]{1,18}$'
                    and cast(:token as bigint) > cast(sync_token as bigint))
                """)
            .param("id", entry.id())
            .param("token", seen.syncToken())
            .query(Boolean.class)
            .single();
  }

  private void found(OrderKey order, InBooks seen) {
    var told = seen.key().kind().word() + " " + seen.quickbooksId();
    history.add(order, seen.key().realm(), "found", told);
    LOG.info("found in books doc={} key={}", told, seen.key());
  }

  private void insert(Connection connection, InBooks seen) {
    var key = seen.key();
    db.sql(
            """
            insert into document (shop, realm, purpose, kind, shop_id, order_id, connection,
                number, dated, currency, total, state, due_at, quickbooks_id, sync_token, stored,
                posted_total, posted_at)
            values (:shop, :realm, :purpose, :kind, :shopId, :order, :connection, :number,
                :dated, :currency, :total, 'posted', :now, :id, :token, :stored,
                :total, :now)
            """)
        .param("shop", key.shop().value())
        .param("realm", key.realm())
        .param("purpose", key.kind().purpose().name())
        .param("kind", key.kind().word())
        .param("shopId", key.shopId())
        .param("order", isAboutOrder(key) ? key.orderId() : "")
        .param("connection", connection.name())
        .param("number", seen.number())
        .param("dated", Date.valueOf(seen.date()))
        .param("currency", seen.total().currency().getCurrencyCode())
        .param("total", seen.total().amount())
        .param("id", seen.quickbooksId())
        .param("token", seen.syncToken())
        .param("stored", seen.stored())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Sales and their payments carry the order's id, credits the refund's. */
  private static boolean isAboutOrder(DocumentKey key) {
    return key.kind().purpose() == Purpose.SALE || key.kind().purpose() == Purpose.PAYMENT;
  }

  /** It was planned, sent or held here, and is in the books all the same. */
  private void takeOver(Entry entry, InBooks seen) {
    var otherKind = !entry.kind().equals(seen.key().kind().word());
    db.sql(
            """
            update document set state = 'posted', kind = :kind, quickbooks_id = :id,
                sync_token = :token, stored = :stored, booked = null, posted_total = :total, posted_at = :now,
                made_at = case when request_id is null then made_at else coalesce(made_at, :now) end,
                seen_total = null, seen_date = null, seen_at = null, number = :number,
                in_vain = 0, put_off = 0, plan = case when :otherKind then null else plan end
            where id = :document
            """)
        .param("kind", seen.key().kind().word())
        .param("id", seen.quickbooksId())
        .param("token", seen.syncToken())
        .param("stored", seen.stored())
        .param("total", seen.total().amount())
        .param("number", seen.number())
        .param("otherKind", otherKind)
        .param("now", Timestamp.from(clock.instant()))
        .param("document", entry.id())
        .update();
    if (otherKind) {
      // What was planned beside it, as a payment of an invoice, fits another kind no more.
      orders.again(entry.order(), entry.realm());
    }
    postings.compare(
        entry,
        new Outcome.Posted(
            seen.quickbooksId(), seen.syncToken(), seen.total(), seen.number(), seen.stored()));
  }
}
