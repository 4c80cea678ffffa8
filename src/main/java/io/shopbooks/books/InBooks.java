package io.shopbooks.books;

import io.shopbooks.sale.Money;
import java.time.LocalDate;

/**
 * A document of ours as it was seen in QuickBooks.
 *
 * @param number as it stands there; may be empty
 * @param stored the document as QuickBooks keeps it, as JSON
 */
public record InBooks(
    DocumentKey key,
    String quickbooksId,
    String syncToken,
    String number,
    LocalDate date,
    Money total,
    String stored)
    implements Seen {}
