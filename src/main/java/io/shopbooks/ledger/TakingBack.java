package io.shopbooks.ledger;

import io.shopbooks.books.Due;
import io.shopbooks.books.Removal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents on their way out of the books, one by one. */
@Component("takingBack")
public class TakingBack {

  private static final Logger LOG = LoggerFactory.getLogger(TakingBack.class);

  /** Where nobody answers, a document is asked about so often. */
  private static final int PATIENCE = 6;

  private static final int AT_ONCE = 30;

  private final JdbcClient db;
  private final Clock clock;
  private final UndoRows rows;
  private final Entries entries;
  private final Holds holds;
  private final History history;

  TakingBack(
      JdbcClient db, Clock clock, UndoRows rows, Entries entries, Holds holds, History history) {
    this.db = db;
    this.clock = clock;
    this.rows = rows;
    this.entries = entries;
    this.holds = holds;
    this.history = history;
  }

  /** Whether a document waits to be taken out of the company. */
  public boolean isLeft(String realm) {
    return !rows.next(realm, 1).isEmpty();
  }

  /** The next documents, what depends on others first. */
  public List<Due> next(String realm) {
    return rows.next(realm, AT_ONCE);
  }

  /** Commits the exact request before it is sent; the attempt rises, so that its id is new. */
  @Transactional
  public void sending(Due due, String realm, String requestId, String path, String body) {
    db.sql(
            """
            insert into request (id, realm, path, body, sent_at)
            values (:id, :realm, :path, :body, :now)
            """)
        .param("id", requestId)
        .param("realm", realm)
        .param("path", path + "?operation=delete")
        .param("body", body)
        .param("now", now())
        .update();
    db.sql("insert into request_document (request, document) values (:request, :document)")
        .param("request", requestId)
        .param("document", due.id())
        .update();
    db.sql("update document set attempt = attempt + 1 where id = :id")
        .param("id", due.id())
        .update();
  }

  /** What came of it. What is gone is as if it had never been there. */
  @Transactional
  public void came(Due due, Removal removal) {
    var entry = entries.lock(due.id());
    var told = entry.kind() + " " + entry.quickbooksId();
    switch (removal.word()) {
      case "gone" -> {
        gone(entry);
        history.add(entry.order(), entry.realm(), "taken-back", told);
        LOG.info("taken back order={} doc={}", entry.order(), told);
      }
      case "unknown" -> {
        // Deleting twice harms nothing: it is read again, and deleted if it is still there.
        var said = entry.inVain() + 1 < PATIENCE ? "" : removal.said();
        said(entry, said);
      }
      default -> said(entry, removal.said());
    }
  }

  private void gone(Entry entry) {
    db.sql(
            """
            update document set state = 'dropped', quickbooks_id = '', sync_token = '',
                stored = null, booked = null, posted_total = null, posted_at = null,
                made_at = null, undoing = null, undo_said = ''
            where id = :id
            """)
        .param("id", entry.id())
        .update();
    holds.resolved(entry.order(), entry.realm(), Holds.document(entry.id()));
  }

  private void said(Entry entry, String said) {
    db.sql("update document set undo_said = :said, in_vain = in_vain + 1 where id = :id")
        .param("said", said)
        .param("id", entry.id())
        .update();
    if (!said.isEmpty()) {
      history.add(entry.order(), entry.realm(), "not-taken-back", said);
    }
  }

  /**
   * How far it is with a run.
   *
   * @param deleted since it was begun, by whichever process
   * @param left that nobody refused yet
   */
  public record Progress(int deleted, int left) {}

  /** How far taking this run back is; nothing deleted and nothing left before it was begun. */
  public Progress progress(long run) {
    return db.sql(
            """
            select
              (select count(*) from shop_order o join history h using (shop, realm, order_id)
                where o.undone_run = :run and h.what = 'taken-back'
                  and h.at >= (select started_at from undo where run = :run)) as deleted,
              (select count(*) from document d
                where d.realm = (select realm from undo where run = :run)
                  and d.undoing = :run and d.undo_said = '') as left_over
            """)
        .param("run", run)
        .query((row, n) -> new Progress(row.getInt("deleted"), row.getInt("left_over")))
        .single();
  }

  /** Why documents of the run are still there, by their order. */
  public List<String> kept(long run) {
    return db.sql(
            """
            select order_id || ': ' || kind || ' ' || quickbooks_id || ': ' || undo_said
            from document where undoing = :run and undo_said <> '' order by id
            """)
        .param("run", run)
        .query(String.class)
        .list();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
