package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.shop.WixOrders.Told;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is missing in some days, because the key was not allowed to see it. */
final class WixUnseen {

  private final Connection connection;
  private final WixOrders orders;
  private final List<JsonNode> rows = new ArrayList<>();
  private final Set<WixCall> calls = new LinkedHashSet<>();
  private Optional<Boolean> areOrders = Optional.empty();

  WixUnseen(Connection connection, WixOrders orders) {
    this.connection = connection;
    this.orders = orders;
  }

  /**
   * Rows whose orders the key may not see. Nothing is told of them: an order that was seen before
   * must not turn into a payment without one.
   */
  List<JsonNode> rows() {
    return rows;
  }

  /** The calls that were not allowed. */
  Set<WixCall> calls() {
    return calls;
  }

  void callIf(boolean notAllowed, WixCall call) {
    if (notAllowed) {
      calls.add(call);
    }
  }

  /** The orders of the platform are not to be seen. */
  void orders() {
    areOrders = Optional.of(true);
    calls.add(WixOrders.any());
  }

  /** The order of a row on the platform; empty where none is there, or none can be seen. */
  Optional<Told> orderOf(JsonNode row) {
    var id = WixApps.orderOf(row);
    return WixApps.isGuid(id) && !areOrders.orElse(false)
        ? orders.recent(connection, id)
        : Optional.empty();
  }

  /** Leaves the row if its order cannot be seen; answers whether it was left. */
  boolean leaves(JsonNode row) {
    if (areOrders.isEmpty()) {
      areOrders = Optional.of(orders.areForbidden(connection));
    }
    if (areOrders.get()) {
      rows.add(row);
      orders();
      orders.forget(WixApps.orderOf(row));
    }
    return areOrders.get();
  }
}
