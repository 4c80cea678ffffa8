package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.util.List;

/**
 * A payment of nothing that joins a credit to what it pays: a credit memo to its invoice, or to the
 * expense that paid the money back (`quickbooks-online.md` 7.4).
 *
 * @param amount how much of the credit is used
 */
public record Application(
    DocumentKey key, Header header, Money amount, DocumentKey credit, DocumentKey pays)
    implements Document {

  @Override
  public Money total() {
    return Money.zero(amount.currency());
  }

  @Override
  public List<DocumentKey> needs() {
    return List.of(credit, pays);
  }
}
