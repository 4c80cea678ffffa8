package io.shopbooks.stock;

import io.shopbooks.books.Choices.Match;
import io.shopbooks.books.Choices.Products;
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

  private final Products products;
  private final Map<String, List<OnHand>> items = new HashMap<>();
  private final Map<String, List<OnHand>> named = new HashMap<>();

  /**
   * @param items the company's active ones
   */
  Matching(Products products, Collection<OnHand> items) {
    this.products = products;
    for (var item : items) {
      add(this.items, item.sku(), item);
      add(named, lower(item.item().name()), item);
      if (!item.fullName().equalsIgnoreCase(item.item().name())) {
        add(named, lower(item.fullName()), item);
      }
    }
  }

  private static void add(Map<String, List<OnHand>> to, String key, OnHand item) {
    to.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** All items of this SKU; of a name that several have, the one the books take. */
  List<OnHand> of(String sku) {
    if (sku.isBlank()) {
      return List.of();
    }
    var chosen = products.items().get(sku);
    if (chosen != null) {
      return named(chosen);
    }
    return products.match() == Match.NAME ? named(sku) : items.getOrDefault(sku, List.of());
  }

  private List<OnHand> named(String name) {
    return named.getOrDefault(lower(name), List.of()).stream().limit(1).toList();
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
