package io.shopbooks.ledger;

import io.shopbooks.books.Due;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to QuickBooks, and what was on the wire when its process died. */
@Component("requests")
public class Requests {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  /** What keeps a whole company from being written to is looked at again after this time. */
  private static final Duration COMPANY = Duration.ofMinutes(1);

  private final JdbcClient db;
  private final Clock clock;
  private final Entries entries;
  private final History history;

  Requests(JdbcClient db, Clock clock, Entries entries, History history) {
    this.db = db;
    this.clock = clock;
    this.entries = entries;
    this.history = history;
  }

  /**
   * Commits the exact request before it is sent. From here on its documents are never sent again
   * without asking first.
   *
   * @throws Overtaken if one of the documents is not what it was when it was taken
   */
  @Transactional
  public void sending(
      String realm, List<Due> documents, String requestId, String path, String body) {
    var now = now();
    db.sql(
            """
            insert into request (id, realm, path, body, sent_at)
            values (:id, :realm, :path, :body, :now)
            """)
        .param("id", requestId)
        .param("realm", realm)
        .param("path", path)
        .param("body", body)
        .param("now", now)
        .update();
    // The attempt rises with each new plan: what is sent is what the row says.
    var taken =
        db.sql(
                """
                update document set state = 'sending', request_id = :request, sent_at = :now,
                    attempt = document.attempt + 1
                from unnest(:ids, :attempts) as due (id, attempt)
                where document.id = due.id and document.attempt = due.attempt
                  and document.state = 'planned'
                """)
            .param("request", requestId)
            .param("now", now)
            .param("ids", ids(documents))
            .param("attempts", documents.stream().map(Due::attempt).toArray(Integer[]::new))
            .update();
    if (taken != documents.size()) {
      throw new Overtaken(realm);
    }
    db.sql("insert into request_document (request, document) select :request, unnest(:ids)")
        .param("request", requestId)
        .param("ids", ids(documents))
        .update();
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
   * Puts back what QuickBooks surely did not take, because it takes nothing from us now.
   *
   * @param documents null if it broke off before any request was written
   * @param requestId null likewise
   */
  @Transactional
  public void notSent(List<Due> documents, String requestId, String because) {
    if (documents == null || requestId == null) {
      return;
    }
    for (var id : ids(documents)) {
      var entry = entries.lock(id);
      if (entry.is("sending") && entry.request().equals(requestId)) {
        db.sql("update document set state = 'planned', due_at = :due where id = :id")
            .param("due", Timestamp.from(clock.instant().plus(COMPANY)))
            .param("id", id)
            .update();
        history.add(entry.order(), entry.realm(), "not-sent", because);
      }
    }
    db.sql("delete from request where id = :id and answered_at is null")
        .param("id", requestId)
        .update();
  }

  /**
   * Something broke while documents were sent. What was on the wire is doubtful; the rest goes
   * alone next time, and what breaks again and again is held, so that it keeps no other from going.
   * Where the database failed or a document was planned anew, none is to blame.
   *
   * @param requestId null if it broke before a request was written
   */
  @Transactional
  public void broken(List<Due> documents, String requestId, Exception caught) {
    if (Failures.told(caught) instanceof Overtaken || Failures.ofDatabase(caught)) {
      return;
    }
    var said = told(caught);
    for (var due : documents) {
      var entry = entries.lock(due.id());
      if (entry.is("sending") && entry.request().equals(requestId)) {
        entries.doubt(entry, entries.whenAnsweredAtLast(), said);
      } else if (entry.is("planned")) {
        entries.broken(entry, said);
      }
    }
  }

  /**
   * Lets pass what is of the documents alone. What the room of QuickBooks throws concerns the
   * company, and with it all documents: it goes on.
   */
  public void onlyOfDocuments(Exception caught) throws Exception {
    if (Failures.told(caught).getClass().getName().startsWith("io.shopbooks.quickbooks.")) {
      throw caught;
    }
  }

  /** Asking about the document broke: it is asked about again later, and the others now. */
  @Transactional
  public void unasked(Due due, Exception caught) {
    var said = told(caught);
    var entry = entries.lock(due.id());
    if (entry.is("doubtful") && !Failures.ofDatabase(caught)) {
      entries.unasked(entry, said);
    }
  }

  private static String told(Exception caught) {
    var failure = Failures.told(caught);
    LOG.warn("broke off", failure);
    return String.valueOf(failure.getMessage());
  }

  /**
   * Documents that a process left on the wire when it died: nobody will read their answers any
   * more. Only who holds the company's lease may say so.
   */
  @Transactional
  public void doubtAbandoned(String realm) {
    db.sql("select * from document where realm = :realm and state = 'sending' for update")
        .param("realm", realm)
        .query(Entry::of)
        .list()
        .forEach(
            entry ->
                entries.doubt(
                    entry,
                    entries.whenAnsweredAtLast(),
                    "found on the wire without anybody to read the answer"));
  }

  private static Long[] ids(List<Due> documents) {
    return documents.stream().map(Due::id).toArray(Long[]::new);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
