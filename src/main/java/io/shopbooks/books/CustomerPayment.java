package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.util.List;

/** Money received for an invoice. */
public record CustomerPayment(
    DocumentKey key, Header header, Money total, Settlement settlement, DocumentKey invoice)
    implements Document {

  @Override
  public List<DocumentKey> needs() {
    return List.of(invoice);
  }
}
