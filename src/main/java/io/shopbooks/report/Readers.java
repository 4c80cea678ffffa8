package io.shopbooks.report;

import io.shopbooks.connections.BrokenConnection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Finding;
import io.shopbooks.connections.UnknownConnection;
import io.shopbooks.report.Incidents.Kind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers who hears of each connection, so that they are told when its file cannot be used any
 * more: nothing of the connection happens then, no sync, no report and no other alarm.
 */
@Component("readers")
public class Readers {

  /** Long enough for somebody to write a file to its end. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Connections connections;
  private final Incidents incidents;
  private final JdbcClient db;
  private final Clock clock;

  Readers(Connections connections, Incidents incidents, JdbcClient db, Clock clock) {
    this.connections = connections;
    this.incidents = incidents;
    this.db = db;
    this.clock = clock;
  }

  private record Left(Reader reader, Instant since) {}

  /** Everybody to be told something, after a look whether their files are right. */
  public List<Reader> all() {
    var readers = new ArrayList<>(connections.all().stream().map(Reader::of).toList());
    readers.forEach(this::keep);
    for (var left : left(readers.stream().map(Reader::name).toList())) {
      var name = left.reader().name();
      if (left.since().plus(PATIENCE).isBefore(clock.instant())) {
        problem(name)
            .ifPresent(what -> incidents.goesOn(name, Kind.BROKEN_FILE, left.since(), what));
      }
      readers.add(left.reader());
    }
    return readers;
  }

  private void keep(Reader reader) {
    db.sql(
            """
            insert into report_reader (connection, addresses, language, time_zone)
            values (:connection, :to, :language, :zone)
            on conflict (connection) do update
            set addresses = excluded.addresses, language = excluded.language,
                time_zone = excluded.time_zone, broken_since = null
            where report_reader is distinct from excluded
            """)
        .param("connection", reader.name())
        .param("to", reader.to().toArray(String[]::new))
        .param("language", reader.language().toLanguageTag())
        .param("zone", reader.zone().getId())
        .update();
    incidents.isOver(reader.name(), Kind.BROKEN_FILE);
  }

  /** Those whose files were right once, and are not. */
  private List<Left> left(List<String> right) {
    return db.sql(
            """
            update report_reader set broken_since = coalesce(broken_since, :now)
            where connection <> all (:right)
            returning *
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("right", right.toArray(String[]::new))
        .query(Readers::left)
        .list();
  }

  private static Left left(ResultSet row, int n) throws SQLException {
    Array to = row.getArray("addresses");
    return new Left(
        new Reader(
            row.getString("connection"),
            List.of((String[]) to.getArray()),
            Locale.forLanguageTag(row.getString("language")),
            ZoneId.of(row.getString("time_zone")),
            Optional.empty()),
        row.getTimestamp("broken_since").toInstant());
  }

  /** What is wrong with the file; absent if it was put right a moment ago. */
  private Optional<String> problem(String name) {
    try {
      connections.named(name);
      return Optional.empty();
    } catch (BrokenConnection broken) {
      return Optional.of(
          broken.findings().stream().map(Finding::toString).collect(Collectors.joining(" ")));
    } catch (UnknownConnection gone) {
      return Optional.of(gone.getMessage());
    }
  }
}
