package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.time.LocalDate;

/**
 * A sale or credit in the company that is not ours: another connector made it, or a person.
 *
 * @param number as it stands there; may be empty
 * @param customer as QuickBooks names them; may be empty
 * @param adopted whether it was recognised as the sale in question before
 */
public record OtherSale(
    DocumentKind kind,
    String quickbooksId,
    String number,
    LocalDate date,
    Money total,
    String customer,
    boolean adopted) {

  /** The same, recognised before as the sale in question. */
  public OtherSale adoptedBefore() {
    return new OtherSale(kind, quickbooksId, number, date, total, customer, true);
  }

  /** As people find it there: "SalesReceipt 1042, Ada Lovelace". */
  String name() {
    var form =
        switch (kind) {
          case INVOICE -> "Invoice ";
          case REFUND_RECEIPT -> "RefundReceipt ";
          case CREDIT_MEMO -> "CreditMemo ";
          default -> "SalesReceipt ";
        };
    var found = number.isEmpty() ? "id " + quickbooksId : number;
    return form + found + (customer.isEmpty() ? "" : ", " + customer);
  }
}
