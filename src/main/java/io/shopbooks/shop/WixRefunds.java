package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was given back of a sale, as the ledger keeps it beside the order: {@code id} as the mapping
 * has it, {@code amount} of money, {@code credited} of what went to gift cards, and {@code untold}
 * where Wix tells that something was given back and not how much (`wix.md` 3.2, 3.3, 4.1). What
 * goes back to a membership was never sold here, and is none.
 */
final class WixRefunds {

  private static final Set<String> GIVEN_BACK = Set.of("REFUNDED", "PARTIALLY_REFUNDED");

  private final ArrayNode refunds = Json.MAPPER.createArrayNode();
  private final Map<String, JsonNode> payments = new HashMap<>();
  private final Set<String> named = new HashSet<>();

  private WixRefunds() {}

  static ArrayNode of(WixSale sale) {
    var told = new WixRefunds();
    if (sale.source() == WixSale.Source.ECOMMERCE) {
      told.order(sale.order(), sale.transactions().orElse(Json.MAPPER.createObjectNode()));
    } else {
      sale.charges().stream().limit(1).forEach(told::row);
    }
    return told.refunds;
  }

  private void order(JsonNode order, JsonNode money) {
    money.path("payments").forEach(payment -> payments.put(id(payment), payment));
    money.path("refunds").forEach(this::refund);
    for (var payment : money.path("payments")) {
      for (var chargeback : payment.path("regularPaymentDetails").path("chargebacks")) {
        if (chargeback.path("status").asText().equals("APPROVED")) {
          add(id(chargeback)).put("amount", chargeback.path("amount").path("amount").asText("0"));
        }
      }
    }
    for (var payment : money.path("payments")) {
      if (WixMoney.isMoney(payment)
          && GIVEN_BACK.contains(WixMoney.status(payment))
          && !named.contains(id(payment))) {
        untold("untold-" + id(payment));
      }
    }
    for (var activity : order.path("activities")) {
      if (activity.path("type").asText().equals("REFUNDED_AS_STORE_CREDIT")) {
        untold("store-credit-" + activity.path("id").asText(activity.path("createdDate").asText()));
      }
    }
  }

  private void refund(JsonNode refund) {
    var parts = refund.path("transactions");
    for (var part : parts) {
      var to = part.path("paymentId").asText();
      named.add(to);
      var isPrepaid = payments.containsKey(to) && WixMoney.isMembership(payments.get(to));
      if (part.path("refundStatus").asText().equals("SUCCEEDED") && !isPrepaid) {
        var amount = part.path("amount").path("amount").asText("0");
        var isMoney = !payments.containsKey(to) || WixMoney.isMoney(payments.get(to));
        add(parts.size() > 1 ? id(refund) + "-" + to : id(refund))
            .put(isMoney ? "amount" : "credited", amount);
      }
    }
  }

  /** Of the cashier's row: what it lists as done, and the rest where its status says so. */
  private void row(JsonNode row) {
    var status = row.path("status").asText();
    var charge = row.path("transactionId").asText();
    var rest = new BigDecimal(row.path("amount").path("amount").asText("0"));
    for (var refund : row.path("refunds")) {
      if (refund.path("status").asText().equals("SUCCEEDED")) {
        var amount = refund.path("amount").asText("0");
        add(refund.path("refundId").asText()).put("amount", amount);
        rest = rest.subtract(new BigDecimal(amount));
      }
    }
    var isTold = !row.path("refunds").isEmpty();
    if (status.equals("CHARGE_BACK") && rest.signum() > 0) {
      add("chargeback-" + charge).put("amount", rest.toPlainString());
    } else if (status.equals("REFUND") && !isTold) {
      add("refund-" + charge).put("amount", rest.toPlainString());
    } else if (status.equals("PARTIAL_REFUND") && !isTold) {
      untold("untold-" + charge);
    }
  }

  private void untold(String id) {
    add(id).put("amount", "0").put("untold", true);
  }

  private ObjectNode add(String id) {
    return refunds.addObject().put("id", id);
  }

  private static String id(JsonNode node) {
    return node.path("id").asText();
  }
}
