package io.shopbooks.books;

import java.util.Optional;

/**
 * An item as it stands in the company.
 *
 * @param type absent of what is no product: a category, a bundle
 * @param active false once a person hid it
 * @param fields what it says now
 */
public record ItemInBooks(Ref ref, Optional<Item.Type> type, boolean active, ItemFields fields) {}
