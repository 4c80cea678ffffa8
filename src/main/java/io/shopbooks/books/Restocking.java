package io.shopbooks.books;

import io.shopbooks.sale.Line;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.math.BigDecimal;
import java.util.Comparator;

/** Whether refunded goods went back on the shelf. */
final class Restocking {

  private Restocking() {}

  /**
   * The shop counts per order line how many pieces came back, over all refunds; the earliest
   * refunds are taken to be the restocked ones.
   */
  static boolean of(Sale sale, Refund refund, Line refunded) {
    if (Cancellation.is(refund, sale)) {
      // The shop takes everything back when an order is cancelled (`woocommerce.md` 7).
      return true;
    }
    var restocked =
        sale.lines().stream()
            .filter(line -> line.id().equals(refunded.id()))
            .map(Line::restocked)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var given =
        sale.refunds().stream()
            .filter(r -> !r.created().isAfter(refund.created()))
            .sorted(Comparator.comparing(Refund::created))
            .flatMap(r -> r.lines().stream())
            .filter(line -> line.id().equals(refunded.id()))
            .map(Line::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return given.compareTo(restocked) <= 0;
  }
}
