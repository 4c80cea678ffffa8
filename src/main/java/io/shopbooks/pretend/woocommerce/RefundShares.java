package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Works out what a refund's parts are of the lines of its order, as a clerk would enter it. */
final class RefundShares {

  private final JsonNode order;
  private final Rounding rounding;

  RefundShares(JsonNode order, Rounding rounding) {
    this.order = order;
    this.rounding = rounding;
  }

  /**
   * The refund's lines, net and positive; those it was given, then its parts.
   *
   * @throws IllegalArgumentException if the order has no line of a wanted SKU
   */
  List<NewRefund.Given> of(NewRefund wanted) {
    var lines = new ArrayList<>(wanted.given);
    for (var part : wanted.parts) {
      switch (part.kind()) {
        case GOODS -> lines.add(pieces(line(part.sku()), part.pieces()));
        case SHIPPING -> order.path("shipping_lines").forEach(line -> lines.add(whole(line)));
        case FEES -> order.path("fee_lines").forEach(line -> lines.add(whole(line)));
        case TAX -> order.path("line_items").forEach(line -> lines.add(taxOnly(line)));
      }
    }
    return lines;
  }

  private JsonNode line(String sku) {
    for (var line : order.path("line_items")) {
      if (line.path("sku").asText().equals(sku)) {
        return line;
      }
    }
    throw new IllegalArgumentException("Order " + order.path("id") + " has no line of " + sku);
  }

  private NewRefund.Given pieces(JsonNode line, int pieces) {
    var all = line.path("quantity").decimalValue();
    return share(line, pieces, BigDecimal.valueOf(pieces), all);
  }

  private NewRefund.Given whole(JsonNode line) {
    return share(line, 1, BigDecimal.ONE, BigDecimal.ONE);
  }

  private NewRefund.Given share(JsonNode line, int quantity, BigDecimal part, BigDecimal whole) {
    var taxes = new LinkedHashMap<Integer, BigDecimal>();
    for (var tax : line.path("taxes")) {
      var raw = Amounts.of(tax.path("total")).multiply(part);
      taxes.put(tax.path("id").asInt(), rounding.tax(raw.divide(whole, 12, RoundingMode.HALF_UP)));
    }
    var total = Amounts.of(line.path("total")).multiply(part);
    return new NewRefund.Given(
        line.path("id").asInt(),
        quantity,
        rounding.amount(total.divide(whole, 12, RoundingMode.HALF_UP)),
        taxes);
  }

  private NewRefund.Given taxOnly(JsonNode line) {
    var whole = whole(line);
    return new NewRefund.Given(whole.item(), 0, BigDecimal.ZERO, whole.taxes());
  }
}
