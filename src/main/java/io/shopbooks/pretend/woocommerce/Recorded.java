package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the amounts a recorded order really holds behind the ones it shows: a line's total from its
 * unrounded price, a tax from the line and its rate, each only if it shows as recorded. So the
 * history answers {@code dp=6} as the real shop did.
 */
final class Recorded {

  private final ObjectNode order;
  private final Map<Integer, BigDecimal> percents = new HashMap<>();

  Recorded(ObjectNode order) {
    this.order = order;
    order
        .path("tax_lines")
        .forEach(
            line ->
                percents.put(
                    line.path("rate_id").asInt(), line.path("rate_percent").decimalValue()));
  }

  /** Replaces shown amounts by the ones behind them. */
  void sharpen() {
    for (var line : order.path("line_items")) {
      var price = line.path("price").decimalValue();
      var quantity = line.path("quantity").decimalValue();
      var sameBefore = line.path("subtotal").equals(line.path("total"));
      sharpen((ObjectNode) line, "total", price.multiply(quantity));
      if (sameBefore) {
        ((ObjectNode) line).set("subtotal", line.path("total"));
      }
      taxes(line, "subtotal");
      taxes(line, "total");
    }
    order.path("shipping_lines").forEach(line -> taxes(line, "total"));
    order.path("fee_lines").forEach(line -> taxes(line, "total"));
  }

  private void taxes(JsonNode line, String field) {
    var base = new BigDecimal(line.path(field).asText());
    for (var tax : line.path("taxes")) {
      var percent = percents.get(tax.path("id").asInt());
      sharpen((ObjectNode) tax, field, base.multiply(percent).movePointLeft(2));
    }
  }

  private static void sharpen(ObjectNode holder, String field, BigDecimal candidate) {
    var shown = new BigDecimal(holder.path(field).asText());
    var kept = Amounts.kept(candidate);
    if (kept.setScale(shown.scale(), RoundingMode.HALF_UP).compareTo(shown) == 0) {
      holder.put(field, Amounts.text(kept));
    }
  }
}
