package io.shopbooks.books;

import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns sales and refunds into documents that balance (DESIGN 7). Pure: what it must know of the
 * company is told.
 *
 * <p>Every method throws {@link Unbookable} when a person must decide first.
 */
public class Bookkeeper {

  /** A sale whose money was received: a receipt, and the gateway's fee where it is known. */
  public List<Document> salesReceipt(Sale sale, Choices choices, Company company, Booked booked) {
    var desk = new Desk(sale, choices, new Lists(company), booked);
    var settlement =
        sale.total().isZero() && sale.payment().gateway().isBlank()
            ? new Settlement(Optional.empty(), Optional.empty(), "")
            : desk.settlement();
    var receipt = desk.sale(DocumentKind.SALES_RECEIPT, settlement, Optional.empty());
    return desk.withFee(List.of(receipt));
  }

  /** A sale whose money is owed: an invoice, and a payment as far as it was paid. */
  public List<Document> invoice(Sale sale, Choices choices, Company company, Booked booked) {
    var lists = new Lists(company);
    var desk = new Desk(sale, choices, lists, booked);
    var terms = lists.entry(choices.sales().terms(), company::terms, "sales.terms");
    var nothing = new Settlement(Optional.empty(), Optional.empty(), "");
    var invoice = desk.sale(DocumentKind.INVOICE, nothing, terms);
    var documents = new ArrayList<Document>(List.of(invoice));
    if (choices.payments().record() && sale.isPaid() && invoice.total().isPositive()) {
      documents.add(desk.payment(invoice));
    }
    return desk.withFee(documents);
  }

  /**
   * Money received and paid back: a refund receipt out of the account it came to. Of an order whose
   * cancellation is credited already, that open credit is paid out instead.
   */
  public List<Document> refundReceipt(
      Sale sale, Refund refund, Choices choices, Company company, Booked booked) {
    var desk = new Desk(sale, choices, new Lists(company), booked);
    if (Cancellation.isPaidOutBy(refund, sale, booked)) {
      return desk.paidOut(refund, booked);
    }
    return List.of(desk.credit(DocumentKind.REFUND_RECEIPT, refund, booked, desk.settlement()));
  }

  /**
   * A credit memo: joined to the invoice while that is unpaid; joined to an expense out of the
   * gateway's account where the money was paid back; left open where it was not yet.
   */
  public List<Document> creditMemo(
      Sale sale, Refund refund, Choices choices, Company company, Booked booked) {
    var desk = new Desk(sale, choices, new Lists(company), booked);
    if (sale.isPaid() && Cancellation.isPaidOutBy(refund, sale, booked)) {
      return desk.paidOut(refund, booked);
    }
    var nothing = new Settlement(Optional.empty(), Optional.empty(), "");
    var memo = desk.credit(DocumentKind.CREDIT_MEMO, refund, booked, nothing);
    if (sale.isPaid()) {
      return Cancellation.is(refund, sale) ? List.of(memo) : desk.paidBack(refund, memo);
    }
    return booked
        .sale()
        .filter(known -> known.key().kind() == DocumentKind.INVOICE)
        .<List<Document>>map(known -> List.of(memo, desk.application(refund, memo, known.key())))
        .orElse(List.of(memo));
  }
}
