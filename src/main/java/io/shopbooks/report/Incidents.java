package io.shopbooks.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is out of order with a connection as a whole: noticed by whichever process looks first, told
 * once when it began and once when it was over.
 */
@Component("incidents")
public class Incidents {

  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

  /** A mail that did not go is tried again after so long. */
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(10);

  private final JdbcClient db;
  private final Clock clock;

  Incidents(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What can be out of order. */
  public enum Kind {
    /** A sync was due and did not happen. */
    MISSED_RUN,
    /** QuickBooks took the sign-in back. */
    SIGNED_OUT,
    /** The connection's file cannot be used, so that nothing of it happens. */
    BROKEN_FILE;

    /** As message keys write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /**
   * Something to be told.
   *
   * @param since when the run was due, or when it was noticed that nobody is signed in, or that the
   *     file is wrong
   * @param detail in English; may be empty
   * @param ended absent while it lasts
   */
  public record Alarm(
      String connection, Kind kind, Instant since, String detail, Optional<Instant> ended) {}

  /** It is so now: the first to notice opens the incident. */
  void goesOn(String connection, Kind kind, Instant since, String detail) {
    var opened =
        db.sql(
                """
                insert into incident (connection, kind, since, detail)
                select :connection, :kind, :since, :detail
                where not exists (
                  select from incident
                  where connection = :connection and kind = :kind and ended_at is null)
                on conflict do nothing
                """)
            .param("connection", connection)
            .param("kind", kind.word())
            .param("since", Timestamp.from(since))
            .param("detail", detail)
            .update();
    if (opened > 0) {
      LOG.error("{} connection={} since={} {}", kind.word(), connection, since, detail);
    }
  }

  /** It is not so any more. */
  void isOver(String connection, Kind kind) {
    var ended =
        db.sql(
                """
                update incident set ended_at = :now
                where connection = :connection and kind = :kind and ended_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("connection", connection)
            .param("kind", kind.word())
            .update();
    if (ended > 0) {
      LOG.info("{} is over connection={}", kind.word(), connection);
    }
  }

  /** What is to be mailed now, given to the caller for some minutes. */
  public List<Alarm> toTell(String connection) {
    var now = clock.instant();
    return db.sql(
            """
            update incident set claimed_until = :until
            where connection = :connection and claimed_until < :now
              and (told_at is null or (ended_at is not null and end_told_at is null))
            returning *
            """)
        .param("until", Timestamp.from(now.plus(BETWEEN_TRIES)))
        .param("now", Timestamp.from(now))
        .param("connection", connection)
        .query(Incidents::alarm)
        .list();
  }

  private static Alarm alarm(ResultSet row, int n) throws SQLException {
    return new Alarm(
        row.getString("connection"),
        Kind.of(row.getString("kind")),
        row.getTimestamp("since").toInstant(),
        row.getString("detail"),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
  }

  /** It was mailed. One that was over by then was told whole. */
  public void told(Alarm alarm) {
    db.sql(
            """
            update incident set told_at = :now, claimed_until = '-infinity',
                end_told_at = case when :over then :now else end_told_at end
            where connection = :connection and kind = :kind and since = :since
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("over", alarm.ended().isPresent())
        .param("connection", alarm.connection())
        .param("kind", alarm.kind().word())
        .param("since", Timestamp.from(alarm.since()))
        .update();
  }
}
