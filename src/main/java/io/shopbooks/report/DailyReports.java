package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connection.Send;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Span;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which connections' daily reports are to be mailed now, each at its own hour in its own time zone,
 * by one of several processes. A report tells what happened since the one before; one that could
 * not be mailed is tried again after some minutes.
 */
@Component("dailyReports")
public class DailyReports {

  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(10);

  private final Connections connections;
  private final JdbcClient db;
  private final Clock clock;

  DailyReports(Connections connections, JdbcClient db, Clock clock) {
    this.connections = connections;
    this.db = db;
    this.clock = clock;
  }

  /**
   * A report to be mailed.
   *
   * @param day for which it is the daily one
   */
  public record Daily(Connection connection, LocalDate day, Span span) {}

  /** Those whose hour has come today, given to the caller for some minutes. */
  public List<Daily> due() {
    return connections.all().stream()
        .filter(connection -> connection.report().send() == Send.DAILY)
        .flatMap(connection -> claim(connection).stream())
        .toList();
  }

  private Optional<Daily> claim(Connection connection) {
    var now = clock.instant();
    var there = now.atZone(connection.zone());
    if (LocalTime.from(there).isBefore(connection.report().at())) {
      return Optional.empty();
    }
    var day = there.toLocalDate();
    db.sql("insert into daily_report (connection) values (:connection) on conflict do nothing")
        .param("connection", connection.name())
        .update();
    return db.sql(
            """
            update daily_report set claimed_until = :until
            where connection = :connection and claimed_until < :now
              and (told_day is null or told_day < :day)
            returning told_until
            """)
        .param("until", Timestamp.from(now.plus(BETWEEN_TRIES)))
        .param("connection", connection.name())
        .param("now", Timestamp.from(now))
        .param("day", day)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .optional()
        .map(
            told ->
                new Daily(
                    connection,
                    day,
                    new Span(told.orElseGet(() -> there.minusDays(1).toInstant()), now)));
  }

  /** It was mailed. */
  public void told(Daily daily) {
    db.sql(
            """
            update daily_report set told_day = :day, told_until = :until,
                claimed_until = '-infinity'
            where connection = :connection
            """)
        .param("day", daily.day())
        .param("until", Timestamp.from(daily.span().until()))
        .param("connection", daily.connection().name())
        .update();
  }
}
