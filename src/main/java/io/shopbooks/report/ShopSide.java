package io.shopbooks.report;

import io.shopbooks.books.DocumentKind.Purpose;
import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.ledger.HoldStory;
import io.shopbooks.ledger.OrderStory;
import io.shopbooks.sale.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the shop says of an order that is a sale by the connection's rules: booked, held, left out
 * by a person, or not looked at yet. Any other order is worth nothing, unless it is in the books.
 * Amounts are as the shop shows and charges them: to the smallest unit of the currency, where some
 * shops keep more decimals (`woocommerce.md` 5).
 *
 * @param sale the order's total; absent where the shop told nothing
 * @param refunds by their id, below zero
 */
record ShopSide(Optional<Money> sale, Map<String, Money> refunds) {

  private static final Set<String> SALES = Set.of("booked", "held", "received");

  /** What the books have of these is to go: the shop's side is nothing. */
  private static final Set<Why> NO_SALE_ANY_MORE = Set.of(Why.ORDER_DELETED, Why.STATUS_WENT_BACK);

  static ShopSide of(OrderStory order) {
    var told = order.told().filter(t -> isSale(t) || !order.documents().isEmpty());
    if (told.isEmpty()) {
      return new ShopSide(Optional.empty(), Map.of());
    }
    var sale = told.get().total().rounded();
    var refunds = new LinkedHashMap<String, Money>();
    told.get().refunds().forEach(refund -> refunds.put(refund.id(), shown(refund)));
    if (isCredited(order, order.id())) {
      cancel(order, sale, refunds);
    }
    var reason = reason(order);
    if (reason.filter(r -> NO_SALE_ANY_MORE.contains(r.why())).isPresent()) {
      var nothing = Money.zero(sale.currency());
      refunds.replaceAll((id, amount) -> nothing);
      return new ShopSide(Optional.of(nothing), refunds);
    }
    return reason
        .filter(r -> r.why() == Why.REFUND_OF_OLDER_ORDER)
        .map(r -> onlyRefund(r, sale))
        .orElse(new ShopSide(Optional.of(sale), refunds));
  }

  private static Money shown(OrderStory.GivenBack refund) {
    return refund.amount().rounded().negated();
  }

  /**
   * A cancelled order gives back, under its own id, what its refunds did not. Refunds that have no
   * credit of their own pay that one out.
   */
  private static void cancel(OrderStory order, Money sale, Map<String, Money> refunds) {
    refunds
        .keySet()
        .removeIf(
            refund ->
                !isCredited(order, refund)
                    && order.holdOfRefund(refund).filter(HoldStory::open).isEmpty());
    var left = sale.plus(Money.sum(refunds.values(), sale.currency()));
    refunds.put(order.id(), left.negated());
  }

  private static boolean isCredited(OrderStory order, String about) {
    return order.documents(Purpose.CREDIT).anyMatch(credit -> credit.about().equals(about));
  }

  private static boolean isSale(OrderStory.Told told) {
    return told.isIgnored() || SALES.contains(told.state());
  }

  /** Why the order is held, or was when a person left it out. */
  private static Optional<Reason> reason(OrderStory order) {
    return order
        .holdOfOrder()
        .filter(hold -> hold.open() || hold.ignored())
        .map(hold -> hold.reason());
  }

  /** The sale was made before the start date and is none of ours. */
  private static ShopSide onlyRefund(Reason reason, Money sale) {
    var refund = Facts.of(reason, "refund").orElse("");
    var amount = Facts.money(reason, "amount").orElse(Money.zero(sale.currency()));
    return new ShopSide(Optional.of(Money.zero(sale.currency())), Map.of(refund, amount.negated()));
  }
}
