package io.shopbooks.report;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Due;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.report.Incidents.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Notices runs that did not happen, and sign-ins that ended. A run is missed when nobody took what
 * was due, or when it was taken and no run began; a run that is long is none.
 */
@Component("watch")
public class Watch implements SmartInitializingSingleton {

  private static final int INTERVALS = 2;
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(6);

  private final Connections connections;
  private final Due due;
  private final PastRuns runs;
  private final Incidents incidents;
  private final Clock clock;

  Watch(Connections connections, Due due, PastRuns runs, Incidents incidents, Clock clock) {
    this.connections = connections;
    this.due = due;
    this.runs = runs;
    this.incidents = incidents;
    this.clock = clock;
  }

  /**
   * What was missed while nothing ran is seen at the start, before any schedule makes up for it.
   */
  @Override
  public void afterSingletonsInstantiated() {
    connections.all().stream()
        .filter(connection -> missed(connection).isPresent())
        .forEach(this::runs);
  }

  /** Looks whether the connection runs as its schedule says. */
  public void runs(Connection connection) {
    missed(connection)
        .ifPresentOrElse(
            since -> incidents.goesOn(connection, Kind.MISSED_RUN, since, ""),
            () -> incidents.isOver(connection, Kind.MISSED_RUN));
  }

  /**
   * Looks whether somebody is signed in.
   *
   * @param state as the room that speaks to QuickBooks calls it; one who never signed in is none
   *     that was lost
   */
  public void signIn(Connection connection, String state, String because) {
    if (state.equals("SIGNED_OUT")) {
      incidents.goesOn(connection, Kind.SIGNED_OUT, clock.instant(), because);
    } else {
      incidents.isOver(connection, Kind.SIGNED_OUT);
    }
  }

  private Optional<Instant> missed(Connection connection) {
    return notTaken(connection).or(() -> notBegun(connection));
  }

  private Optional<Instant> notTaken(Connection connection) {
    return due.next(connection)
        .map(at -> later(at, due.countsFrom(connection)))
        .filter(at -> isLongAgo(connection, at));
  }

  /** Given to somebody who died, or never got to it; maybe each time since the first. */
  private Optional<Instant> notBegun(Connection connection) {
    var name = connection.name();
    var began = runs.lastStarted(name);
    var given = due.lastGiven(connection);
    if (!due.isAutomatic(connection) || runs.isRunning(name) || !isAfter(given, began)) {
      return Optional.empty();
    }
    return due.countsFrom(connection)
        .map(from -> later(from, began))
        .flatMap(from -> due.following(connection, from))
        .filter(at -> isLongAgo(connection, at));
  }

  private static boolean isAfter(Optional<Instant> given, Optional<Instant> began) {
    return given.isPresent() && began.stream().allMatch(given.get()::isAfter);
  }

  private static Instant later(Instant one, Optional<Instant> other) {
    return other.filter(one::isBefore).orElse(one);
  }

  private boolean isLongAgo(Connection connection, Instant moment) {
    return moment.plus(patience(connection, moment)).isBefore(clock.instant());
  }

  /** Two intervals of the schedule, within bounds. */
  private Duration patience(Connection connection, Instant moment) {
    var interval =
        due.following(connection, moment)
            .map(next -> Duration.between(moment, next).multipliedBy(INTERVALS))
            .orElse(LONGEST);
    if (interval.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return interval.compareTo(LONGEST) > 0 ? LONGEST : interval;
  }
}
