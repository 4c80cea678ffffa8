package io.shopbooks.sale;

/**
 * Which product of the shop's catalogue a line sold. Every part may be empty: the shop forgets
 * deleted products, and many have no SKU.
 *
 * @param id of the product, or of the parent of a variation
 * @param variation id of the variation
 * @param stocked whether the shop counts how many are left
 */
public record Product(String id, String variation, String sku, boolean stocked) {}
