package io.shopbooks.connections;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which connections are to sync now, and whose catalogues, each by its own schedule and time zone.
 * Several processes may ask at once; each moment is given to one of them. What was missed while
 * nothing ran is made up for once.
 */
@Component("due")
public class Due {

  private final Connections connections;
  private final JdbcClient db;
  private final Clock clock;

  private record Plan(String key, String cron, String zone) {

    static Plan of(Connection connection) {
      return of(connection.name(), connection.schedule().cron(), connection);
    }

    /** Under a key that no connection has, because no file's name has a slash. */
    static Plan ofProducts(Connection connection) {
      return of(connection.name() + "/products", connection.schedule().products(), connection);
    }

    private static Plan of(String key, Optional<String> cron, Connection connection) {
      return new Plan(key, cron.orElse(SyncChecks.OFF), connection.choices().zone().getId());
    }

    Optional<Instant> next(Instant after) {
      return cron.equals(SyncChecks.OFF)
          ? Optional.empty()
          : new Cron(cron, ZoneId.of(zone)).next(after);
    }
  }

  Due(Connections connections, JdbcClient db, Clock clock) {
    this.connections = connections;
    this.db = db;
    this.clock = clock;
  }

  /** The connections whose time has come, claimed for the caller. */
  public List<Connection> due() {
    return connections.all().stream().filter(one -> claim(Plan.of(one))).toList();
  }

  /** The connections whose catalogue is to be carried now, claimed for the caller. */
  public List<Connection> dueForProducts() {
    return connections.all().stream()
        .filter(this::isAutomatic)
        .filter(one -> claim(Plan.ofProducts(one)))
        .toList();
  }

  /**
   * When the connection syncs next by itself: a moment that has passed if that is due now, none if
   * it is switched off, or has no schedule.
   */
  public Optional<Instant> next(Connection connection) {
    if (!isAutomatic(connection)) {
      return Optional.empty();
    }
    var plan = Plan.of(connection);
    return db.sql(
            """
            select due_at from schedule
            where connection = :connection and cron = :cron and time_zone = :zone
            """)
        .param("connection", connection.name())
        .param("cron", plan.cron())
        .param("zone", plan.zone())
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .optional()
        .orElseGet(() -> plan.next(clock.instant()));
  }

  /** The first time of the connection's schedule after this moment; none if it has none. */
  public Optional<Instant> following(Connection connection, Instant moment) {
    return Plan.of(connection).next(moment);
  }

  /** When a sync was last given to somebody by the schedule. */
  public Optional<Instant> lastGiven(Connection connection) {
    return db.sql("select last_started_at from schedule where connection = :connection")
        .param("connection", connection.name())
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .optional()
        .flatMap(given -> given);
  }

  /**
   * From when on the connection's schedule counts: from when it was first seen, was changed, or was
   * switched on again. None if it was not seen yet.
   */
  public Optional<Instant> countsFrom(Connection connection) {
    return db.sql("select counts_from from schedule where connection = :connection")
        .param("connection", connection.name())
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /** Whether the connection syncs by itself as far as people have not switched that off. */
  public boolean isAutomatic(Connection connection) {
    return db.sql("select enabled from schedule where connection = :connection")
        .param("connection", connection.name())
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  /**
   * Switches a connection's schedule off and on. One that is switched on again makes up for what it
   * missed, once.
   */
  public void setAutomatic(Connection connection, boolean automatic) {
    keep(Plan.of(connection));
    db.sql(
            """
            update schedule set enabled = :automatic,
                counts_from = case when :automatic and not enabled then :now else counts_from end
            where connection = :connection
            """)
        .param("automatic", automatic)
        .param("now", Timestamp.from(clock.instant()))
        .param("connection", connection.name())
        .update();
  }

  private boolean claim(Plan plan) {
    keep(plan);
    var now = clock.instant();
    // Of two processes, the second waits for the row and then finds the moment in the future.
    return db.sql(
            """
                update schedule set due_at = :next, last_started_at = :now
                where connection = :connection and cron = :cron and time_zone = :zone
                  and enabled and due_at <= :now
                returning connection
                """)
        .param("next", timestamp(plan.next(now)))
        .param("now", Timestamp.from(now))
        .param("connection", plan.key())
        .param("cron", plan.cron())
        .param("zone", plan.zone())
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** A new or changed schedule counts from now. */
  private void keep(Plan plan) {
    var now = clock.instant();
    db.sql(
            """
            insert into schedule (connection, cron, time_zone, due_at, counts_from)
            values (:connection, :cron, :zone, :next, :now)
            on conflict (connection) do update
            set cron = excluded.cron, time_zone = excluded.time_zone, due_at = excluded.due_at,
                counts_from = excluded.counts_from
            where schedule.cron <> excluded.cron or schedule.time_zone <> excluded.time_zone
            """)
        .param("connection", plan.key())
        .param("cron", plan.cron())
        .param("zone", plan.zone())
        .param("next", timestamp(plan.next(now)))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Timestamp timestamp(Optional<Instant> moment) {
    return moment.map(Timestamp::from).orElse(null);
  }
}
