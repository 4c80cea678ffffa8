package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * A refund of the "rest": all that other refunds left of the total, and none if they left nothing.
 * The cashier tells that a bank took a payment back, and not how much of it (`wix.md` 4.1).
 */
final class RestRefund {

  private static final String REST = "rest";

  private RestRefund() {}

  /** Gives such a refund its amount; throws NumberFormatException if another has none. */
  static void settle(ObjectNode sale) {
    if (!(sale.path("refunds") instanceof ArrayNode refunds)) {
      return;
    }
    var rest = new BigDecimal(sale.path("total").asText("0"));
    for (var refund : refunds) {
      rest = isRest(refund) ? rest : rest.subtract(new BigDecimal(refund.path("amount").asText()));
    }
    if (rest.signum() <= 0) {
      refunds.removeIf(RestRefund::isRest);
    }
    for (var refund : refunds) {
      if (isRest(refund)) {
        ((ObjectNode) refund).put("amount", rest.toPlainString());
      }
    }
  }

  private static boolean isRest(JsonNode refund) {
    return refund.path("amount").asText().equals(REST);
  }
}
