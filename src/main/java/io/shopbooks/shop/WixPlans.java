package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private boolean forbidden;

  WixPlans(WixApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
  }

  /** Whether the key may see them and the app is there, as far as was asked. */
  boolean areCovered() {
    return covered;
  }

  /** Whether the key may not see them, as far as was asked. */
  boolean areForbidden() {
    return forbidden;
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
    var told = api.askIfCovered(connection, call(PAGE, offset));
    forbidden = told.isForbidden();
    covered = told.answer().isPresent();
    told.answer().ifPresentOrElse(this::read, () -> ended = true);
  }

  private void read(JsonNode answer) {
    var page = answer.path("orders");
    for (var order : page) {
      orders.put(order.path("id").asText(), order);
      readBackTo = created(order);
    }
    offset += page.size();
    ended = !WixCashier.isMore(page, offset, answer.path("pagingMetadata").path("total"));
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

  /** When the first payment was or will be due. */
  static Instant firstPayment(JsonNode order) {
    return created(order).plus(Duration.ofDays(order.path("freeTrialDays").asLong(0)));
  }

  /** Whether money for its last cycle came, even if it went back since. */
  static boolean isPaid(JsonNode order) {
    return Set.of("PAID", "REFUNDED").contains(order.path("lastPaymentStatus").asText());
  }

  /** Whether neither these rows nor the cashier's of its first day are money for the plan. */
  boolean lacksItsRow(JsonNode plan, Collection<JsonNode> rows, WixNearby nearby) {
    var due = firstPayment(plan);
    var from = due.minus(Duration.ofHours(1));
    return rows.stream().noneMatch(row -> isPaidBy(plan, row))
        && nearby.between(from, due.plus(Duration.ofDays(1))).stream()
            .noneMatch(row -> isPaidBy(plan, row));
  }

  /** Whether this row of the cashier is money for the plan (4.1, 4.5). */
  private static boolean isPaidBy(JsonNode order, JsonNode row) {
    var bill = row.path("order").path("id").asText();
    return WixRow.holdsMoney(row)
        && (WixApps.orderOf(row).equals(order.path("id").asText())
            || !bill.isEmpty() && bill.equals(order.path("wixPayOrderId").asText()));
  }

  static Instant created(JsonNode order) {
    return WixTimes.of(order.path("createdDate")).orElse(Instant.EPOCH);
  }
}
