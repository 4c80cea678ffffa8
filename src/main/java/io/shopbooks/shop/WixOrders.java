package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Orders of the eCommerce platform, each with its payments and refunds (`wix.md` 2, 3). */
final class WixOrders {

  private static final String CREATED = "createdDate";
  private static final String UPDATED = "updatedDate";
  private static final int PAGE = 100;
  private static final Duration ABSENT = Duration.ofMinutes(10);

  private final WixApi api;
  private final Clock clock;
  private final Map<String, Instant> absent = new ConcurrentHashMap<>();

  WixOrders(WixApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** An order and what was paid and refunded on it. */
  record Told(JsonNode order, JsonNode transactions) {

    String id() {
      return order.path("id").asText();
    }
  }

  /** The orders that were made in a window of time. */
  static ObjectNode madeIn(Instant from, Instant until) {
    return search(CREATED, between(CREATED, from, until));
  }

  /** The orders that changed last in a window of time. */
  static ObjectNode changedIn(Instant from, Instant until) {
    return search(UPDATED, between(UPDATED, from, until));
  }

  /** The orders that were made before a day and changed last in a window of time. */
  static ObjectNode changedIn(Instant from, Instant until, Instant madeBefore) {
    var filter = Json.MAPPER.createObjectNode();
    var both = filter.putArray("$and");
    both.add(between(UPDATED, from, until));
    both.addObject().putObject(CREATED).put("$lt", millis(madeBefore));
    return search(UPDATED, filter);
  }

  /** All orders that a search finds; empty if the key may not see any. */
  Optional<List<Told>> orders(Connection connection, ObjectNode first) {
    var told = new LinkedHashMap<String, Told>();
    var search = first;
    var before = "";
    while (true) {
      var covered = api.askIfCovered(connection, search(search));
      if (covered.answer().isEmpty()) {
        return covered.isForbidden() ? Optional.empty() : Optional.of(List.of());
      }
      var answer = covered.answer().get();
      var orders = answer.path("orders");
      var begin = orders.path(0).path("id").asText("");
      if (!begin.isEmpty() && begin.equals(before)) {
        // Wix gives the first page again and again to whoever asks wrongly (2.2).
        throw new IllegalStateException("Wix repeats a page of orders; the search is not right");
      }
      before = begin;
      complete(connection, orders).forEach(one -> told.put(one.id(), one));
      var next = answer.path("metadata").path("cursors").path("next").asText("");
      if (next.isEmpty() || orders.isEmpty()) {
        return Optional.of(List.copyOf(told.values()));
      }
      search = Json.MAPPER.createObjectNode();
      search.putObject("cursorPaging").put("limit", PAGE).put("cursor", next);
    }
  }

  /** One order; not asked again for some minutes where the site did not have it. */
  Optional<Told> recent(Connection connection, String id) {
    var until = absent.get(id);
    if (until != null && clock.instant().isBefore(until)) {
      return Optional.empty();
    }
    var found = find(connection, id);
    absent.values().removeIf(time -> time.isBefore(clock.instant()));
    if (found.isEmpty()) {
      absent.put(id, clock.instant().plus(ABSENT));
    }
    return found;
  }

  /** It may be there after all, and was only not to be seen. */
  void forget(String id) {
    absent.remove(id);
  }

  /** One order, asked now; empty if there is none, or none that can be seen. */
  Optional<Told> find(Connection connection, String id) {
    return api.find(connection, WixCall.get("/ecom/v1/orders/" + id))
        .flatMap(answer -> complete(connection, List.of(answer.path("order"))).stream().findAny());
  }

  /** Whether the key lacks the permission to see orders. */
  boolean areForbidden(Connection connection) {
    return api.status(connection, any()) == 403;
  }

  private List<Told> complete(Connection connection, Iterable<JsonNode> orders) {
    var byId = new LinkedHashMap<String, JsonNode>();
    orders.forEach(order -> byId.put(order.path("id").asText(), order));
    if (byId.isEmpty()) {
      return List.of();
    }
    var body = Json.MAPPER.createObjectNode();
    var ids = body.putArray("orderIds");
    byId.keySet().forEach(ids::add);
    var money = new LinkedHashMap<String, JsonNode>();
    api.ask(connection, WixCall.post("/ecom/v1/payments/list-by-ids", body))
        .path("orderTransactions")
        .forEach(one -> money.put(one.path("orderId").asText(), one));
    var told = new ArrayList<Told>();
    byId.forEach(
        (id, order) ->
            told.add(new Told(order, money.getOrDefault(id, Json.MAPPER.createObjectNode()))));
    return told;
  }

  private static ObjectNode search(String field, ObjectNode filter) {
    var search = Json.MAPPER.createObjectNode();
    search.set("filter", filter);
    search.putArray("sort").addObject().put("fieldName", field).put("order", "ASC");
    search.putObject("cursorPaging").put("limit", PAGE);
    return search;
  }

  private static ObjectNode between(String field, Instant from, Instant until) {
    var filter = Json.MAPPER.createObjectNode();
    filter.putObject(field).put("$gte", millis(from)).put("$lte", millis(until));
    return filter;
  }

  private static String millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Asks for one order, any. */
  static WixCall any() {
    var search = Json.MAPPER.createObjectNode();
    search.putObject("cursorPaging").put("limit", 1);
    return search(search);
  }

  /** Asks for the order that was made last. */
  static WixCall newest() {
    var search = Json.MAPPER.createObjectNode();
    search.putArray("sort").addObject().put("fieldName", "createdDate").put("order", "DESC");
    search.putObject("cursorPaging").put("limit", 1);
    return search(search);
  }

  /** A search has to stand in "search", or it is not looked at (2.2). */
  private static WixCall search(ObjectNode search) {
    var body = Json.MAPPER.createObjectNode();
    body.set("search", search);
    return WixCall.post("/ecom/v1/orders/search", body);
  }
}
