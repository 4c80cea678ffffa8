package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.shop.WixCashier.By;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders of Pricing Plans, read from the newest back as far as somebody asks (`wix.md` 4.5). */
final class WixPlans {

  private static final int PAGE = 50;

  private final WixApi api;
  private final Connection connection;
  private final WixPages orders;

  WixPlans(WixApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
    var listing = new WixPages.Listing(PAGE, offset -> call(PAGE, offset), "id", WixPlans::created);
    orders = new WixPages(api, connection, listing);
  }

  /** Whether the key may see them and the app is there, as far as was asked. */
  boolean areCovered() {
    return orders.areCovered();
  }

  /** Those that were ordered at this time or later. */
  List<JsonNode> since(Instant from) {
    return orders.since(from);
  }

  /** One by its id. */
  Optional<JsonNode> find(String id) {
    if (orders.known(id).isEmpty() && orders.areCovered()) {
      api.find(connection, WixCall.get("/pricing-plans/v2/orders/" + id))
          .ifPresent(answer -> orders.keep(answer.path("order")));
    }
    return orders.known(id);
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
  boolean lacksItsRow(JsonNode plan, Collection<JsonNode> rows, WixCashier cashier) {
    var due = firstPayment(plan);
    var from = due.minus(Duration.ofHours(1));
    return rows.stream().noneMatch(row -> isPaidBy(plan, row))
        && cashier.rows(connection, By.CREATED, from, due.plus(Duration.ofDays(1))).stream()
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
