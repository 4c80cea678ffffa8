package io.shopbooks.books;

import io.shopbooks.sale.Money;
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

  /**
   * A sale whose money was received: a receipt, or one for each payment; and the gateway's fee
   * where it is known.
   */
  public List<Document> salesReceipt(Sale sale, Choices choices, Company company, Booked booked) {
    var lists = new Lists(company);
    var desk = new Desk(sale, choices, lists, booked);
    if (PaymentReceipts.are(sale, choices, booked)) {
      return desk.withFee(new PaymentReceipts(sale, choices, lists, booked).all());
    }
    var settlement =
        sale.total().isZero() && sale.payment().gateway().isBlank()
            ? new Settlement(Optional.empty(), Optional.empty(), "")
            : oneSettlement(sale, choices, lists, booked);
    var receipt = desk.sale(DocumentKind.SALES_RECEIPT, settlement, Optional.empty());
    return desk.withFee(List.of(receipt));
  }

  /**
   * What of a sale that has a receipt for each payment was received before the start date and is
   * not in the books: it belongs to days that are not touched. Zero of any other sale.
   */
  public Money earlier(Sale sale, Choices choices, Booked booked) {
    return PaymentReceipts.earlier(sale, choices, booked);
  }

  /** The account of all payments, with the method and reference of the last. */
  private static Settlement oneSettlement(Sale sale, Choices choices, Lists lists, Booked booked) {
    if (sale.payments().isEmpty()) {
      return new Settlements(choices, lists).of(sale);
    }
    var accounts = Settlements.accounts(sale, choices, lists);
    if (accounts.size() > 1 && !booked.hasSale()) {
      throw new Unbookable(
          Reason.of(Why.SEVERAL_ACCOUNTS).with("accounts", String.join(", ", accounts)));
    }
    var last = sale.payments().get(sale.payments().size() - 1);
    return new Settlements(choices, lists).of(sale.paidBy(last));
  }

  /** A sale whose money is owed: an invoice, and its payments as far as it was paid. */
  public List<Document> invoice(Sale sale, Choices choices, Company company, Booked booked) {
    var lists = new Lists(company);
    var desk = new Desk(sale, choices, lists, booked);
    var terms = lists.entry(choices.sales().terms(), company::terms, "sales.terms");
    var nothing = new Settlement(Optional.empty(), Optional.empty(), "");
    var invoice = desk.sale(DocumentKind.INVOICE, nothing, terms);
    var documents = new ArrayList<Document>(List.of(invoice));
    if (choices.payments().record() && invoice.total().isPositive()) {
      documents.addAll(desk.payments(invoice, booked));
    }
    return desk.withFee(documents);
  }

  /**
   * Money received and paid back: a refund receipt out of the account it came to. Of an order whose
   * cancellation is credited already, that open credit is paid out instead.
   */
  public List<Document> refundReceipt(
      Sale sale, Refund refund, Choices choices, Company company, Booked booked) {
    var lists = new Lists(company);
    var desk = new Desk(new PaidBack(sale, choices, lists).of(refund), choices, lists, booked);
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
    var lists = new Lists(company);
    var out = sale.isPaidAtAll() && !Cancellation.is(refund, sale) && !refund.isOfCredit();
    var told = out ? new PaidBack(sale, choices, lists).of(refund) : sale;
    var desk = new Desk(told, choices, lists, booked);
    if (out && Cancellation.isPaidOutBy(refund, sale, booked)) {
      return desk.paidOut(refund, booked);
    }
    var nothing = new Settlement(Optional.empty(), Optional.empty(), "");
    var memo = desk.credit(DocumentKind.CREDIT_MEMO, refund, booked, nothing);
    if (refund.isOfCredit()) {
      return List.of(memo);
    }
    if (sale.isPaidAtAll()) {
      return Cancellation.is(refund, sale) ? List.of(memo) : desk.paidBack(refund, memo);
    }
    return booked
        .sale()
        .filter(known -> known.key().kind() == DocumentKind.INVOICE)
        .<List<Document>>map(known -> List.of(memo, desk.application(refund, memo, known.key())))
        .orElse(List.of(memo));
  }
}
