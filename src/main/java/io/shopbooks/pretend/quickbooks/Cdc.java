package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Change data capture: what changed since an instant, deleted objects last (4.2). */
final class Cdc {

  private static final Duration LOOK_BACK = Duration.ofDays(30);
  private static final int MOST_OBJECTS = 1000;
  private static final Set<String> EXCLUDED =
      Set.of("JournalCode", "TimeActivity", "TaxAgency", "TaxCode", "TaxRate");

  private final Company company;
  private int left = MOST_OBJECTS;

  Cdc(Company company) {
    this.company = company;
  }

  /** The CDCResponse; beyond 1000 objects it is silently cut, there is no second page. */
  ObjectNode answer(String entities, String changedSince) {
    if (entities.isBlank() || changedSince.isBlank()) {
      throw new Refused("2020", "Required parameter entities or changedSince is missing");
    }
    var since = instant(changedSince);
    if (since.isBefore(company.clock().instant().minus(LOOK_BACK))) {
      throw new Refused("4001", "changedSince reaches back more than 30 days");
    }
    var names = List.of(entities.split(","));
    names.forEach(Cdc::requireCovered);
    var responses = Json.array();
    names.forEach(name -> responses.add(changes(name.strip(), since)));
    var body = Json.object();
    body.putArray("CDCResponse").addObject().set("QueryResponse", responses);
    return body;
  }

  private static void requireCovered(String name) {
    var entity = Schema.named(name.strip()).filter(e -> !e.isHidden());
    if (entity.isEmpty() || EXCLUDED.contains(name.strip())) {
      throw new Refused("4001", "Change data capture does not cover " + name);
    }
  }

  private ObjectNode changes(String type, Instant since) {
    var found = new ArrayList<JsonNode>();
    var view = new View(company);
    for (var stored : company.records().all(type).values()) {
      if (isSince(stored, since)) {
        found.add(view.of(stored));
      }
    }
    for (var gone : company.records().deleted(type)) {
      if (isSince(gone, since)) {
        found.add(tombstone(gone));
      }
    }
    var response = Json.object();
    if (!found.isEmpty()) {
      add(response.putArray(type), found);
      response.put("startPosition", 1).put("maxResults", response.path(type).size());
    }
    return response;
  }

  private void add(ArrayNode objects, List<JsonNode> found) {
    for (var object : found) {
      if (left > 0) {
        objects.add(object);
        left--;
      }
    }
  }

  private static ObjectNode tombstone(Stored gone) {
    return gone.copy().retain("domain", "status", "Id", "MetaData");
  }

  /** Times are kept in whole seconds: asking for a later part of that second misses the change. */
  private static boolean isSince(Stored stored, Instant since) {
    return !OffsetDateTime.parse(stored.text("MetaData.LastUpdatedTime"))
        .toInstant()
        .isBefore(since);
  }

  private static Instant instant(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refused("4001", "changedSince is no time: " + text);
    }
  }
}
