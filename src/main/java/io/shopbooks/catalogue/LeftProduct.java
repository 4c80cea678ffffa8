package io.shopbooks.catalogue;

import io.shopbooks.books.Left;

/**
 * A product whose item a person is to look at.
 *
 * @param id the shop's, "12/34" of a variation
 */
public record LeftProduct(String id, String sku, String name, Left left) {}
