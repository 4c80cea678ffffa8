package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;

/**
 * The tax of a sale that two sources tell: {@code amount}, and {@code told}, a list of {@code
 * total} and {@code tax} of which those of the sale's own total count. A cashier that says 0 knows
 * none (`wix.md` 4.1, 4.5).
 */
final class ToldTax {

  private ToldTax() {}

  /**
   * Leaves one amount.
   *
   * @throws Unreadable if both tell a tax, and another one
   */
  static void settle(ObjectNode sale, String order) {
    if (!(sale.path("tax") instanceof ObjectNode tax) || !tax.has("told")) {
      return;
    }
    var total = amount(sale.path("total"));
    var told = new ArrayList<BigDecimal>();
    for (var one : tax.remove("told")) {
      var other = amount(one.path("tax"));
      if (other.signum() != 0 && amount(one.path("total")).compareTo(total) == 0) {
        told.add(other);
      }
    }
    var own = amount(tax.path("amount"));
    if (told.isEmpty() || told.stream().anyMatch(other -> other.compareTo(own) == 0)) {
      return;
    }
    if (own.signum() != 0) {
      throw new Unreadable(
          order,
          "Its tax",
          "is " + own.toPlainString() + " by its payment and " + told.get(0) + " by its order",
          "Find out which is right and enter the sale by hand, then leave it out.");
    }
    tax.put("amount", told.get(0).toPlainString());
  }

  private static BigDecimal amount(JsonNode value) {
    return new BigDecimal(value.asText("0").strip());
  }
}
