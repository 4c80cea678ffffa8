package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.CASHIER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The rows of the cashier: whatever was paid through it, by any app (`wix.md` 4.1). */
final class CashierBook {

  /** Hidden fields: when a row last changed, and when it could first be seen. */
  static final String UPDATED = "~updated";

  private static final String ARRIVES = "~arrives";
  private static final Set<String> HOLDS_MONEY =
      Set.of("APPROVED", "PARTIAL_REFUND", "COMPLETED_FUNDS_HELD", "DISPUTE");

  private final Site site;
  private final Happenings happenings;

  CashierBook(Site site, Happenings happenings) {
    this.site = site;
    this.happenings = happenings;
  }

  /** Writes a charge down and gives its transaction id. */
  String write(NewCharge charge) {
    var id = site.nextId();
    var at = charge.at == null ? site.now() : charge.at;
    var arrives = at.plus(charge.late);
    var row = Json.object().put("transactionId", id).put("status", charge.status);
    row.put("type", charge.type).put("paymentMethod", charge.method);
    if (!charge.method.equals("offline")) {
      row.put("provider", "com.stripe").put("providerTransactionId", "pi_3" + id.substring(0, 8));
      row.put("platformFee", Json.number(fee(charge.amount, currency(charge))));
    }
    row.put("appId", charge.app.id()).put("appInstanceId", instanceOf(charge.app));
    row.putObject("amount")
        .put("amount", Json.number(charge.amount))
        .put("currency", currency(charge));
    row.put("createdAt", at.toString());
    row.set("order", order(charge));
    row.putArray("refunds");
    row.put(ARRIVES, arrives.toString());
    if (site.settings.has(Habit.SPARSE_ROWS)) {
      row.remove(List.of("provider", "platformFee", "paymentMethod", "appInstanceId"));
      ((ObjectNode) row.path("order").path("description")).retain("items", "wixAppOrderId");
    }
    keep(row, arrives);
    happenings.charged("TRANSACTION_CREATED", "", row, arrives);
    return id;
  }

  private ObjectNode order(NewCharge charge) {
    var order = Json.object();
    order.put("id", charge.cashierOrder.isEmpty() ? site.nextId() : charge.cashierOrder);
    var description = order.putObject("description");
    if (!charge.orderId.isEmpty()) {
      description.put("wixAppOrderId", charge.orderId);
    }
    description.set("items", charge.items);
    description.set("billingAddress", charge.shopper.cashierAddress());
    description
        .putObject("additionalCharges")
        .put("tax", Json.number(charge.tax))
        .put("shipping", Json.number(charge.shipping))
        .put("discount", Json.number(charge.discount));
    return order;
  }

  private String currency(NewCharge charge) {
    return charge.currency == null ? site.settings.currency() : charge.currency;
  }

  private static BigDecimal fee(BigDecimal amount, String currency) {
    var share = amount.multiply(new BigDecimal("0.029")).add(new BigDecimal("0.30"));
    return Amounts.rounded(share, currency);
  }

  static String instanceOf(WixApp app) {
    return "1e57a11e" + app.id().substring(8);
  }

  /** A charge gets another status of the cashier. */
  void settle(String transactionId, String status, Instant at) {
    var row = site.latest(CASHIER, transactionId);
    var before = row.path("status").asText();
    row.put("status", status);
    happenings.charged("TRANSACTION_STATUS_CHANGED", before, keep(row, at), at);
  }

  /**
   * Money of a charge goes back; null is all that is left. Gives the refund's id.
   *
   * @throws IllegalArgumentException if so much is not there
   */
  String refund(String transactionId, BigDecimal wanted, String status, Instant at) {
    var row = site.latest(CASHIER, transactionId);
    if (!HOLDS_MONEY.contains(row.path("status").asText())) {
      throw new IllegalArgumentException("Charge " + transactionId + " holds no money");
    }
    var total = row.path("amount").path("amount").decimalValue();
    var left = total.subtract(refunded(row));
    var amount = wanted == null ? left : wanted;
    if (amount.compareTo(left) > 0 || amount.signum() <= 0) {
      throw new IllegalArgumentException("Only " + left + " is left of " + transactionId);
    }
    var isFull = amount.compareTo(total) == 0;
    var refund = row.withArray("refunds").addObject().put("refundId", site.nextId());
    refund.put("amount", Json.number(amount)).put("status", status);
    refund.put("type", isFull ? "FULL" : "PARTIAL").put("createdAt", at.toString());
    if (status.equals("SUCCEEDED") && !site.settings.has(Habit.REFUNDED_STAYS_APPROVED)) {
      row.put("status", amount.compareTo(left) == 0 ? "REFUND" : "PARTIAL_REFUND");
    }
    happenings.charged("REFUND_STATUS_CHANGED", "", keep(row, at), at);
    return refund.path("refundId").asText();
  }

  /** The buyer of a charge asked to be forgotten; the charge itself stays as it is. */
  void forget(String transactionId, Instant at) {
    happenings.forgotten(site.latest(CASHIER, transactionId), at);
  }

  /** What went back for good. */
  static BigDecimal refunded(ObjectNode row) {
    var sum = BigDecimal.ZERO;
    for (var refund : row.path("refunds")) {
      if (refund.path("status").asText().equals("SUCCEEDED")) {
        sum = sum.add(refund.path("amount").decimalValue());
      }
    }
    return sum;
  }

  // A row that is seen late is not seen earlier because something happens to it.
  private ObjectNode keep(ObjectNode row, Instant at) {
    var arrives = Instant.parse(row.path(ARRIVES).asText());
    var since = at.isBefore(arrives) ? arrives : at;
    row.put(UPDATED, since.toString());
    site.put(CASHIER, row.path("transactionId").asText(), row, since);
    return row;
  }
}
