package io.shopbooks.ledger;

import io.shopbooks.books.Outcome;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of the documents that were sent or asked about. */
@Component("postings")
public class Postings {

  private static final Logger LOG = LoggerFactory.getLogger(Postings.class);

  private final JdbcClient db;
  private final Clock clock;
  private final Entries entries;
  private final Canaries canaries;
  private final Holds holds;
  private final FormerPlans former;
  private final History history;

  Postings(
      JdbcClient db,
      Clock clock,
      Entries entries,
      Canaries canaries,
      Holds holds,
      FormerPlans former,
      History history) {
    this.db = db;
    this.clock = clock;
    this.entries = entries;
    this.canaries = canaries;
    this.holds = holds;
    this.former = former;
    this.history = history;
  }

  /**
   * The document is in the books. A total that is not the planned one is held, and so are the
   * documents like it. A second one of the same key is told to a person.
   */
  @Transactional
  public void posted(Outcome outcome) {
    var entry = entries.lock(outcome.document());
    var posted = outcome.posted().orElseThrow();
    if (isSecond(entry, posted.quickbooksId())) {
      twice(entry, posted.quickbooksId());
      return;
    }
    write(entry, posted);
    compare(entry, posted);
    var told = entry.kind() + " " + posted.quickbooksId() + " " + posted.total();
    var what = entry.updating() ? "updated" : "posted";
    history.add(entry.order(), entry.realm(), what, told);
    LOG.info(
        "{} order={} doc={}/{} total={}",
        what,
        entry.order(),
        entry.kind(),
        posted.quickbooksId(),
        posted.total());
  }

  private void write(Entry entry, Outcome.Posted posted) {
    former.ends(entry.id());
    db.sql(
            """
            update document set state = 'posted', quickbooks_id = :id, sync_token = :token,
                stored = :stored, booked = null, posted_total = :total, posted_at = :now,
                 made_at = coalesce(made_at, :now), seen_total = null, seen_date = null,
                 seen_at = null, in_vain = 0, put_off = 0,
                number = case when :number = '' then number else :number end
            where id = :document
            """)
        .param("id", posted.quickbooksId())
        .param("token", posted.syncToken())
        .param("stored", posted.stored())
        .param("total", posted.total().amount())
        .param("number", posted.number())
        .param("now", Timestamp.from(clock.instant()))
        .param("document", entry.id())
        .update();
  }

  private static boolean isSecond(Entry entry, String quickbooksId) {
    return entry.is("posted") && !entry.quickbooksId().equals(quickbooksId);
  }

  /** Two documents of one key are in the books: only a person can tell which one is to stay. */
  void twice(Entry entry, String quickbooksId) {
    entries.needsPerson(
        entry,
        Reason.of(Why.MAYBE_IN_BOOKS)
            .with("number", entry.number())
            .with("document", entry.kind() + " " + entry.quickbooksId())
            .with("other", entry.kind() + " " + quickbooksId));
  }

  /** Holds the document and its like if its total is not the planned one. */
  void compare(Entry entry, Outcome.Posted posted) {
    var right = posted.total().equals(entry.total());
    canaries.cameBack(entry.id(), right);
    if (right) {
      holds.resolved(entry.order(), entry.realm(), Holds.document(entry.id()));
      return;
    }
    entries.needsPerson(
        entry,
        Reason.of(Why.WRONG_TOTAL)
            .with("number", posted.number())
            .with("planned", entry.total())
            .with("posted", posted.total()));
    // Asked about again, a wrong one tells nothing new about its like.
    if (!entry.posted().equals(Optional.of(posted.total()))) {
      like(entry, posted.number());
    }
  }

  private void like(Entry wrong, String number) {
    var reason = Reason.of(Why.LIKE_A_WRONG_ONE).with("number", number);
    db.sql(
            """
            update document d set state = 'held' from document wrong
            where wrong.id = :wrong and d.state = 'planned' and d.shop = wrong.shop
              and d.realm = wrong.realm and d.kind = wrong.kind
              and d.treatment = wrong.treatment and d.booked is null
            returning d.*
            """)
        .param("wrong", wrong.id())
        .query(Entry::of)
        .list()
        .forEach(one -> entries.needsPerson(one, reason));
  }

  /**
   * Nobody knows whether it is in the books: it is asked about when no answer can come any more.
   */
  @Transactional
  public void doubtful(Outcome outcome) {
    var entry = entries.lock(outcome.document());
    if (entry.is("sending", "doubtful")) {
      var due = outcome.delay().map(delay -> clock.instant().plus(delay));
      entries.doubt(entry, due.orElseGet(entries::whenAnsweredAtLast), outcome.said());
    }
  }

  /**
   * It is surely not in the books: it waits, is mended, or needs a person. Said too late, when
   * others already sent it anew, it says nothing.
   *
   * @param requestId of the request that was answered; null where it was asked about, or could not
   *     go
   */
  @Transactional
  public void notPosted(Outcome outcome, String requestId) {
    var entry = entries.lock(outcome.document());
    if (!isCurrent(entry, requestId)) {
      LOG.warn("too late order={} doc={} said={}", entry.order(), entry.kind(), outcome.said());
      return;
    }
    switch (outcome.kind()) {
      case LATER -> entries.inVain(entry, outcome.delay().orElseThrow(), outcome.said());
      case REPAIR -> repair(entry, outcome.repair().orElseThrow(), outcome.said());
      default -> notTaken(entry, outcome.reason().orElseThrow());
    }
  }

  private void notTaken(Entry entry, Reason reason) {
    if (reason.why() == Why.DELETED_IN_BOOKS) {
      entries.gone(entry, reason);
    } else {
      entries.hold(entry, reason);
    }
  }

  private static boolean isCurrent(Entry entry, String requestId) {
    return requestId == null
        ? entry.is("planned", "doubtful")
        : entry.is("sending", "doubtful") && entry.request().equals(requestId);
  }

  private void repair(Entry entry, String repair, String said) {
    db.sql(
            """
            update document set state = 'planned', due_at = :now,
                repairs = array_append(repairs, :repair)
            where id = :id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("repair", repair)
        .param("id", entry.id())
        .update();
    history.add(entry.order(), entry.realm(), "repair", repair + ": " + said);
  }
}
