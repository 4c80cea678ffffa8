package io.shopbooks.ledger;

import io.shopbooks.connections.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The syncs of each connection. */
@Component("runs")
public class Runs {

  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  /** The trouble of a run whose process died. */
  static final String INTERRUPTED = "interrupted";

  private final JdbcClient db;
  private final Clock clock;

  Runs(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Begins a sync. One whose process died is ended first: this one takes over what it left. */
  public Run start(Connection connection) {
    var now = clock.instant();
    db.sql(
            """
            update run set ended_at = :now, trouble = 'interrupted'
            where connection = :connection and ended_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("connection", connection.name())
        .update();
    var since =
        db.sql(
                """
                select coalesce(max(ended_at), 'epoch') from run
                where connection = :connection and trouble <> 'interrupted'
                """)
            .param("connection", connection.name())
            .query((row, n) -> row.getTimestamp(1).toInstant())
            .single();
    var id =
        db.sql("insert into run (connection, started_at) values (:connection, :now) returning id")
            .param("connection", connection.name())
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    LOG.info("sync started connection={} run={}", connection.name(), id);
    return new Run(id, connection.name(), since, now);
  }

  /**
   * Something concerns the run as a whole, told by the failure's name. The first counts. A failure
   * that nobody foresaw is "other", and of it only its kind is told: what it says may hold what
   * nobody should read.
   */
  public void trouble(Run run, Exception caught) {
    var failure = Failures.told(caught);
    var foreseen = Failures.isOurs(failure);
    var what = foreseen ? word(failure) : "other";
    var detail =
        foreseen
            ? String.valueOf(failure.getMessage())
            : "Nobody foresaw " + Failures.kinds(failure);
    db.sql(
            """
            update run set trouble = :what, trouble_detail = :detail where id = :id and trouble = ''
            """)
        .param("what", what)
        .param("detail", detail)
        .param("id", run.id())
        .update();
    var told = "sync trouble connection={} run={} trouble={} {}";
    LOG.warn(told, run.connection(), run.id(), what, detail, foreseen ? null : failure);
  }

  /** NotSignedIn is "not-signed-in". */
  private static String word(Throwable failure) {
    var name = failure.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Ends the sync. */
  public void end(Run run) {
    db.sql("update run set ended_at = :now where id = :id")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", run.id())
        .update();
    LOG.info("sync ended connection={} run={}", run.connection(), run.id());
  }
}
