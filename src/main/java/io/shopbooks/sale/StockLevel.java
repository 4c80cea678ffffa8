package io.shopbooks.sale;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whatever has a stock of its own in the shop: a product, a variation, or a product whose
 * variations leave the counting to it.
 *
 * @param product the shop's id, "12/34" of a variation
 * @param sells the products that are sold from this stock, with their SKUs, which may be empty
 * @param counted whether the shop counts it
 * @param quantity absent where it is not counted
 */
public record StockLevel(
    String product,
    String name,
    Map<String, String> sells,
    boolean counted,
    Optional<BigDecimal> quantity) {

  public StockLevel {
    if (product.isBlank()) {
      throw new IllegalArgumentException("A stock belongs to a product");
    }
    sells = java.util.Collections.unmodifiableMap(new TreeMap<>(sells));
  }
}
