package io.shopbooks.books;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The bookkeeper at work with given choices, for a given company. */
record Booking(SomeChoices choices, FakeCompany company) {

  private static final Bookkeeper BOOKKEEPER = new Bookkeeper();

  static Money usd(String amount) {
    return Money.of(amount, Currency.getInstance("USD"));
  }

  static Money gbp(String amount) {
    return Money.of(amount, Currency.getInstance("GBP"));
  }

  SalesForm receipt(ASale sale) {
    return (SalesForm) receipts(sale).get(0);
  }

  List<Document> receipts(ASale sale) {
    return receipts(sale, Booked.NOTHING);
  }

  List<Document> receipts(ASale sale, Booked before) {
    return BOOKKEEPER.salesReceipt(sale.sale(), choices.chosen(), company, before);
  }

  /** As it is planned anew once these are in the books. */
  SalesForm again(ASale sale, Booked booked) {
    return (SalesForm) receipts(sale, booked).get(0);
  }

  List<Document> invoices(ASale sale) {
    return invoices(sale, Booked.NOTHING);
  }

  List<Document> invoices(ASale sale, Booked before) {
    return BOOKKEEPER.invoice(sale.sale(), choices.chosen(), company, before);
  }

  /** Everything that is given back of a sale, as the routes book it one after the other. */
  List<Document> credits(ASale told, Booked before) {
    var sale = told.sale();
    var documents = new ArrayList<Document>();
    for (var refund : rules().credits(sale, choices.chosen(), before)) {
      documents.addAll(credit(sale, refund, with(before, documents)));
    }
    return documents;
  }

  private List<Document> credit(Sale sale, Refund refund, Booked booked) {
    return switch (rules().credit(sale, refund, choices.chosen(), booked)) {
      case "refund-receipt" ->
          BOOKKEEPER.refundReceipt(sale, refund, choices.chosen(), company, booked);
      case "credit-memo" -> BOOKKEEPER.creditMemo(sale, refund, choices.chosen(), company, booked);
      default -> List.of();
    };
  }

  private static Rules rules() {
    return new Rules();
  }

  /** Documents that are in the books. */
  static Booked inBooks(List<? extends Document> documents) {
    return with(Booked.NOTHING, documents);
  }

  static Booked with(Booked before, List<? extends Document> more) {
    var known = new ArrayList<>(before.documents());
    more.forEach(
        document -> known.add(new Booked.Known(document.key(), document.header().number(), true)));
    return new Booked(known);
  }
}
