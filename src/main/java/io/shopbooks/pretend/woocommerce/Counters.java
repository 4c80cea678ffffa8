package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;

/** The numbers the shop hands out. An id once given is never given again. */
final class Counters {

  enum Kind {
    /** Orders, refunds, products, coupons: one row of numbers for all (`woocommerce.md` 4). */
    THING,
    /** Lines of orders and refunds. */
    ITEM,
    /** Entries of meta_data. */
    META,
    CUSTOMER,
    WEBHOOK,
    NOTE
  }

  private final Map<Kind, Integer> last = new EnumMap<>(Kind.class);

  int next(Kind kind) {
    return last.merge(kind, 1, Integer::sum);
  }

  /** Makes sure that this number is not handed out again. */
  void isTaken(Kind kind, int number) {
    last.merge(kind, number, Math::max);
  }

  ObjectNode journalled() {
    var numbers = Json.object();
    last.forEach((kind, number) -> numbers.put(kind.name(), number));
    return numbers;
  }
}
