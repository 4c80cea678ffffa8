package io.shopbooks.stock;

import java.math.BigDecimal;
import java.util.List;

/**
 * What both sides had when they agreed last.
 *
 * @param items QuickBooks' ids of its items then
 * @param agreed the quantity, with all that was sold until then put back
 */
public record Before(List<String> items, BigDecimal agreed) {}
