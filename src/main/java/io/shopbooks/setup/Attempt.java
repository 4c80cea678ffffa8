package io.shopbooks.setup;

import io.shopbooks.books.Booked;
import io.shopbooks.books.Bookkeeper;
import io.shopbooks.books.Choices;
import io.shopbooks.books.Company;
import io.shopbooks.books.Document;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Rules;
import io.shopbooks.books.Unbookable;
import io.shopbooks.books.Verdict;
import io.shopbooks.books.Why;
import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.OtherSales;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import io.shopbooks.setup.TriedOrder.Held;
import io.shopbooks.shop.Shops;
import io.shopbooks.shop.Unreadable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** One order on its way through mapping, rules and books, as the planning routes take it. */
final class Attempt {

  private final RawOrder order;
  private final Connection connection;
  private final Choices choices;
  private final Company company;
  private final Shops shops;
  private final OtherSales others;
  private final List<Held> held = new ArrayList<>();
  private int documents;
  private boolean known;

  Attempt(
      RawOrder order,
      Connection connection,
      Choices choices,
      Company company,
      Shops shops,
      OtherSales others) {
    this.order = order;
    this.connection = connection;
    this.choices = choices;
    this.company = company;
    this.shops = shops;
    this.others = others;
  }

  TriedOrder by(Rules rules, Bookkeeper bookkeeper) {
    var kind = Verdict.Kind.SALE;
    try {
      var sale = shops.read(connection, order.json());
      var verdict = rules.verdict(sale, choices, Booked.NOTHING);
      kind = verdict.kind();
      known = isSale(kind) && isInBooks(sale, rules);
      if (isSale(kind) && !known) {
        var booked = sale(sale, verdict, bookkeeper);
        if (kind == Verdict.Kind.CREDIT) {
          rules
              .credits(sale, choices, booked)
              .forEach(refund -> credit(sale, refund, booked, rules, bookkeeper));
        }
      }
    } catch (Unbookable e) {
      held.add(new Held("order", e.reason(), total()));
    } catch (Unreadable e) {
      var reason = Reason.of(Why.UNREADABLE).with("said", e.getMessage());
      held.add(new Held("order", reason, total()));
    }
    return new TriedOrder(order, kind, documents, known, held);
  }

  private static boolean isSale(Verdict.Kind kind) {
    return kind == Verdict.Kind.SALE || kind == Verdict.Kind.CREDIT;
  }

  /** By the documents of others, which are known from the start date on, as when it is booked. */
  private boolean isInBooks(Sale sale, Rules rules) {
    var day = LocalDate.ofInstant(order.created(), connection.zone());
    if (day.isBefore(connection.choices().startDate())) {
      return false;
    }
    var like = others.like(sale, choices, company.realm());
    return rules.recognise(sale, choices, Booked.NOTHING, like).document().isPresent();
  }

  private Booked sale(Sale sale, Verdict verdict, Bookkeeper bookkeeper) {
    var written =
        verdict.document().equals("invoice")
            ? bookkeeper.invoice(sale, choices, company, Booked.NOTHING)
            : bookkeeper.salesReceipt(sale, choices, company, Booked.NOTHING);
    documents += written.size();
    return new Booked(written.stream().map(Attempt::known).toList());
  }

  private static Booked.Known known(Document document) {
    return new Booked.Known(document.key(), document.header().number(), false);
  }

  private void credit(Sale sale, Refund refund, Booked booked, Rules rules, Bookkeeper bookkeeper) {
    try {
      documents +=
          switch (rules.credit(sale, refund, choices, booked)) {
            case "refund-receipt" ->
                bookkeeper.refundReceipt(sale, refund, choices, company, booked).size();
            case "credit-memo" ->
                bookkeeper.creditMemo(sale, refund, choices, company, booked).size();
            default -> 0;
          };
    } catch (Unbookable e) {
      held.add(new Held("refund " + refund.id(), e.reason(), refund.amount().rounded()));
    }
  }

  /** What the shop wrote may be no amount: that is why the order could not be read. */
  private Money total() {
    try {
      return new Money(new BigDecimal(order.total()), Currency.getInstance(order.currency()))
          .rounded();
    } catch (IllegalArgumentException e) {
      return Money.zero(company.home());
    }
  }
}
