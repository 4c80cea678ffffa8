package io.shopbooks.books;

import java.util.Optional;

/**
 * What came of an item that was to be made or changed.
 *
 * @param item as it stands in the company now; absent if it could not be written
 * @param certain whether QuickBooks surely refused it; else nobody knows, and it is looked for
 * @param said QuickBooks' words where it was not written
 */
public record ItemWritten(
    ItemWork work, Optional<ItemInBooks> item, boolean certain, String said) {}
