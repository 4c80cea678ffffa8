package io.shopbooks.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.shop.ScriptedShop.Request;
import io.shopbooks.shop.ScriptedShop.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The list of orders of a scripted shop: answers {@code GET /orders} by status, dates, ids and page
 * as a real one does, and lets a test change orders between two pages.
 */
final class OrderShelf {

  private static final String CHANGED = "2026-11-22T10:00:30";

  private final List<ObjectNode> orders = new ArrayList<>();
  private final Map<String, String> refunds = new HashMap<>();
  private Consumer<Integer> afterPage = page -> {};
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private int pages;

  /** Orders with ids from 41 on, made and changed a minute apart. */
  OrderShelf holding(int count) {
    for (var i = 0; i < count; i++) {
      add(41 + i, String.format("2026-11-21T%02d:%02d:00", 1 + i / 60, i % 60));
    }
    return this;
  }

  /** An order that comes into sight while the shop is read, whatever its id. */
  void add(int id) {
    if (!ids().contains("" + id)) {
      add(id, CHANGED);
    }
  }

  private void add(int id, String time) {
    var order = Recorded.order("us/orders/rest-pending.json");
    order.put("id", id).put("number", "" + id).put("total", id + ".000000");
    order.put("date_created_gmt", time).put("date_modified_gmt", time);
    orders.add(order);
    orders.sort(Comparator.comparing(one -> one.path("id").asInt()));
  }

  void delete(int id) {
    orders.removeIf(order -> order.path("id").asInt() == id);
  }

  void edit(int id, String field, String value) {
    order(id).put(field, value).put("date_modified_gmt", CHANGED);
  }

  void refund(int id, String list) {
    order(id).putArray("refunds").addObject().put("id", 1);
    refunds.put("" + id, list);
  }

  ObjectNode order(int id) {
    return orders.stream().filter(one -> one.path("id").asInt() == id).findFirst().orElseThrow();
  }

  List<String> ids() {
    return orders.stream().map(order -> order.path("id").asText()).toList();
  }

  /** Does something between two pages, given the number of the page just read. */
  OrderShelf afterEachPage(Consumer<Integer> change) {
    afterPage = change;
    return this;
  }

  OrderShelf at(Instant time) {
    now = time;
    return this;
  }

  Response answer(Request request) {
    var path = request.path().replaceFirst(".*/wc/v3/", "");
    if (request.method().equals("OPTIONS")) {
      return ScriptedShop.json(Recorded.text("us/schema-orders-options.json")).at(now);
    }
    if (path.equals("orders")) {
      return list(request);
    }
    var id = path.split("/")[1];
    var found = orders.stream().filter(one -> one.path("id").asText().equals(id)).findFirst();
    if (found.isEmpty()) {
      return ScriptedShop.json(404, Recorded.text("us/errors/404-order.json")).at(now);
    }
    return path.endsWith("/refunds")
        ? ScriptedShop.json(refunds.getOrDefault(id, "[]")).at(now)
        : ScriptedShop.json(Json.write(found.get())).at(now);
  }

  private Response list(Request request) {
    var statuses = List.of(request.param("status").split(","));
    var included = List.of(request.param("include").split(","));
    var found =
        orders.stream()
            .filter(order -> statuses.contains(order.path("status").asText()))
            .filter(order -> isAfter(order, "date_modified_gmt", request.param("modified_after")))
            .filter(order -> isAfter(order, "date_created_gmt", request.param("after")))
            .filter(order -> isBefore(order, "date_created_gmt", request.param("before")))
            .filter(
                order ->
                    request.param("include").isEmpty()
                        || included.contains(order.path("id").asText()))
            .toList();
    var from = Integer.parseInt(request.query().getOrDefault("offset", "0"));
    var size = Integer.parseInt(request.query().getOrDefault("per_page", "10"));
    var page = found.stream().skip(from).limit(size).toList();
    // Past the end the total is told as 0 (woocommerce.md 3).
    var total = page.isEmpty() ? 0 : found.size();
    var response = ScriptedShop.json(page.toString()).with("X-WP-Total", "" + total).at(now);
    afterPage.accept(++pages);
    return response;
  }

  private static boolean isAfter(ObjectNode order, String field, String bound) {
    return bound.isEmpty() || order.path(field).asText().compareTo(bound) > 0;
  }

  private static boolean isBefore(ObjectNode order, String field, String bound) {
    return bound.isEmpty() || order.path(field).asText().compareTo(bound) < 0;
  }
}
