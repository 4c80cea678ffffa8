package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders of Pricing Plans, read from the newest back as far as somebody asks (`wix.md` 4.5). */
final class WixPlans {

  private static final int PAGE = 50;

  private final WixApi api;
  private final Connection connection;
  private final Map<String, JsonNode> orders = new LinkedHashMap<>();
  private Instant readBackTo = Instant.MAX;
  private int offset;
  private boolean ended;
  private boolean covered = true;

  WixPlans(WixApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
  }

  /** Whether the key may see them and the app is there, as far as was asked. */
  boolean areCovered() {
    return covered;
  }

  /** Those that were ordered at this time or later. */
  List<JsonNode> since(Instant from) {
    while (!ended && !readBackTo.isBefore(from)) {
      readPage();
    }
    return orders.values().stream().filter(order -> !created(order).isBefore(from)).toList();
  }

  /** One by its id. */
  Optional<JsonNode> find(String id) {
    if (!orders.containsKey(id) && covered) {
      api.find(connection, WixCall.get("/pricing-plans/v2/orders/" + id))
          .ifPresent(answer -> orders.put(id, answer.path("order")));
    }
    return Optional.ofNullable(orders.get(id));
  }

  private void readPage() {
    var answer = api.askIfCovered(connection, call(PAGE, offset));
    if (answer.isEmpty()) {
      covered = false;
      ended = true;
      return;
    }
    var page = answer.get().path("orders");
    for (var order : page) {
      orders.put(order.path("id").asText(), order);
      readBackTo = created(order);
    }
    offset += PAGE;
    ended = page.size() < PAGE;
  }

  static WixCall call(int limit, int offset) {
    return WixCall.get("/pricing-plans/v2/orders?limit=" + limit + "&offset=" + offset);
  }

  /** Whether its money comes by hand, and not from the cashier. */
  static boolean isByHand(JsonNode order) {
    return !order.path("type").asText().equals("ONLINE");
  }

  static boolean isFree(JsonNode order) {
    return order.path("lastPaymentStatus").asText().equals("NOT_APPLICABLE");
  }

  static Instant created(JsonNode order) {
    return WixTimes.of(order.path("createdDate")).orElse(Instant.EPOCH);
  }
}
