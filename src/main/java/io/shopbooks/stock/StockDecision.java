package io.shopbooks.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What becomes of one stock of the shop.
 *
 * @param word "write", "confirm", "leave" or "same"
 * @param items QuickBooks' ids of its items
 * @param wanted what the shop should have; absent where nothing can be said
 * @param taken pieces that the shop's orders had taken from it by then
 * @param agreed what both sides have, with all that was sold put back; absent before they agree
 * @param why absent where it is written, or the same
 * @param facts that explain it ("items", "quantity" …)
 */
public record StockDecision(
    String product,
    String word,
    List<String> items,
    Optional<BigDecimal> wanted,
    BigDecimal taken,
    Optional<BigDecimal> agreed,
    Optional<StockWhy> why,
    Map<String, String> facts) {

  static final String WRITE = "write";
  static final String CONFIRM = "confirm";
  static final String LEAVE = "leave";
  static final String SAME = "same";

  public StockDecision {
    items = List.copyOf(items);
    facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
  }
}
