package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/**
 * Which app a row of the cashier belongs to, and how that app's orders are found (`wix.md` 2.4).
 */
enum WixApps {
  /** Every payment has an order on the eCommerce platform. */
  PLATFORM(
      Set.of(
          "1380b703-ce81-ff05-f115-39571d94dfcd",
          "215238eb-22a5-4c36-9e7b-e7c08025e04e",
          "13d21c63-b5ec-5912-8397-c3a5ddb27a97",
          "9a5d83fd-8570-482e-81ab-cfa88942ee60",
          "d80111c5-a0f4-47a8-b63a-65b54d774a27")),
  EVENTS(Set.of("140603ad-af8d-84a5-2c80-a0f60cb47351")),
  PLANS(Set.of("1522827f-c56c-a5c9-2ac9-00f9e6ae12d3")),
  /** May have an order on the platform, as new invoices do, or none at all. */
  OTHER(Set.of());

  private static final String GUID = "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";

  private final Set<String> ids;

  WixApps(Set<String> ids) {
    this.ids = ids;
  }

  static WixApps of(JsonNode row) {
    var id = row.path("appId").asText("").toLowerCase(Locale.ROOT);
    for (var app : values()) {
      if (app.ids.contains(id)) {
        return app;
      }
    }
    return OTHER;
  }

  static boolean isGuid(String id) {
    return id.matches(GUID);
  }

  /** The id that a row's sale is kept under: its order's where each order is one sale. */
  static String saleOf(JsonNode row) {
    var order = orderOf(row);
    var ofOrder =
        switch (of(row)) {
          case PLATFORM -> isGuid(order);
          case EVENTS -> !order.isBlank();
          // A plan is charged again for each cycle, an invoice perhaps in parts.
          case PLANS, OTHER -> false;
        };
    return ofOrder ? order : row.path("transactionId").asText();
  }

  /** The id of the order inside the app that sold; empty if the row does not tell. */
  static String orderOf(JsonNode row) {
    return row.path("order").path("description").path("wixAppOrderId").asText("");
  }
}
