package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/** What a change of status brings with it: dates, and stock (`woocommerce.md` 4.1). */
final class Progress {

  private static final Set<String> TAKES_STOCK = Set.of("processing", "completed", "on-hold");
  private static final Set<String> GIVES_STOCK_BACK = Set.of("cancelled", "pending");

  private final Shop shop;
  private final Stockroom stockroom;

  Progress(Shop shop, Stockroom stockroom) {
    this.shop = shop;
    this.stockroom = stockroom;
  }

  /** Brings an order to a status; the caller writes it down. */
  void to(ObjectNode order, String status, Instant at) {
    if (order.path("status").asText().equals(status)) {
      return;
    }
    order.put("status", status);
    if (order.path("date_paid").isNull() && meansPaid(order, status)) {
      Dates.set(order, "date_paid", at, shop.zone());
    }
    if (status.equals("completed")) {
      Dates.set(order, "date_completed", at, shop.zone());
    }
    if (TAKES_STOCK.contains(status)) {
      stockroom.take(order);
    } else if (GIVES_STOCK_BACK.contains(status)) {
      stockroom.giveBack(order);
    }
  }

  /** The money came: the date, and the status that follows from it. */
  void paid(ObjectNode order, Instant at) {
    if (order.path("date_paid").isNull()) {
      Dates.set(order, "date_paid", at, shop.zone());
    }
    to(order, order.path("needs_processing").asBoolean() ? "processing" : "completed", at);
  }

  // Cash on delivery is money only when the order is completed.
  private static boolean meansPaid(ObjectNode order, String status) {
    return switch (status) {
      case "completed" -> true;
      case "processing" -> !order.path("payment_method").asText().equals("cod");
      default -> false;
    };
  }
}
