package io.shopbooks.books;

/**
 * What was last settled between a product and its item.
 *
 * @param item QuickBooks' id
 * @param sent what the shop said then
 * @param kept how QuickBooks kept it
 */
public record Shelved(String item, ItemFields sent, ItemFields kept) {}
