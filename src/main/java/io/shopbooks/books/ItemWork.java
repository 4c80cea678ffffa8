package io.shopbooks.books;

/**
 * An item to be made or changed.
 *
 * @param product the shop's id of its product
 */
public record ItemWork(String product, ItemDecision decision) {}
