package io.shopbooks.ledger;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of a document.
 *
 * @param about the shop's id of the order, refund or payment it is about
 * @param number as it stands on it; may be empty
 * @param dated its day in the books; absent where it was only found in QuickBooks
 * @param total as planned
 * @param asPosted QuickBooks' own total when we wrote it last; absent while it is not in the books
 * @param inBooks QuickBooks' own total as far as it told us since: a person may have changed it
 * @param changed whether it became known in the span that a person changed it
 * @param state planned, sending, doubtful, posted or held
 * @param quickbooksId empty while it is not in the books
 * @param happened in the span that was asked about
 */
public record DocumentStory(
    long id,
    DocumentKind kind,
    String about,
    String number,
    Optional<LocalDate> dated,
    Money total,
    Optional<Money> asPosted,
    Optional<Money> inBooks,
    boolean changed,
    String state,
    String quickbooksId,
    Happened happened) {

  /** What came of a document in a span. */
  public enum Happened {
    NOTHING,
    /** It got into the books. */
    POSTED,
    /** It was in the books before, and was written or compared again. */
    UPDATED,
    /** It was found in the books, and the ledger did not know of it. */
    FOUND
  }

  /** What it is held under. */
  String subject() {
    return Holds.document(id);
  }
}
