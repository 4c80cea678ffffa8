package io.shopbooks.catalogue;

/**
 * A product whose item is to be made or changed.
 *
 * @param id the shop's, "12/34" of a variation
 * @param word "create" or "update"
 */
public record PlannedProduct(String id, String sku, String name, String word) {}
