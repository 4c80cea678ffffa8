package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.TICKETS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/** Sells tickets of Wix Events (`wix.md` 4.4). */
final class BoxOffice {

  static final String EVENT_ID = "5b1e0c9a-44d2-4f0e-8a17-93c6d2e7f051";
  static final String TRANSACTION = "~transaction";
  private static final String ARRIVES = "~arrives";
  private static final BigDecimal FEE_RATE = new BigDecimal("0.025");

  private final Site site;
  private final CashierBook cashier;
  private final Happenings happenings;

  BoxOffice(Site site, CashierBook cashier, Happenings happenings) {
    this.site = site;
    this.cashier = cashier;
    this.happenings = happenings;
  }

  /** Sells and gives the order's number. */
  String sell(NewTickets tickets) {
    var at = tickets.at() == null ? site.now() : tickets.at();
    var seat = site.nextNumber();
    var number = "%04d-CBPT-%03d".formatted(seat % 10_000, seat % 1_000);
    var money = new Sum(tickets, site.settings.currency());
    var status = money.total.signum() == 0 ? "FREE" : tickets.status();
    var order = Json.object().put("orderNumber", number).put("eventId", EVENT_ID);
    order.put("created", at.toString()).put("updated", at.toString());
    order.put("status", status).put("confirmed", !status.matches("PENDING|DECLINED"));
    order.put("method", method(status)).put("channel", "ONLINE");
    order.put("firstName", tickets.shopper().firstName());
    order.put("lastName", tickets.shopper().lastName());
    order.put("email", tickets.shopper().email()).put("contactId", site.nextId());
    order.put("ticketsQuantity", tickets.quantity()).put("snapshotId", site.nextId());
    order.set("totalPrice", money.price(money.total));
    order.set("invoice", money.invoice());
    tickets(order, tickets, money);
    order.put(ARRIVES, at.plus(tickets.late()).toString());
    if (money.total.signum() > 0) {
      var transaction = cashier.write(charge(tickets, money, status, number, at));
      order.put(TRANSACTION, transaction);
      var paid = order.putObject("paymentDetails").putObject("transaction");
      paid.put("transactionId", transaction).put("method", method(status));
    }
    keep(order, at);
    happenings.flat("wix.events.ticketing.events.OrderInitiated", order, at);
    if (order.path("confirmed").asBoolean()) {
      happenings.flat("wix.events.ticketing.events.OrderConfirmed", order, at);
    }
    return number;
  }

  private static String method(String status) {
    return switch (status) {
      case "FREE" -> "free";
      case "OFFLINE_PENDING" -> "offline";
      default -> "creditCard";
    };
  }

  private static void tickets(ObjectNode order, NewTickets tickets, Sum money) {
    var list = order.putArray("tickets");
    for (var ticket = 1; ticket <= tickets.quantity(); ticket++) {
      var number = order.path("orderNumber").asText() + "-" + ticket;
      var one = list.addObject().put("ticketNumber", number).put("name", tickets.name());
      one.put("free", tickets.price().signum() == 0).put("canceled", false);
      one.set("price", money.price(tickets.price()));
    }
  }

  private static NewCharge charge(
      NewTickets tickets, Sum money, String status, String number, Instant at) {
    var charge = NewCharge.of(WixApp.EVENTS, money.total).order(number).at(at);
    charge.item("general", tickets.name(), tickets.quantity(), tickets.price());
    if (tickets.feeType().equals("FEE_ADDED")) {
      charge.item("SERVICE_FEE", "Service Fee", 1, money.fee);
    }
    charge.tax = money.tax;
    charge.by(tickets.shopper()).by(method(status));
    return switch (status) {
      case "OFFLINE_PENDING" -> charge.being("OFFLINE");
      case "PAID" -> charge;
      default -> charge.being(status);
    };
  }

  /** Money for an offline order was taken by hand; the cashier's row stays OFFLINE. */
  void markPaid(String number, Instant at) {
    var order = site.latest(TICKETS, number);
    order.put("status", "PAID");
    keep(order, at);
    happenings.flat("wix.events.ticketing.events.OrderUpdated", order, at);
  }

  /** Gives money back: only the cashier's row tells it. */
  void refund(String number, BigDecimal amount, Instant at) {
    var transaction = site.latest(TICKETS, number).path(TRANSACTION).asText();
    cashier.refund(transaction, amount, "SUCCEEDED", at);
  }

  private void keep(ObjectNode order, Instant at) {
    var arrives = Instant.parse(order.path(ARRIVES).asText());
    var since = at.isBefore(arrives) ? arrives : at;
    order.put("updated", since.toString());
    site.put(TICKETS, order.path("orderNumber").asText(), order, since);
  }

  /** What tickets cost, in the words of Wix Events. */
  private static final class Sum {
    final NewTickets tickets;
    final String currency;
    final BigDecimal subtotal;
    final BigDecimal tax;
    final BigDecimal fee;
    final BigDecimal total;

    Sum(NewTickets tickets, String currency) {
      this.tickets = tickets;
      this.currency = currency;
      subtotal = tickets.price().multiply(BigDecimal.valueOf(tickets.quantity()));
      tax = Amounts.rounded(subtotal.multiply(tickets.taxRate()), currency);
      fee =
          tickets.feeType().isEmpty()
              ? BigDecimal.ZERO
              : Amounts.rounded(subtotal.multiply(FEE_RATE), currency);
      var added = tickets.feeType().equals("FEE_ADDED") ? fee : BigDecimal.ZERO;
      total = subtotal.add(tax).add(added);
    }

    ObjectNode price(BigDecimal amount) {
      var value = Amounts.rounded(amount, currency).toPlainString();
      return Json.object().put("value", value).put("currency", currency);
    }

    ObjectNode invoice() {
      var invoice = Json.object();
      var item = invoice.putArray("items").addObject().put("id", "general");
      item.put("quantity", tickets.quantity()).put("name", tickets.name());
      item.set("price", price(tickets.price()));
      item.set("total", price(subtotal));
      invoice.set("subTotal", price(subtotal));
      if (tax.signum() > 0) {
        var one = invoice.putObject("tax").put("type", "ADDED").put("name", "Sales Tax");
        one.put("rate", tickets.taxRate().toPlainString()).set("taxable", price(subtotal));
        one.set("amount", price(tax));
      }
      if (!tickets.feeType().isEmpty()) {
        var one = invoice.putArray("fees").addObject().put("name", "WIX_FEE");
        one.put("type", tickets.feeType()).put("rate", FEE_RATE.toPlainString());
        one.set("amount", price(fee));
      }
      invoice.set("grandTotal", price(total));
      invoice.set("revenue", price(total.subtract(fee)));
      return invoice;
    }
  }
}
