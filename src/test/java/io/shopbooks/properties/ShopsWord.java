package io.shopbooks.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the books must hold, from what the shop answers about its orders, worked out in another way
 * than the rooms do it: sums of what came in, went out, is owed and is tax.
 */
final class ShopsWord {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SOLD = Set.of("processing", "completed");
  private static final Set<String> GIVEN_BACK = Set.of("refunded", "cancelled");
  private static final Map<String, String> CLEARING =
      Map.of("stripe", "Stripe clearing", "paypal", "PayPal clearing");

  private final Place place;
  private final Choice choice;

  /** Total of each document, by purpose and the shop's id: "sale 42". */
  final Map<String, BigDecimal> documents = new TreeMap<>();

  /** Tax of each document where the shop tells it. */
  final Map<String, BigDecimal> taxes = new HashMap<>();

  /** Accounts that hold money, fees and what is owed, in the company's currency. */
  final Map<String, BigDecimal> accounts = new TreeMap<>();

  /** Sales with their tax, less what was given back, in the company's currency. */
  BigDecimal turnover = BigDecimal.ZERO;

  ShopsWord(Place place, Choice choice) {
    this.place = place;
    this.choice = choice;
    for (var name : List.of("Stripe clearing", "PayPal clearing", "Undeposited Funds")) {
      accounts.put(name, BigDecimal.ZERO);
    }
    accounts.put("Merchant fees", BigDecimal.ZERO);
    accounts.put("Accounts Receivable", BigDecimal.ZERO);
  }

  /**
   * @param order as {@code GET /orders/{id}} answers it
   * @param withRefunds {@code {"refunds":[…]}}, each in full
   */
  void tells(String order, String withRefunds) {
    var refunds = new ArrayList<JsonNode>();
    read(withRefunds).path("refunds").forEach(refunds::add);
    new Order(read(order), refunds).tell();
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Order {

    private final JsonNode order;
    private final List<JsonNode> refunds;
    private final String id;
    private final boolean paid;
    private final BigDecimal worth;
    private final int decimals;

    private Order(JsonNode order, List<JsonNode> refunds) {
      this.order = order;
      this.refunds = refunds;
      id = order.path("id").asText();
      paid = !order.path("date_paid_gmt").isNull();
      var currency = order.path("currency").asText();
      worth = place.worth(currency);
      decimals = currency.equals("JPY") ? 0 : 2;
    }

    private void tell() {
      var status = order.path("status").asText();
      if (!SOLD.contains(status) && !GIVEN_BACK.contains(status)) {
        return;
      }
      if (!paid && (GIVEN_BACK.contains(status) || !choice.invoicesUnpaid())) {
        return;
      }
      var total = amount(order, "total");
      document("sale " + id, total, amount(order, "total_tax"));
      if (choice.invoices(paid) && paid && total.signum() > 0) {
        document("payment " + id, total, BigDecimal.ZERO);
      }
      turns(total);
      moves(paid ? clearing() : "Accounts Receivable", total);
      fee();
      refunds.forEach(refund -> givenBack(refund, total));
      if (status.equals("cancelled")) {
        cancelled(total);
      }
    }

    private void fee() {
      for (var meta : order.path("meta_data")) {
        var key = meta.path("key").asText();
        var isFee = key.equals("_stripe_fee") || key.equals("_paypal_transaction_fee");
        var fee = isFee ? amount(meta, "value") : BigDecimal.ZERO;
        if (paid && fee.signum() > 0) {
          document("expense " + id, fee, BigDecimal.ZERO);
          moves(clearing(), fee.negate());
          moves("Merchant fees", fee);
        }
      }
    }

    private void givenBack(JsonNode refund, BigDecimal total) {
      var amount = amount(refund, "amount");
      var refundId = refund.path("id").asText();
      documents.put("credit " + refundId, amount);
      if (paid && choice.memos()) {
        document("expense " + refundId, amount, BigDecimal.ZERO);
      }
      turns(amount.negate());
      moves(paid ? clearing() : "Accounts Receivable", amount.negate());
      var parts = new ArrayList<JsonNode>();
      for (var list : List.of("line_items", "shipping_lines", "fee_lines")) {
        refund.path(list).forEach(parts::add);
      }
      var tax =
          parts.stream()
              .map(part -> new BigDecimal(part.path("total_tax").asText("0")))
              .reduce(BigDecimal.ZERO, BigDecimal::subtract);
      var whole = refunds.size() == 1 && amount.compareTo(total) == 0;
      if (whole) {
        taxes.put("credit " + refundId, amount(order, "total_tax"));
      } else if (!parts.isEmpty()) {
        taxes.put("credit " + refundId, rounded(tax));
      }
    }

    private void cancelled(BigDecimal total) {
      var given =
          refunds.stream().map(r -> amount(r, "amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
      var left = total.subtract(given);
      if (left.signum() > 0) {
        documents.put("credit " + id, left);
        turns(left.negate());
        moves("Accounts Receivable", left.negate());
        if (refunds.isEmpty()) {
          taxes.put("credit " + id, amount(order, "total_tax"));
        }
      }
    }

    private String clearing() {
      var gateway = order.path("payment_method").asText();
      return CLEARING.getOrDefault(gateway, "Undeposited Funds");
    }

    private void document(String key, BigDecimal total, BigDecimal tax) {
      documents.put(key, total);
      taxes.put(key, place.isAmerican() ? tax.max(BigDecimal.ZERO) : tax);
    }

    private void turns(BigDecimal amount) {
      turnover = turnover.add(amount.multiply(worth));
    }

    private void moves(String account, BigDecimal amount) {
      accounts.merge(account, amount.multiply(worth), BigDecimal::add);
    }

    private BigDecimal amount(JsonNode of, String field) {
      return rounded(new BigDecimal(of.path(field).asText()));
    }

    private BigDecimal rounded(BigDecimal exact) {
      return exact.setScale(decimals, RoundingMode.HALF_UP);
    }
  }
}
