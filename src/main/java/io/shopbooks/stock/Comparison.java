package io.shopbooks.stock;

import io.shopbooks.books.OnHand;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.stock.Matching.Matched;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides about all stocks of a shop at once, because an item may belong to several of them. */
public final class Comparison {

  /**
   * A stock as it is remembered.
   *
   * @param taken pieces that this shop's orders have ever taken from it
   * @param late the part of them in orders made about when it was written last
   */
  public record Known(
      StockLevel level, Optional<Before> before, BigDecimal taken, BigDecimal late) {}

  private final Connection connection;
  private final Matching matching;
  private final Map<String, BigDecimal> pending;
  private final boolean begun;

  /**
   * @param items the company's active ones
   * @param pending by QuickBooks' id of the item: pieces sold that QuickBooks did not know of
   * @param begun whether quantities may be written to this shop at all
   */
  public Comparison(
      Connection connection,
      Collection<OnHand> items,
      Map<String, BigDecimal> pending,
      boolean begun) {
    this.connection = connection;
    this.matching = new Matching(connection.choices().products(), items);
    this.pending = pending;
    this.begun = begun;
  }

  /** What becomes of each; what both sides agree on is "same". */
  public List<StockDecision> all(List<Known> stocks) {
    var matched = new LinkedHashMap<Known, Matched>();
    var holders = new HashMap<String, List<String>>();
    for (var known : stocks) {
      if (known.level().counted()) {
        var found = matching.of(known.level());
        matched.put(known, found);
        found
            .items()
            .forEach(
                item ->
                    holders
                        .computeIfAbsent(item.item().id(), id -> new ArrayList<>())
                        .add(known.level().product()));
      }
    }
    return stocks.stream().map(known -> decide(known, matched.get(known), holders)).toList();
  }

  /**
   * Whether a run would empty so many products that a person is to see it first.
   *
   * @param emptied products in stock that would have none
   * @param filled products in stock that belong to an item
   */
  public static boolean isTooMuch(Connection connection, int emptied, int filled) {
    return emptied * 100L > (long) filled * connection.stock().zeroGuard();
  }

  private StockDecision decide(Known known, Matched matched, Map<String, List<String>> holders) {
    var product = known.level().product();
    if (matched == null) {
      return StockRule.leave(product, StockWhy.NOT_COUNTED, Map.of());
    }
    if (matched.why().isPresent()) {
      return StockRule.leave(product, matched.why().get(), matched.facts());
    }
    var shared =
        matched.items().stream()
            .filter(item -> holders.get(item.item().id()).size() > 1)
            .findFirst();
    if (shared.isPresent()) {
      var item = shared.get().item();
      var others = holders.get(item.id()).stream().filter(other -> !other.equals(product)).toList();
      return StockRule.leave(
          product,
          StockWhy.SHARED_ITEM,
          Map.of("item", item.name(), "others", String.join(", ", others)));
    }
    var sold =
        matched.items().stream()
            .map(item -> pending.getOrDefault(item.item().id(), BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var facts =
        new StockFacts(
            known.level(),
            matched.items(),
            sold,
            known.taken(),
            known.late(),
            known.before(),
            begun);
    return new StockRule(connection.stock().negative()).decide(facts);
  }
}
