package io.shopbooks.quickbooks;

import io.shopbooks.books.Company;
import io.shopbooks.books.Seen;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the mirror of a company fresh by change data capture, and finds documents that carry our
 * marker (DESIGN 4.3, 4.7): one read an hour instead of one per order.
 */
@Component("lookout")
public class Lookout {

  /** Changes are asked for once more from a little before, for clocks that disagree. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final JdbcClient db;
  private final Clock clock;
  private final Changes changes;
  private final Mirror mirror;
  private final Governor governor;
  private final QuickBooksSettings settings;
  private final Map<String, Instant> lookedAt = new ConcurrentHashMap<>();
  private final Map<String, Instant> looking = new ConcurrentHashMap<>();

  /** Companies in which nothing had changed at the last look. */
  private final Set<String> quiet = ConcurrentHashMap.newKeySet();

  Lookout(
      JdbcClient db,
      Clock clock,
      Changes changes,
      Mirror mirror,
      Governor governor,
      QuickBooksSettings settings) {
    this.db = db;
    this.clock = clock;
    this.changes = changes;
    this.mirror = mirror;
    this.governor = governor;
    this.settings = settings;
  }

  /** What the rules must know of the company, as the mirror shows it now. */
  public Company facts(String realm) {
    return new MirroredCompany(realm, mirror);
  }

  /**
   * Looks at the company if it is time to: always once after this process started, then as often as
   * the settings say, and half as often where nothing changes, because reads are metered. Answers
   * the documents of ours that changed since the last look, and what was deleted. Who has stored
   * them says so by {@link #seen}; else the next look finds them again.
   */
  public List<Seen> look(String realm) {
    var last = lookedAt.get(realm);
    if (last != null && last.plus(interval(realm)).isAfter(clock.instant())) {
      return List.of();
    }
    var started = clock.instant();
    var state = state(realm);
    if (state.listsReadAt().plus(settings.listsEvery()).isBefore(started)) {
      readAnew(realm);
    }
    var found =
        state
            .changesUntil()
            .map(since -> changes.since(realm, since))
            .orElseGet(() -> changes.first(realm));
    // Of two looks at once, what the earlier one may have missed is still to be stored.
    looking.putIfAbsent(realm, started);
    if (found.quiet()) {
      quiet.add(realm);
    } else {
      quiet.remove(realm);
    }
    return found.seen();
  }

  private Duration interval(String realm) {
    var often = settings.changesEvery();
    return quiet.contains(realm) ? often.multipliedBy(2) : often;
  }

  /** What the last look found is stored: the next one begins where it ended. */
  public void seen(String realm) {
    var started = looking.remove(realm);
    if (started == null) {
      return;
    }
    db.sql("update quickbooks_company set changes_until = :until where realm = :realm")
        .param("until", Timestamp.from(started.minus(OVERLAP)))
        .param("realm", realm)
        .update();
    lookedAt.put(realm, started);
  }

  /** What is mirrored proved wrong: the next look comes at once. */
  void lookAgainSoon(String realm) {
    lookedAt.remove(realm);
  }

  /**
   * Reads preferences and tax codes anew, and lets the next look come at once: a person says that
   * something was changed in the company.
   */
  public void refresh(String realm) {
    governor.goOn(realm);
    readAnew(realm);
    lookAgainSoon(realm);
  }

  private record State(Optional<Instant> changesUntil, Instant listsReadAt) {}

  private State state(String realm) {
    return db.sql(
            "select changes_until, lists_read_at from quickbooks_company where realm = :realm")
        .param("realm", realm)
        .query(
            (row, n) ->
                new State(
                    Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant),
                    Optional.ofNullable(row.getTimestamp(2))
                        .map(Timestamp::toInstant)
                        .orElse(Instant.EPOCH)))
        .optional()
        .orElseThrow(() -> new NotSignedIn(realm, "nobody signed in yet"));
  }

  private void readAnew(String realm) {
    changes.readAnew(realm);
    db.sql("update quickbooks_company set lists_read_at = :now where realm = :realm")
        .param("now", Timestamp.from(clock.instant()))
        .param("realm", realm)
        .update();
  }
}
