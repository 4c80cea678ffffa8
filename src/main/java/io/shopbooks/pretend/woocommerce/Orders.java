package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The orders, with a card of each so that lists need not open the orders they leave out. */
final class Orders extends Papers {

  private final NavigableMap<Integer, OrderCard> cards = new TreeMap<>();

  Orders(Journal journal, Counters counters) {
    super("orders", Keeping.PACKED, journal, counters);
  }

  @Override
  void noticed(String id, ObjectNode order) {
    if (order == null) {
      cards.remove(Integer.valueOf(id));
    } else {
      cards.put(Integer.valueOf(id), OrderCard.of(order));
    }
  }

  /** The cards, lowest id first. */
  Stream<OrderCard> cards() {
    return cards.values().stream();
  }

  /** The cards, highest id first. */
  Stream<OrderCard> newestFirst() {
    return cards.descendingMap().values().stream();
  }
}
