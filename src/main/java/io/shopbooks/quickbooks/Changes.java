package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.InBooks;
import io.shopbooks.books.Seen;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what changed in a company: lists into the mirror, documents that carry our marker for the
 * ledger, those of others into the table of {@link OtherSales} (`quickbooks-online.md` 4.2).
 */
@Component
class Changes {

  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

  /** Lists whose changes are captured, and those that must be read anew. */
  private static final List<String> CAPTURED =
      List.of("Account", "Item", "Customer", "PaymentMethod", "Class", "Department", "Term");

  private static final List<String> READ_ANEW =
      List.of("CompanyInfo", "Preferences", "TaxCode", "TaxRate");
  private static final Set<String> WITHOUT_ACTIVE = Set.of("CompanyInfo", "Preferences");

  /** Capture looks back 30 days at most. */
  private static final Duration FURTHEST = Duration.ofDays(29);

  /** An answer this long may have been cut off, and capture has no pages. */
  private static final int MOST_OBJECTS = 1000;

  private final Calls calls;
  private final Queries queries;
  private final Mirror mirror;
  private final OtherSales others;
  private final Clock clock;

  Changes(Calls calls, Queries queries, Mirror mirror, OtherSales others, Clock clock) {
    this.calls = calls;
    this.queries = queries;
    this.mirror = mirror;
    this.others = others;
    this.clock = clock;
  }

  /**
   * What a look found.
   *
   * @param quiet nothing at all had changed
   */
  record Captured(List<Seen> seen, boolean quiet) {}

  /** Reads what capture does not tell: preferences, taxes and currencies. */
  void readAnew(String realm) {
    READ_ANEW.forEach(entity -> read(realm, entity));
    if (new MirroredCompany(realm, mirror).multicurrency()) {
      read(realm, "CompanyCurrency");
    }
  }

  /**
   * Reads a company for the first time. Documents of ours in it tell that a ledger was lost: then
   * all of them are looked for, however old.
   */
  Captured first(String realm) {
    CAPTURED.forEach(entity -> read(realm, entity));
    others.readAgain(realm);
    var recent = captured(realm, clock.instant().minus(FURTHEST), Forms.ENTITIES);
    var nothing =
        recent.isPresent() && recent.get().seen().stream().noneMatch(InBooks.class::isInstance);
    return new Captured(nothing ? List.of() : documents(realm, ""), false);
  }

  /** The documents of ours that changed since; the lists' changes go into the mirror. */
  Captured since(String realm, Instant since) {
    var entities = new ArrayList<>(CAPTURED);
    entities.addAll(Forms.ENTITIES);
    var tooLongAgo = since.isBefore(clock.instant().minus(FURTHEST));
    var captured = tooLongAgo ? Optional.<Captured>empty() : captured(realm, since, entities);
    return captured.orElseGet(
        () -> {
          CAPTURED.forEach(entity -> read(realm, entity));
          // A question does not tell what was deleted.
          others.readAgain(realm);
          var changed = " where Metadata.LastUpdatedTime > '" + since + "'";
          return new Captured(documents(realm, changed), false);
        });
  }

  private void read(String realm, String entity) {
    // Inactive entries are asked for, because their names are taken all the same.
    var where = WITHOUT_ACTIVE.contains(entity) ? "" : " where Active in (true, false)";
    var asked = clock.instant();
    var rows = queries.all(realm, entity, where);
    rows.forEach(row -> mirror.put(realm, entity, row, asked));
    LOG.info("read company={} list={} entries={}", realm, entity, rows.size());
  }

  /** Absent where the answer may be cut off. */
  private Optional<Captured> captured(String realm, Instant since, List<String> entities) {
    var question =
        "entities="
            + String.join(",", entities)
            + "&changedSince="
            + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8);
    var request = Request.get(realm, "cdc", question);
    var asked = clock.instant();
    var found = new ArrayList<Seen>();
    var objects = 0;
    for (var part : calls.read(request, "CDCResponse")) {
      Faults.in(part, 200, "").stream()
          .findFirst()
          .ifPresent(
              fault -> {
                throw new QuestionRefused(request, fault);
              });
      for (var response : part.path("QueryResponse")) {
        for (var entity : entities) {
          for (var json : response.path(entity)) {
            objects++;
            take(realm, entity, json, asked).ifPresent(found::add);
          }
        }
      }
    }
    return objects < MOST_OBJECTS
        ? Optional.of(new Captured(found, objects == 0))
        : Optional.empty();
  }

  private List<Seen> documents(String realm, String where) {
    var found = new ArrayList<Seen>();
    for (var entity : Forms.ENTITIES) {
      var asked = clock.instant();
      queries.each(
          realm, entity, where, json -> take(realm, entity, json, asked).ifPresent(found::add));
    }
    return found;
  }

  private Optional<Seen> take(String realm, String entity, JsonNode json, Instant asked) {
    if (CAPTURED.contains(entity)) {
      mirror.put(realm, entity, json, asked);
      return Optional.empty();
    }
    var company = new MirroredCompany(realm, mirror);
    others.changed(realm, entity, json, company.home());
    return Forms.seen(realm, entity, json, company::home);
  }
}
