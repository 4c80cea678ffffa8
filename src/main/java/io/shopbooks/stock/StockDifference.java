package io.shopbooks.stock;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * One stock of the shop that is not as QuickBooks has it.
 *
 * @param product the shop's id, "12/34" of a variation
 * @param skus of what is sold from it
 * @param inShop absent where the shop does not count it
 * @param wanted what it should have; absent where nothing can be said
 * @param state "write", "confirm" or "left"
 * @param facts that explain the reason
 */
public record StockDifference(
    String product,
    String skus,
    String name,
    Optional<BigDecimal> inShop,
    Optional<BigDecimal> wanted,
    String state,
    Optional<StockWhy> why,
    Map<String, String> facts) {}
