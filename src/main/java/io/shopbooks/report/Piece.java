package io.shopbooks.report;

import io.shopbooks.ledger.DocumentStory;
import io.shopbooks.ledger.OrderStory;
import io.shopbooks.sale.Money;
import java.util.List;
import java.util.Map;

/**
 * A sale or a refund on both sides. Refunds are below zero.
 *
 * @param about the refund's id; empty for the sale
 * @param shop by the shop's own amounts
 * @param ledger by the totals its documents were planned with
 * @param books by QuickBooks' own totals
 * @param documents of this currency, whether they are in the books or not
 * @param parts what accounts for the difference; what they leave is unexplained
 * @param inBooks whether QuickBooks has a document of it
 * @param happened whether a document of it got into the books, or was found or compared again, in
 *     the span
 * @param touched whether its order came, changed or was decided about in the span
 */
record Piece(
    OrderStory order,
    String about,
    Money shop,
    Money ledger,
    Money books,
    List<DocumentStory> documents,
    Map<Explained, Money> parts,
    boolean inBooks,
    boolean happened,
    boolean touched) {

  Piece {
    documents = List.copyOf(documents);
    parts = Map.copyOf(parts);
  }

  boolean refund() {
    return !about.isEmpty();
  }

  /** Refunds are below zero. */
  Money signed(Money money) {
    return refund() ? money.negated() : money;
  }

  Money unexplained() {
    return shop.minus(books).minus(Money.sum(parts.values(), shop.currency()));
  }

  /**
   * Whether it counts in the totals of the span: each sale and refund in the one in which it got
   * into the books, what is open in every one until it is settled, and what stays different in
   * those in which its order was touched.
   */
  boolean counts() {
    return happened || isOpen() || (touched && (isLeft() || !unexplained().isZero()));
  }

  private boolean isOpen() {
    return parts.containsKey(Explained.HELD)
        || parts.containsKey(Explained.WAITING)
        || parts.containsKey(Explained.UNPAID)
        || parts.containsKey(Explained.DOUBTFUL);
  }

  private boolean isLeft() {
    return parts.containsKey(Explained.IGNORED) || parts.containsKey(Explained.BY_HAND);
  }
}
