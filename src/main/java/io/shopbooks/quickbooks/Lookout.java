package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Company;
import io.shopbooks.books.InBooks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the mirror of a company fresh by change data capture, and finds documents that carry our
 * marker (DESIGN 4.3, 4.7): one read an hour instead of one per order.
 */
@Component("lookout")
public class Lookout {

  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

  /** Lists whose changes are captured, and those that must be read anew. */
  private static final List<String> CAPTURED =
      List.of("Account", "Item", "Customer", "PaymentMethod", "Class", "Department", "Term");

  private static final List<String> READ_ANEW =
      List.of("CompanyInfo", "Preferences", "TaxCode", "TaxRate");
  private static final Set<String> WITHOUT_ACTIVE = Set.of("CompanyInfo", "Preferences");

  /** Changes are asked for once more from a little before, for clocks that disagree. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  /** Capture looks back 30 days at most (`quickbooks-online.md` 4.2). */
  private static final Duration FURTHEST = Duration.ofDays(29);

  private static final int MOST_OBJECTS = 1000;

  private final JdbcClient db;
  private final Clock clock;
  private final Calls calls;
  private final Queries queries;
  private final Mirror mirror;
  private final QuickBooksSettings settings;
  private final Map<String, Instant> lookedAt = new ConcurrentHashMap<>();

  Lookout(
      JdbcClient db,
      Clock clock,
      Calls calls,
      Queries queries,
      Mirror mirror,
      QuickBooksSettings settings) {
    this.db = db;
    this.clock = clock;
    this.calls = calls;
    this.queries = queries;
    this.mirror = mirror;
    this.settings = settings;
  }

  /** What the rules must know of the company, as the mirror shows it now. */
  public Company facts(String realm) {
    return new MirroredCompany(realm, mirror);
  }

  /**
   * Looks at the company if it is time to: always once after this process started, then as often as
   * the settings say. Answers the documents of ours that changed since the last look.
   */
  public List<InBooks> look(String realm) {
    var last = lookedAt.get(realm);
    if (last != null && last.plus(settings.changesEvery()).isAfter(clock.instant())) {
      return List.of();
    }
    return lookNow(realm);
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
    readAnew(realm);
    lookAgainSoon(realm);
  }

  /** Looks at once, whenever the last look was. */
  public List<InBooks> lookNow(String realm) {
    var started = clock.instant();
    var state = state(realm);
    if (state.listsReadAt().plus(settings.listsEvery()).isBefore(started)) {
      readAnew(realm);
    }
    var found = new ArrayList<InBooks>();
    if (state.changesUntil().isEmpty()) {
      CAPTURED.forEach(entity -> read(realm, entity));
    } else {
      found.addAll(changes(realm, state.changesUntil().get()));
    }
    db.sql("update quickbooks_company set changes_until = :until where realm = :realm")
        .param("until", Timestamp.from(started.minus(OVERLAP)))
        .param("realm", realm)
        .update();
    lookedAt.put(realm, started);
    return found;
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
    READ_ANEW.forEach(entity -> read(realm, entity));
    if (facts(realm).multicurrency()) {
      read(realm, "CompanyCurrency");
    }
    db.sql("update quickbooks_company set lists_read_at = :now where realm = :realm")
        .param("now", Timestamp.from(clock.instant()))
        .param("realm", realm)
        .update();
  }

  private void read(String realm, String entity) {
    // Inactive entries are asked for, because their names are taken all the same.
    var where = WITHOUT_ACTIVE.contains(entity) ? "" : " where Active in (true, false)";
    var rows = queries.all(realm, entity, where);
    rows.forEach(row -> mirror.put(realm, entity, row));
    LOG.info("read company={} list={} entries={}", realm, entity, rows.size());
  }

  private List<InBooks> changes(String realm, Instant since) {
    if (since.isBefore(clock.instant().minus(FURTHEST))) {
      CAPTURED.forEach(entity -> read(realm, entity));
      return documentsSince(realm, since);
    }
    var entities = new ArrayList<>(CAPTURED);
    entities.addAll(Forms.ENTITIES);
    var question =
        "entities=" + String.join(",", entities) + "&changedSince=" + encoded(since.toString());
    var answer = calls.read(Request.get(realm, "cdc", question));
    var found = new ArrayList<InBooks>();
    var objects = 0;
    for (var response : answer.path("CDCResponse").path(0).path("QueryResponse")) {
      for (var entity : entities) {
        for (var json : response.path(entity)) {
          objects++;
          take(realm, entity, json).ifPresent(found::add);
        }
      }
    }
    if (objects < MOST_OBJECTS) {
      return found;
    }
    // An answer this long may have been cut off, and capture has no pages.
    CAPTURED.forEach(entity -> read(realm, entity));
    found.addAll(documentsSince(realm, since));
    return found;
  }

  private List<InBooks> documentsSince(String realm, Instant since) {
    var found = new ArrayList<InBooks>();
    for (var entity : Forms.ENTITIES) {
      queries
          .all(realm, entity, " where Metadata.LastUpdatedTime > '" + since + "'")
          .forEach(json -> take(realm, entity, json).ifPresent(found::add));
    }
    return found;
  }

  private Optional<InBooks> take(String realm, String entity, JsonNode json) {
    if (CAPTURED.contains(entity)) {
      mirror.put(realm, entity, json);
      return Optional.empty();
    }
    return Forms.inBooks(realm, json, facts(realm).home());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
