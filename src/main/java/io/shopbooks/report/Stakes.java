package io.shopbooks.report;

import io.shopbooks.books.Reason;
import io.shopbooks.books.Why;
import io.shopbooks.ledger.Hold;
import io.shopbooks.sale.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** How much money holds are about. */
final class Stakes {

  private Stakes() {}

  /** Of an older order only the refund is ours. */
  static Money of(Reason reason, Money held) {
    return reason.why() == Why.REFUND_OF_OLDER_ORDER
        ? Facts.money(reason, "amount").orElse(held)
        : held;
  }

  /** Each money once: an order that is held as a whole stands for its documents too. */
  static List<Money> of(List<Hold> holds) {
    return holds.stream()
        .collect(
            Collectors.groupingBy(Hold::order, LinkedHashMap::new, Collectors.toUnmodifiableList()))
        .values()
        .stream()
        .flatMap(
            ofOrder -> {
              var whole = ofOrder.stream().filter(h -> h.subject().equals("order")).toList();
              return (whole.isEmpty() ? ofOrder : whole).stream();
            })
        .map(hold -> of(hold.reason(), hold.money()).absolute())
        .toList();
  }
}
