package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows orders and payments as this site's API writes them (`wix.md` 2.3, 3.2). */
final class OrderView {

  private final WixSite settings;

  OrderView(WixSite settings) {
    this.settings = settings;
  }

  ObjectNode order(ObjectNode kept) {
    var order = Json.shown(kept);
    if (settings.has(Habit.OLD_TOTAL)) {
      var summary = (ObjectNode) order.path("priceSummary");
      summary.set("totalPrice", summary.remove("total"));
    }
    if (settings.has(Habit.DEPRECATED_FIELDS)) {
      var tax = order.path("taxInfo").path("totalTax");
      order.putObject("taxSummary").set("totalTax", tax);
      order.path("lineItems").forEach(line -> oldTax((ObjectNode) line));
    }
    if (settings.has(Habit.UNKNOWN_VALUES)) {
      order.putObject("channelInfo").put("type", "SMART_MIRROR");
      order.put("fulfillmentStatus", "BEAMED").put("heardOf", "never");
    }
    return order;
  }

  // The rate of old orders is 0 whatever was charged (8).
  private static void oldTax(ObjectNode line) {
    var old = line.putObject("taxDetails").put("taxRate", "0");
    old.set("totalTax", line.path("taxInfo").path("taxAmount"));
    old.set("taxableAmount", line.path("taxInfo").path("taxableAmount"));
  }

  ObjectNode payments(ObjectNode kept) {
    var money = Json.shown(kept);
    for (var payment : money.path("payments")) {
      if (settings.has(Habit.OLD_PAYMENT_STATUS)) {
        ((ObjectNode) payment).remove("status");
      }
      if (settings.has(Habit.UNKNOWN_VALUES)) {
        var name = payment.path("regularPaymentDetails").path("paymentMethodName");
        if (name instanceof ObjectNode known) {
          known.put("siteLanguageName", "CrystalBall");
        }
      }
    }
    return money;
  }
}
