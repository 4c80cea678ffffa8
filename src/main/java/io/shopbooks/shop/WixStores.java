package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Wix Stores of one site (`wix.md` 6). A site has one of two catalogs, and Wix moves sites from the
 * first to the other, so that it is asked which each time.
 */
final class WixStores {

  /** The longest page of the V1 catalog. */
  private static final int NUMBERED = 100;

  /** The longest page of the V3 catalog. */
  private static final int CURSORED = 1000;

  static final WixCall VERSION = WixCall.get("/stores/v3/provision/version");

  private final WixApi api;
  private final Connection connection;

  WixStores(WixApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
  }

  /** As Wix names the catalog of a site: {@code V1_CATALOG}, {@code V3_CATALOG}, or none. */
  static String catalog(JsonNode version) {
    return version.path("catalogVersion").asText();
  }

  /**
   * Whether the site has the V3 catalog; else it has the V1 catalog.
   *
   * @param address of Wix, for messages
   * @throws ShopRefused if it has none
   */
  boolean areV3(URI address) {
    var version = catalog(api.ask(connection, VERSION));
    return switch (version) {
      case "V1_CATALOG" -> false;
      case "V3_CATALOG" -> true;
      default ->
          throw new ShopRefused(
              connection.name(),
              address,
              "has no catalog of products (" + version + ")",
              "Install Wix Stores on the site, or take stock and products.create: all out of "
                  + connection.file()
                  + ".");
    };
  }

  /** A page of a list, and how the next one is asked for; absent after the last. */
  private record Page(List<JsonNode> entries, ObjectNode next) {}

  /**
   * A list of the V1 catalog, a page at a time, by number, because its pages fail beyond ten
   * thousand.
   *
   * @param name of the list in the answer
   * @param hidden with what buyers do not see, for which the key has to manage products
   */
  Stream<JsonNode> numbered(String path, String name, ObjectNode filter, boolean hidden) {
    var first = new Page(List.of(), filter.deepCopy());
    return Stream.iterate(first, Objects::nonNull, page -> numbered(path, name, page, hidden))
        .flatMap(page -> page.entries().stream());
  }

  private Page numbered(String path, String name, Page before, boolean hidden) {
    if (before.next() == null) {
      return null;
    }
    var filter = before.next();
    var body = Json.MAPPER.createObjectNode();
    var query = body.putObject("query");
    // Filter and sort are strings of JSON here, and only here.
    query.put("filter", Json.write(filter)).put("sort", "[{\"numericId\":\"asc\"}]");
    query.putObject("paging").put("limit", NUMBERED).put("offset", 0);
    body.put("includeVariants", true).put("includeHiddenProducts", hidden);
    var entries = WixStock.list(api.ask(connection, WixCall.post(path, body)).path(name));
    if (entries.size() < NUMBERED) {
      return new Page(entries, null);
    }
    var last = entries.get(entries.size() - 1).path("numericId");
    if (filter.path("numericId").path("$gt").equals(last)) {
      throw new IllegalStateException("Wix repeats a page of " + name + "; the query is not right");
    }
    var next = filter.deepCopy();
    next.putObject("numericId").set("$gt", last);
    return new Page(entries, next);
  }

  /**
   * A list of the V3 catalog, a page at a time, by cursor.
   *
   * @param name of the list in the answer
   * @param fields that are given only to those who ask for them
   */
  Stream<JsonNode> cursored(String path, String name, ObjectNode filter, String... fields) {
    var query = Json.MAPPER.createObjectNode();
    query.set("filter", filter);
    query.putObject("cursorPaging").put("limit", CURSORED);
    return Stream.iterate(
            new Page(List.of(), query),
            Objects::nonNull,
            page -> cursored(path, name, page, List.of(fields)))
        .flatMap(page -> page.entries().stream());
  }

  private Page cursored(String path, String name, Page before, List<String> fields) {
    if (before.next() == null) {
      return null;
    }
    var body = Json.MAPPER.createObjectNode();
    body.set("query", before.next());
    if (!fields.isEmpty()) {
      fields.forEach(body.putArray("fields")::add);
    }
    var answer = api.ask(connection, WixCall.post(path, body));
    var entries = WixStock.list(answer.path(name));
    var next = answer.path("pagingMetadata").path("cursors").path("next").asText("");
    // Wix may give the same page for ever to whoever asks wrongly (2.2).
    if (!entries.isEmpty() && entries.equals(before.entries())) {
      throw new IllegalStateException("Wix repeats a page of " + name + "; the query is not right");
    }
    if (next.isEmpty() || entries.isEmpty()) {
      return new Page(entries, null);
    }
    var query = Json.MAPPER.createObjectNode();
    query.putObject("cursorPaging").put("limit", CURSORED).put("cursor", next);
    return new Page(entries, query);
  }
}
