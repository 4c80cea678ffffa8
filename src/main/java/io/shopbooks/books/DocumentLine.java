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
 */
public record DocumentLine(
    LineRole role,
    LineItem item,
    String description,
    BigDecimal quantity,
    BigDecimal unitPrice,
    Money amount,
    Optional<Ref> taxCode) {}
