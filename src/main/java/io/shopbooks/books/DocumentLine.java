package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of a sales form. {@code quantity × unitPrice} rounds to {@code amount} (
 * `quickbooks-online.md` 7.3).
 *
 * @param amount net, or gross where tax is not booked apart
 * @param taxCode absent where the document has no tax codes
 * @param source the shop's id of the line or charge it is about; empty where it is about several
 */
public record DocumentLine(
    LineRole role,
    LineItem item,
    String description,
    BigDecimal quantity,
    BigDecimal unitPrice,
    Money amount,
    Optional<Ref> taxCode,
    String source) {

  public DocumentLine {
    source = source == null ? "" : source;
  }

  /** The same, of another item. */
  DocumentLine as(LineItem other) {
    return new DocumentLine(role, other, description, quantity, unitPrice, amount, taxCode, source);
  }
}
