package io.shopbooks.report;

import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Document;
import io.shopbooks.books.Rules;
import io.shopbooks.books.Unbookable;
import io.shopbooks.connections.Connection;
import io.shopbooks.ledger.Documents;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Planning;
import io.shopbooks.ledger.ReceivedOrder;
import io.shopbooks.sale.Sale;
import io.shopbooks.shop.Shops;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Plans what a connection received, as the routes do. */
class Planned {

  private final Rules rules = new Rules();
  private final Bookkeeper bookkeeper = new Bookkeeper();
  private final Planning planning;
  private final Documents documents;
  private final Held held;
  private final Shops shops;

  Planned(Planning planning, Documents documents, Held held, Shops shops) {
    this.planning = planning;
    this.documents = documents;
    this.held = held;
    this.shops = shops;
  }

  /** Plans all of it for this company. */
  void all(Connection connection, SomeCompany company) {
    var received = new ArrayList<>(planning.takeReceived(connection, SomeCompany.REALM, 1000));
    received.sort(Comparator.comparing(ReceivedOrder::number));
    for (var order : received) {
      try {
        plan(connection, company, order);
      } catch (Unbookable why) {
        held.order(order, why);
      } catch (RuntimeException broken) {
        held.unreadable(order, broken);
      }
    }
  }

  private void plan(Connection connection, SomeCompany company, ReceivedOrder order) {
    var sale = shops.read(connection, order.json());
    var choices = connection.choices();
    var booked = documents.booked(order.key(), SomeCompany.REALM);
    var verdict = rules.verdict(sale, choices, booked);
    if (!verdict.word().equals("sale") && !verdict.word().equals("credit")) {
      planning.notBooked(order, verdict);
      return;
    }
    documents.planned(
        order,
        verdict.document().equals("invoice")
            ? bookkeeper.invoice(sale, choices, company, booked)
            : bookkeeper.salesReceipt(sale, choices, company, booked),
        "1");
    if (verdict.word().equals("credit")) {
      planRefunds(connection, company, order, sale);
    }
    planning.planned(order);
  }

  private void planRefunds(
      Connection connection, SomeCompany company, ReceivedOrder order, Sale sale) {
    var choices = connection.choices();
    var before = documents.booked(order.key(), SomeCompany.REALM);
    for (var refund : rules.credits(sale, choices, before)) {
      var booked = documents.booked(order.key(), SomeCompany.REALM);
      try {
        List<Document> credits =
            switch (rules.credit(sale, refund, choices, booked)) {
              case "refund-receipt" ->
                  bookkeeper.refundReceipt(sale, refund, choices, company, booked);
              case "credit-memo" -> bookkeeper.creditMemo(sale, refund, choices, company, booked);
              default -> List.of();
            };
        if (!credits.isEmpty()) {
          documents.planned(order, refund.id(), credits);
        }
      } catch (Unbookable why) {
        held.refund(order, refund, why);
      }
    }
  }
}
