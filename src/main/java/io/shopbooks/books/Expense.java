package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.util.List;

/**
 * Money out of an account: a gateway's fee, or money paid back to a customer with a credit memo.
 *
 * @param from the account the money leaves
 * @param to the account it is spent on; accounts receivable where a customer is paid back
 * @param text of its one line
 */
public record Expense(
    DocumentKey key,
    Header header,
    Money total,
    Ref from,
    Ref to,
    String text,
    List<DocumentKey> needs)
    implements Document {

  public Expense {
    needs = List.copyOf(needs);
  }
}
