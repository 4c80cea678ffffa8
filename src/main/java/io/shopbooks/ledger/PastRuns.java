package io.shopbooks.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

  /**
   * A run in a list.
   *
   * @param ended absent while it runs, or where its process died
   * @param trouble empty if there was none; "interrupted" where its process died
   * @param posted documents that got into the books while it ran
   * @param held what began to need a person while it ran
   */
  public record Listed(
      long id,
      Instant started,
      Optional<Instant> ended,
      String trouble,
      String detail,
      int posted,
      int held) {}

  /** The runs of a connection before this one, the newest first. */
  public List<Listed> before(String connection, long id, int most) {
    return db.sql(
            """
            select r.*,
              case when r.ended_at is null and not exists (
                  select from lease where name = 'sync ' || r.connection and held_until >= :now)
                then 'interrupted' else r.trouble end as trouble_now,
              (select count(*) from document d where d.connection = r.connection
                and d.posted_at between r.started_at and coalesce(r.ended_at, :now)) as posted,
              (select count(*) from hold h where h.connection = r.connection
                and h.since between r.started_at and coalesce(r.ended_at, :now)) as held
            from run r where r.connection = :connection and r.id < :id
            order by r.id desc limit :most
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("connection", connection)
        .param("id", id)
        .param("most", most)
        .query(
            (row, n) ->
                new Listed(
                    row.getLong("id"),
                    row.getTimestamp("started_at").toInstant(),
                    Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                    row.getString("trouble_now"),
                    row.getString("trouble_detail"),
                    row.getInt("posted"),
                    row.getInt("held")))
        .list();
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

  /**
   * A run that has ended.
   *
   * @param documents of those it made, how many are in the books
   */
  public record Ended(long id, String connection, Instant ended, long documents) {}

  /** The last runs of all connections, the newest first. */
  public List<Ended> last(int most) {
    return db.sql(
            """
            select r.id, r.connection, r.ended_at, (
              select count(*) from document d
              where d.connection = r.connection and d.made_at <= r.ended_at and d.made_at > (
                select coalesce(max(p.ended_at), 'epoch') from run p
                where p.connection = r.connection and p.id < r.id and p.ended_at is not null
                  and p.trouble <> 'interrupted')) as documents
            from run r where ended_at is not null order by id desc limit :most
            """)
        .param("most", most)
        .query(
            (row, n) ->
                new Ended(
                    row.getLong("id"),
                    row.getString("connection"),
                    row.getTimestamp("ended_at").toInstant(),
                    row.getLong("documents")))
        .list();
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
