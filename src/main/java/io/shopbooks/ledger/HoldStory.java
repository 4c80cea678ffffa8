package io.shopbooks.ledger;

import io.shopbooks.books.Reason;
import io.shopbooks.sale.Money;

/**
 * Something that needed a person, and perhaps still does.
 *
 * @param subject {@code order}, {@code refund <id>} or {@code document <id>}
 * @param open whether a person is still waited for
 * @param ignored whether a person decided to leave it as it is
 * @param inSpan whether it began or ended in the span that was asked about
 */
public record HoldStory(
    String subject, Reason reason, Money money, boolean open, boolean ignored, boolean inSpan) {}
