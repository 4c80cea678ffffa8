package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.ORDER;
import static io.shopbooks.pretend.wix.Site.Kind.PAYMENTS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Takes eCommerce orders and the money for them (`wix.md` 2.3, 3.2). */
final class Till {

  private static final String ARRIVES = "~arrives";
  private static final Map<String, String> AT_THE_CASHIER =
      Map.of("CANCELED", "BUYER_CANCELED", "VOIDED", "VOID");

  private final Site site;
  private final Stockroom stockroom;
  private final CashierBook cashier;
  private final Happenings happenings;
  private final PaymentPaper papers;

  Till(Site site, Stockroom stockroom, CashierBook cashier, Happenings happenings) {
    this.site = site;
    this.stockroom = stockroom;
    this.cashier = cashier;
    this.happenings = happenings;
    this.papers = new PaymentPaper(site);
  }

  /** An order and what was paid on it, while somebody works on them. */
  record Slip(ObjectNode order, ObjectNode payments) {

    String id() {
      return order.path("id").asText();
    }

    Standing standing() {
      return new Standing(order, payments);
    }

    /** A payment by its number, from 1. */
    ObjectNode payment(int number) {
      var payment = payments.path("payments").path(number - 1);
      if (payment instanceof ObjectNode found) {
        return found;
      }
      throw new IllegalArgumentException("Order " + id() + " has no payment " + number);
    }
  }

  /** Takes an order and gives its id. */
  String take(NewOrder order) {
    var at = order.at == null ? site.now() : order.at;
    var currency = order.currency == null ? site.settings.currency() : order.currency;
    var bill = Bill.of(order, currency);
    var id = site.nextId();
    var paper = new OrderPaper(order, bill, currency, site, stockroom).write(id, at);
    paper.put(ARRIVES, at.plus(order.late).toString()).put("~offline", order.offline);
    var money = Json.object().put("orderId", id);
    money.putArray("payments");
    money.putArray("refunds");
    var slip = new Slip(paper, money);
    slip.standing().write();
    happenings.order("created", slip.order(), at);
    if (order.offline) {
      cashier.write(charge(slip, Amounts.of(total(slip)), "offline", at).being("OFFLINE"));
    }
    order.payments.forEach(payment -> add(slip, payment, at));
    if (order.payments.isEmpty() && order.paysAtOnce && slip.standing().open().signum() > 0) {
      add(slip, NewPayment.online("creditCard"), at);
    }
    slip.standing().write();
    if (!order.status.isEmpty()) {
      slip.order().put("status", order.status);
    }
    keep(slip, at);
    if (slip.order().path("status").asText().equals("APPROVED")) {
      order.lines.forEach(line -> stockroom.sold(line.sku(), line.quantity()));
      happenings.orderAction("approved", Json.object(), slip.order(), at);
    }
    return id;
  }

  private static JsonNode total(Slip slip) {
    return slip.order().path("priceSummary").path("total");
  }

  /** A further payment on an order; gives the payment's number, from 1. */
  int pay(String orderId, NewPayment payment, Instant at) {
    var slip = slip(orderId);
    var before = slip.order().path("paymentStatus").asText();
    add(slip, payment, at);
    changed(slip, before, at);
    return slip.payments().path("payments").size();
  }

  /** A payment gets another status: a pending one is approved, declined or voided. */
  void settle(String orderId, int number, String status, Instant at) {
    var slip = slip(orderId);
    var before = slip.order().path("paymentStatus").asText();
    var payment = slip.payment(number);
    PaymentPaper.settle(payment, status, at);
    var transaction = payment.path("regularPaymentDetails").path("gatewayTransactionId");
    if (!transaction.isMissingNode()) {
      cashier.settle(transaction.asText(), AT_THE_CASHIER.getOrDefault(status, status), at);
    }
    changed(slip, before, at);
  }

  /** Cancels an order, which gives no money back (9). */
  void cancel(String orderId, Instant at) {
    var slip = slip(orderId);
    slip.order().put("status", "CANCELED");
    OrderPaper.activity(slip.order(), "ORDER_CANCELED", at);
    keep(slip, at);
    var more = Json.object().put("restockAllItems", true).put("sendOrderCanceledEmail", false);
    happenings.orderAction("canceled", more, slip.order(), at);
  }

  private void add(Slip slip, NewPayment payment, Instant at) {
    var open = slip.standing().open();
    var amount = payment.amount() == null ? open : payment.amount();
    PaymentPaper.Row row = null;
    if (payment.kind() == NewPayment.Kind.ONLINE) {
      var charge = charge(slip, amount, payment.method(), at);
      charge.being(AT_THE_CASHIER.getOrDefault(payment.status(), payment.status()));
      var book = charge.seenAfter(payment.rowLate()).cashierOrder(site.nextId());
      row = new PaymentPaper.Row(cashier.write(book), book.cashierOrder);
    }
    var currency = slip.order().path("currency").asText();
    var paper = papers.write(payment, amount, currency, row, at);
    slip.payments().withArray("payments").add(paper);
  }

  private NewCharge charge(Slip slip, BigDecimal amount, String method, Instant at) {
    var order = slip.order();
    var summary = order.path("priceSummary");
    var charge = NewCharge.of(appOf(order), amount).by(method).at(at).order(slip.id());
    charge.in(order.path("currency").asText()).by(shopper(order));
    charge.tax = Amounts.of(summary.path("tax"));
    charge.shipping = Amounts.of(summary.path("shipping"));
    charge.discount = Amounts.of(summary.path("discount"));
    for (var line : order.path("lineItems")) {
      var name = line.path("productName").path("original").asText();
      var price = Amounts.of(line.path("price"));
      charge.item(line.path("id").asText(), name, line.path("quantity").asInt(), price);
    }
    return charge;
  }

  // The first payment of an invoice makes its order (4.6).
  private static WixApp appOf(JsonNode order) {
    if (order.path("channelInfo").path("type").asText().equals("WIX_INVOICES")) {
      return WixApp.INVOICES;
    }
    var apps = Json.at(order, "lineItems.catalogReference.appId");
    var isBooked = apps.stream().anyMatch(app -> app.asText().equals(WixApp.BOOKINGS.id()));
    return isBooked ? WixApp.BOOKINGS : WixApp.STORES;
  }

  private static Shopper shopper(JsonNode order) {
    var info = order.path("billingInfo");
    var contact = info.path("contactDetails");
    var address = info.path("address");
    return new Shopper(
        contact.path("firstName").asText(),
        contact.path("lastName").asText(),
        contact.path("company").asText(),
        order.path("buyerInfo").path("email").asText(),
        address.path("country").asText(),
        address.path("subdivision").asText().replaceFirst("^..-", ""),
        address.path("city").asText());
  }

  Slip slip(String orderId) {
    return new Slip(site.latest(ORDER, orderId), site.latest(PAYMENTS, orderId));
  }

  /** Works out what payments and refunds make of the order, keeps both and tells of it. */
  void changed(Slip slip, String before, Instant at) {
    slip.standing().write();
    var now = slip.order().path("paymentStatus").asText();
    if (!now.equals(before) && now.equals("PAID")) {
      OrderPaper.activity(slip.order(), "ORDER_PAID", at);
    }
    keep(slip, at);
    happenings.transactions(
        "details_updated",
        Json.object().set("orderTransactions", Json.shown(slip.payments())),
        slip.id(),
        at);
    if (!now.equals(before)) {
      var more = Json.object().put("previousPaymentStatus", before);
      happenings.orderAction("payment_status_updated", more, slip.order(), at);
    }
  }

  // An order that is seen late is not seen earlier because something happens to it.
  void keep(Slip slip, Instant at) {
    var arrives = Instant.parse(slip.order().path(ARRIVES).asText());
    var since = at.isBefore(arrives) ? arrives : at;
    slip.order().put("updatedDate", since.toString());
    site.put(ORDER, slip.id(), slip.order(), since);
    site.put(PAYMENTS, slip.id(), slip.payments(), since);
  }
}
