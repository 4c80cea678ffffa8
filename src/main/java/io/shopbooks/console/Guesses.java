package io.shopbooks.console;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sign-ins that failed lately. Who guesses is made to wait; who has the name elsewhere is not,
 * unless guesses come from everywhere.
 */
@Component
class Guesses {

  static final Duration REMEMBERED = Duration.ofMinutes(15);
  private static final int OF_NAME_FROM_ADDRESS = 5;
  private static final int FROM_ADDRESS = 30;
  private static final int OF_NAME = 100;

  private final JdbcClient db;
  private final Clock clock;

  Guesses(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  private record Count(String who, int most) {}

  private static List<Count> counts(String name, String address) {
    var known = name.strip().toLowerCase(Locale.ROOT);
    var named = known.substring(0, Math.min(known.length(), 80));
    return List.of(
        new Count("name " + named + " from " + address, OF_NAME_FROM_ADDRESS),
        new Count("from " + address, FROM_ADDRESS),
        new Count("name " + named, OF_NAME));
  }

  /** Whether the next try has to wait. */
  boolean areTooMany(String name, String address) {
    var since = Timestamp.from(clock.instant().minus(REMEMBERED));
    return counts(name, address).stream()
        .anyMatch(
            count ->
                db.sql("select count(*) from sign_in_failure where who = :who and at > :since")
                        .param("who", count.who())
                        .param("since", since)
                        .query(Integer.class)
                        .single()
                    >= count.most());
  }

  /** Notes a try that failed. */
  void add(String name, String address) {
    var now = clock.instant();
    db.sql("delete from sign_in_failure where at < :old")
        .param("old", Timestamp.from(now.minus(REMEMBERED)))
        .update();
    counts(name, address)
        .forEach(
            count ->
                db.sql("insert into sign_in_failure (who, at) values (:who, :now)")
                    .param("who", count.who())
                    .param("now", Timestamp.from(now))
                    .update());
  }

  /** Who signed in after all guessed nothing. */
  void forget(String name, String address) {
    db.sql("delete from sign_in_failure where who = :who")
        .param("who", counts(name, address).get(0).who())
        .update();
  }
}
