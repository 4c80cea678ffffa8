package io.shopbooks.ledger;

import java.sql.Timestamp;
import java.time.Clock;
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
