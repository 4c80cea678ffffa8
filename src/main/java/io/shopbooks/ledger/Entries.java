package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKey;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents one by one, and the changes of state that are not "posted". */
@Component
class Entries {

  private static final Logger LOG = LoggerFactory.getLogger(Entries.class);

  /** Lost or not taken so often, a document needs a person. */
  private static final int PATIENCE = 6;

  /** What broke so often breaks for good; a sync is not kept waiting for it. */
  private static final int BREAKS = 3;

  private static final Duration LONGEST = Duration.ofHours(1);

  /** What broke for no reason of QuickBooks' is tried again after this time. */
  private static final Duration BROKEN = Duration.ofSeconds(10);

  private final JdbcClient db;
  private final Clock clock;
  private final LedgerSettings settings;
  private final Holds holds;
  private final FormerPlans former;
  private final History history;

  Entries(
      JdbcClient db,
      Clock clock,
      LedgerSettings settings,
      Holds holds,
      FormerPlans former,
      History history) {
    this.db = db;
    this.clock = clock;
    this.settings = settings;
    this.holds = holds;
    this.former = former;
    this.history = history;
  }

  /** The document, kept from all others until the transaction ends. */
  Entry lock(long id) {
    return db.sql("select * from document where id = :id for update")
        .param("id", id)
        .query(Entry::of)
        .single();
  }

  Optional<Entry> lock(DocumentKey key) {
    return db.sql(
            """
            select * from document
            where shop = :shop and realm = :realm and purpose = :purpose and shop_id = :shopId
            for update
            """)
        .param("shop", key.shop().value())
        .param("realm", key.realm())
        .param("purpose", key.kind().purpose().name())
        .param("shopId", key.shopId())
        .query(Entry::of)
        .optional();
  }

  /**
   * It was not taken: it goes again after the delay, which doubles each time up to an hour. What
   * may go again at once and is lost again and again is held.
   */
  void inVain(Entry entry, Duration delay, String said) {
    if (!delay.isZero()) {
      planned(entry, wait(delay, entry.putOff()), "put_off = put_off + 1");
      history.add(entry.order(), entry.realm(), "later", said);
    } else if (entry.inVain() + 1 < PATIENCE) {
      planned(entry, delay, "in_vain = in_vain + 1");
      history.add(entry.order(), entry.realm(), "later", said);
    } else {
      hold(entry, Reason.of(Why.KEEPS_FAILING).with("said", said));
    }
  }

  /** Something in it, or beside it, broke its request before it was sent: it goes alone. */
  void broken(Entry entry, String said) {
    if (entry.inVain() + 1 < BREAKS) {
      planned(entry, wait(BROKEN, entry.inVain()), "in_vain = in_vain + 1, alone = true");
      history.add(entry.order(), entry.realm(), "later", said);
    } else {
      hold(entry, Reason.of(Why.KEEPS_FAILING).with("said", said));
    }
  }

  /**
   * Asking about it broke, so that it stays doubtful: what may be in the books is never sent again
   * unasked, whoever is told about it.
   */
  void unasked(Entry entry, String said) {
    db.sql("update document set due_at = :due, in_vain = in_vain + 1 where id = :id")
        .param("due", Timestamp.from(clock.instant().plus(wait(BROKEN, entry.inVain()))))
        .param("id", entry.id())
        .update();
    if (entry.inVain() + 1 >= PATIENCE) {
      needsPerson(entry, Reason.of(Why.KEEPS_FAILING).with("said", said));
    }
  }

  private void planned(Entry entry, Duration wait, String counted) {
    // One that was asked about and not found is no longer what it once was in the books.
    db.sql(
            """
            update document set state = 'planned', due_at = :due,
                quickbooks_id = case when state = 'doubtful' and booked is null then '' else quickbooks_id end,
            """
                + counted
                + " where id = :id")
        .param("due", Timestamp.from(clock.instant().plus(wait)))
        .param("id", entry.id())
        .update();
  }

  /** Twice as long each time, an hour at most unless it was longer from the start. */
  private static Duration wait(Duration delay, int times) {
    var longer = delay.multipliedBy(1L << Math.min(times, 10));
    var most = delay.compareTo(LONGEST) > 0 ? delay : LONGEST;
    return longer.compareTo(most) > 0 ? most : longer;
  }

  /** Nobody knows whether it is in the books. */
  void doubt(Entry entry, Instant due, String said) {
    db.sql("update document set state = 'doubtful', due_at = :due where id = :id")
        .param("due", Timestamp.from(due))
        .param("id", entry.id())
        .update();
    history.add(entry.order(), entry.realm(), "doubtful", said);
    LOG.warn("doubtful order={} doc={} said={}", entry.order(), entry.kind(), said);
  }

  /**
   * When no request can still be running. Not counted from when the request was kept: it may have
   * waited for the company's limits before it went.
   */
  Instant whenAnsweredAtLast() {
    return clock.instant().plus(settings.longestRequest());
  }

  /** Held; while what is in the books stays there. */
  void hold(Entry entry, Reason reason) {
    db.sql(
            """
            update document set state = case when booked is null then 'held' else 'posted' end
            where id = :id
            """)
        .param("id", entry.id())
        .update();
    needsPerson(entry, reason);
  }

  /**
   * A person took it out of the books: it is told, and never made again unasked. Of an order that a
   * person left out, that was what had to be done.
   */
  void gone(Entry entry, Reason reason) {
    former.ends(entry.id());
    db.sql(
            """
            update document set state = 'posted', booked = null, stored = null, posted_total = 0
            where id = :id
            """)
        .param("id", entry.id())
        .update();
    if (!isLeftOut(entry)) {
      needsPerson(entry, reason);
    }
  }

  private boolean isLeftOut(Entry entry) {
    return db.sql(
            """
            select exists (select 1 from shop_order
              where shop = :shop and realm = :realm and order_id = :order
                and because in ('ignored', 'undone'))
            """)
        .param("shop", entry.order().shop().value())
        .param("realm", entry.realm())
        .param("order", entry.order().id())
        .query(Boolean.class)
        .single();
  }

  /** Held, while its state stays what it is. */
  void needsPerson(Entry entry, Reason reason) {
    holds.hold(
        entry.order(),
        entry.realm(),
        entry.connection(),
        Holds.document(entry.id()),
        reason,
        entry.total());
  }
}
