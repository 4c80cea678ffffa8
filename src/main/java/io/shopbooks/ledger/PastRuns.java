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
