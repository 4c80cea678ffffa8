package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A search or query that pages by cursors (`wix.md` 2.2). A cursor holds the filter and the sorting
 * it was made with, and where its page ended; filter and sorting sent with it are not looked at.
 */
final class Search {

  private static final int LONGEST_CURSOR = 16_000;
  private static final int MOST_SORTS = 4;

  private final Fields fields;
  private final JsonNode filter;
  private final JsonNode sort;
  private final int limit;
  private final JsonNode end;
  private final boolean backwards;

  private Search(Fields fields, JsonNode query, int limit, JsonNode cursor) {
    this.fields = fields;
    this.limit = limit;
    filter = cursor.isObject() ? cursor.path("filter") : query.path("filter");
    sort = cursor.isObject() ? cursor.path("sort") : query.path("sort");
    end = cursor.path("end");
    backwards = cursor.path("back").asBoolean();
  }

  /** How pages are cut and what they are sorted by without a wish. */
  record Rules(Fields fields, int usual, int most, String sort) {}

  /**
   * Reads what stands in "search" or "query".
   *
   * @throws Refusal for a limit, a cursor or a sorting this API does not take
   */
  static Search of(JsonNode query, Rules rules) {
    var paging = query.path("cursorPaging");
    var limit = paging.path("limit");
    if (!limit.isMissingNode() && !limit.isInt()) {
      throw Refusal.field("cursorPaging.limit", "FORMAT", "must be a number");
    }
    var size = Call.bounded("cursorPaging.limit", limit.asInt(rules.usual()), 1, rules.most());
    var search = new Search(rules.fields(), query, size, cursor(paging.path("cursor")));
    search.checkSort();
    return search;
  }

  private static JsonNode cursor(JsonNode sent) {
    if (sent.isMissingNode() || sent.asText().isEmpty()) {
      return MissingNode.getInstance();
    }
    if (sent.asText().length() > LONGEST_CURSOR) {
      throw Refusal.field("cursorPaging.cursor", "MAX_LENGTH", "is longer than 16000");
    }
    try {
      return Json.read(Base64.getUrlDecoder().decode(sent.asText()));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw Refusal.field("cursorPaging.cursor", "FORMAT", "is not a cursor of this API");
    }
  }

  private void checkSort() {
    if (sort.size() > MOST_SORTS) {
      throw Refusal.field("sort", "MAX_SIZE", "takes no more than 4 fields");
    }
    for (var one : sort) {
      var name = one.path("fieldName").asText();
      if (fields.find(name).filter(Fields.Field::sortable).isEmpty()) {
        throw Refusal.field("sort.fieldName", "CUSTOM", "cannot be " + name);
      }
      if (!List.of("ASC", "DESC").contains(one.path("order").asText("ASC"))) {
        throw Refusal.field("sort.order", "FORMAT", "must be ASC or DESC");
      }
    }
  }

  /** A page, and cursors to the pages beside it; a cursor is "" where there is none. */
  record Page(List<ObjectNode> documents, String next, String previous) {

    /** The paging metadata of most APIs: {@code {count, cursors, hasNext}}. */
    ObjectNode metadata() {
      var metadata = Json.object().put("count", documents.size());
      var cursors = metadata.putObject("cursors");
      if (!next.isEmpty()) {
        cursors.put("next", next);
      }
      if (!previous.isEmpty()) {
        cursors.put("prev", previous);
      }
      return metadata.put("hasNext", !next.isEmpty());
    }
  }

  /** Whether the filter names a field, however deep. */
  boolean asksFor(String field) {
    return !filter.findValues(field).isEmpty();
  }

  /** The page of these documents; an id breaks ties. */
  Page page(Stream<ObjectNode> documents, Rules rules) {
    var wanted = new Filter(fields).read(filter);
    var order = comparator(rules);
    var found = documents.filter(wanted).sorted(order).toList();
    Predicate<ObjectNode> beyond =
        document -> end.isMissingNode() || order.compare(document, (ObjectNode) end) > 0;
    Predicate<ObjectNode> until = document -> order.compare(document, (ObjectNode) end) < 0;
    var rest = found.stream().filter(backwards ? until : beyond).toList();
    var page =
        backwards
            ? rest.subList(Math.max(0, rest.size() - limit), rest.size())
            : rest.subList(0, Math.min(limit, rest.size()));
    if (page.isEmpty()) {
      return new Page(page, "", "");
    }
    var last = page.get(page.size() - 1);
    var isLast = order.compare(last, found.get(found.size() - 1)) == 0;
    var isFirst = order.compare(page.get(0), found.get(0)) == 0;
    return new Page(
        page, isLast ? "" : cursor(last, false), isFirst ? "" : cursor(page.get(0), true));
  }

  private Comparator<ObjectNode> comparator(Rules rules) {
    Comparator<ObjectNode> order = (one, other) -> 0;
    for (var one : sort) {
      var by = by(one.path("fieldName").asText());
      order = order.thenComparing(isDescending(one) ? by.reversed() : by);
    }
    if (sort.isEmpty()) {
      order = by(rules.sort()).reversed();
    }
    return order.thenComparing(by("id"));
  }

  private static boolean isDescending(JsonNode sort) {
    return sort.path("order").asText().equals("DESC");
  }

  private static Comparator<ObjectNode> by(String field) {
    return (one, other) -> Filter.compare(first(one, field), first(other, field));
  }

  private static JsonNode first(ObjectNode document, String field) {
    var values = Json.at(document, field);
    return values.isEmpty() ? NullNode.instance : values.get(0);
  }

  private String cursor(ObjectNode at, boolean back) {
    var cursor = Json.object().put("back", back);
    cursor.set("filter", filter.isMissingNode() ? Json.object() : filter);
    cursor.set("sort", sort.isMissingNode() ? Json.array() : sort);
    cursor.set("end", at);
    var bytes = Json.text(slim(cursor)).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  // Only what the comparison needs, so that a cursor stays short.
  private static ObjectNode slim(ObjectNode cursor) {
    var end = cursor.path("end");
    var kept = Json.object();
    for (var name :
        List.of("id", "createdDate", "updatedDate", "variantId", "number", "status", "quantity")) {
      if (end.has(name)) {
        kept.set(name, end.path(name));
      }
    }
    for (var sort : cursor.path("sort")) {
      var name = sort.path("fieldName").asText().split("\\.")[0];
      if (end.has(name)) {
        kept.set(name, end.path(name));
      }
    }
    cursor.set("end", kept);
    return cursor;
  }
}
