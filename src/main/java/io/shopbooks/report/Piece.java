package io.shopbooks.report;

import io.shopbooks.ledger.OrderStory;
import io.shopbooks.sale.Money;
import java.util.Map;

/**
 * A sale or a refund on both sides. Refunds are below zero.
 *
 * @param shop by the shop's own amounts
 * @param books by QuickBooks' own totals
 * @param parts what accounts for the difference; what they leave is unexplained
 * @param inBooks whether QuickBooks has a document of it
 * @param happened whether a document of it got into the books, or was found or compared again, in
 *     the span
 * @param touched whether its order came, changed or was decided about in the span
 */
record Piece(
    OrderStory order,
    boolean refund,
    Money shop,
    Money books,
    Map<Explained, Money> parts,
    boolean inBooks,
    boolean happened,
    boolean touched) {

  Piece {
    parts = Map.copyOf(parts);
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
