package io.shopbooks.setup;

import io.shopbooks.books.Reason;
import io.shopbooks.books.Verdict;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.RawOrder;
import java.util.List;

/**
 * What would become of an order.
 *
 * @param verdict what it is
 * @param documents how many of its documents could be written
 * @param known whether it is in the books already, by a document that is not ours
 * @param held what of it a person would have to decide
 */
record TriedOrder(
    RawOrder order, Verdict.Kind verdict, int documents, boolean known, List<Held> held) {

  /**
   * @param subject {@code order} or {@code refund <id>}
   */
  record Held(String subject, Reason reason, Money money) {}
}
