package io.shopbooks.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the syncs of each connection were. Reads only. */
@Component("pastRuns")
public class PastRuns {

  private final JdbcClient db;
  private final Clock clock;

  PastRuns(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The run of this number, if the connection had it. */
  public Optional<PastRun> find(String connection, long id) {
    return db.sql(
            """
            select id, connection, started_at,
              (select coalesce(max(before.ended_at), 'epoch') from run before
               where before.connection = run.connection and before.id < run.id
                 and before.trouble <> 'interrupted') as since
            from run where id = :id and connection = :connection
            """)
        .param("id", id)
        .param("connection", connection)
        .query(
            (row, n) ->
                new Run(
                    row.getLong("id"),
                    row.getString("connection"),
                    row.getTimestamp("since").toInstant(),
                    row.getTimestamp("started_at").toInstant()))
        .optional()
        .map(this::of);
  }

  /** The last run of the connection; one that goes on is told as far as it got. */
  public Optional<PastRun> last(String connection) {
    return db.sql("select max(id) from run where connection = :connection")
        .param("connection", connection)
        .query((row, n) -> row.getLong(1))
        .optional()
        .flatMap(id -> find(connection, id));
  }

  /** When the connection's last sync began, whoever asked for it. */
  public Optional<Instant> lastStarted(String connection) {
    return db.sql("select max(started_at) from run where connection = :connection")
        .param("connection", connection)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  /** Whether somebody is at a sync of the connection now. */
  public boolean isRunning(String connection) {
    return db.sql("select count(*) > 0 from lease where name = :name and held_until >= :now")
        .param("name", "sync " + connection)
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** What is known of the run by now. */
  public PastRun of(Run run) {
    return db.sql("select ended_at, trouble, trouble_detail from run where id = :id")
        .param("id", run.id())
        .query(
            (row, n) ->
                new PastRun(
                    run.id(),
                    run.connection(),
                    new Span(
                        run.since(),
                        Optional.ofNullable(row.getTimestamp("ended_at"))
                            .map(Timestamp::toInstant)
                            .orElseGet(clock::instant)),
                    row.getString("trouble"),
                    row.getString("trouble_detail")))
        .single();
  }
}
