package io.shopbooks.ledger;

import io.shopbooks.books.Reason;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import java.time.Instant;

/**
 * Something that needs a person.
 *
 * @param subject {@code order}, {@code refund <id>} or {@code document <id>}
 * @param number of the order, as people call it
 * @param money at stake
 */
public record Hold(
    long id,
    String connection,
    OrderKey order,
    String realm,
    String number,
    String subject,
    Reason reason,
    Money money,
    Instant since) {}
