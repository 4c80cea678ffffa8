package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.shop.WixSale.Joined;
import io.shopbooks.shop.WixSale.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a row of the cashier tells by itself (`wix.md` 4.1). */
final class WixRow {

  private static final Set<String> FINAL =
      Set.of(
          "APPROVED", "REFUND", "PARTIAL_REFUND", "CHARGE_BACK", "DISPUTE", "COMPLETED_FUNDS_HELD");

  private WixRow() {}

  static String id(JsonNode row) {
    return row.path("transactionId").asText();
  }

  static Instant created(JsonNode row) {
    return WixTimes.of(row.path("createdAt")).orElse(Instant.EPOCH);
  }

  /** Whether its sale is kept under this id, its own or its order's. */
  static boolean isKeptUnder(JsonNode row, String id) {
    return id(row).equals(id) || WixApps.saleOf(row).equals(id);
  }

  /** Whether money was once taken, whatever became of it since. */
  static boolean holdsMoney(JsonNode row) {
    return FINAL.contains(row.path("status").asText());
  }

  /** The sale of a row without an order, under this id. */
  static WixSale alone(String id, JsonNode row, Joined joined) {
    return new WixSale(id, Source.CASHIER, row, Optional.empty(), List.of(row), joined);
  }
}
