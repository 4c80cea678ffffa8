package io.shopbooks.books;

import io.shopbooks.sale.Money;
import io.shopbooks.sale.Refund;
import io.shopbooks.sale.Sale;
import java.util.List;
import java.util.Optional;

/**
 * What a cancelled order leaves to be credited: everything its refunds did not give back; of one
 * that was paid in part, what was paid. It is told as a refund whose id is the order's own, dated
 * when the shop last changed the order.
 */
final class Cancellation {

  private Cancellation() {}

  /** Empty if nothing is left. A cancellation that is credited already stays what it is. */
  static Optional<Refund> of(Sale sale, Booked booked) {
    var credited = booked.credit(sale.key().id()).isPresent();
    var others =
        sale.refunds().stream()
            .filter(refund -> !credited || booked.credit(refund.id()).isPresent())
            .toList();
    var given = others.stream().map(Refund::amount).toList();
    var sold = sale.isPaidInPart() ? sale.received() : sale.total();
    // Of three decimals each document loses its own: what is left is so in the shop and in the
    // books.
    var left = sold.minus(Money.sum(given, sale.currency()));
    var inBooks = given.stream().map(Decimals::inBooks).toList();
    var open = Decimals.inBooks(sold).minus(Money.sum(inBooks, sale.currency()));
    if (!left.isPositive() || !open.isPositive()) {
      return Optional.empty();
    }
    var all = others.isEmpty() && !sale.isPaidInPart();
    return Optional.of(
        new Refund(
            sale.key().id(),
            sale.changed().orElse(sale.created()),
            open,
            "Order " + sale.status(),
            false,
            Optional.empty(),
            false,
            all ? sale.lines() : List.of(),
            all ? sale.shipping() : List.of(),
            all ? sale.fees() : List.of(),
            List.of(),
            all ? sale.rates() : List.of()));
  }

  static boolean is(Refund refund, Sale sale) {
    return refund.id().equals(sale.key().id());
  }

  /** Whether the refund pays out what the order's cancellation credited. */
  static boolean isPaidOutBy(Refund refund, Sale sale, Booked booked) {
    return !is(refund, sale)
        && booked.credit(sale.key().id()).isPresent()
        && booked.credit(refund.id()).isEmpty();
  }
}
