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
                    row.getString("trouble"),
                    row.getString("trouble_detail"),
                    row.getInt("posted"),
                    row.getInt("held")))
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
