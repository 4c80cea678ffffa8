package io.shopbooks.stock;

import io.shopbooks.books.Choices.Match;
import io.shopbooks.books.OnHand;
import io.shopbooks.sale.StockLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which items are sold from which stock: those that the books sell the same SKUs as, so that a sale
 * lowers both.
 */
final class Matching {

  private final Match match;
  private final Map<String, List<OnHand>> items = new HashMap<>();

  /**
   * @param items the company's active ones
   */
  Matching(Match match, Collection<OnHand> items) {
    this.match = match;
    for (var item : items) {
      if (match == Match.NAME) {
        add(lower(item.item().name()), item);
        if (!item.fullName().equalsIgnoreCase(item.item().name())) {
          add(lower(item.fullName()), item);
        }
      } else {
        add(item.sku(), item);
      }
    }
  }

  private void add(String key, OnHand item) {
    items.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** All items of this SKU; of a name that several have, the one the books take. */
  List<OnHand> of(String sku) {
    if (sku.isBlank()) {
      return List.of();
    }
    return match == Match.NAME
        ? items.getOrDefault(lower(sku), List.of()).stream().limit(1).toList()
        : items.getOrDefault(sku, List.of());
  }

  /**
   * The items of one stock.
   *
   * @return the items, or why there are none
   */
  Matched of(StockLevel level) {
    var found = new LinkedHashMap<String, OnHand>();
    var without = new ArrayList<String>();
    for (var sku : level.sells().values()) {
      var items = of(sku);
      if (items.size() > 1) {
        return Matched.not(StockWhy.SEVERAL_ITEMS, Map.of("sku", sku));
      }
      if (items.isEmpty()) {
        without.add(sku);
      }
      items.forEach(item -> found.put(item.item().id(), item));
    }
    if (found.isEmpty()) {
      return Matched.not(StockWhy.NO_ITEM, Map.of("sku", String.join(", ", without)));
    }
    if (!without.isEmpty()) {
      return Matched.not(StockWhy.PART_WITHOUT_ITEM, Map.of("sku", String.join(", ", without)));
    }
    return found.values().stream()
        .filter(item -> !item.counted())
        .findFirst()
        .map(item -> Matched.not(StockWhy.ITEM_NOT_COUNTED, Map.of("item", item.item().name())))
        .orElseGet(() -> new Matched(List.copyOf(found.values()), Optional.empty(), Map.of()));
  }

  /**
   * @param why absent where all is known
   */
  record Matched(List<OnHand> items, Optional<StockWhy> why, Map<String, String> facts) {

    static Matched not(StockWhy why, Map<String, String> facts) {
      return new Matched(List.of(), Optional.of(why), facts);
    }
  }
}
