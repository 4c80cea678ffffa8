package io.shopbooks.shop;

/**
 * A product of the catalogue or a variation, as the shop gave it.
 *
 * @param id the shop's, "12/34" of a variation
 * @param json the product, the parent of a variation, and what the shop says of all prices
 */
public record RawProduct(String id, String json) {}
