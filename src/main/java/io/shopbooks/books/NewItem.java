package io.shopbooks.books;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An item to be made before the document that sells it.
 *
 * @param name unique among the company's items, at most 100 characters
 * @param income where its sales go
 * @param expense where its purchases go; inventory: cost of goods sold
 * @param asset inventory only
 * @param since inventory only: quantities are counted from this day
 */
public record NewItem(
    String name,
    String sku,
    String description,
    Item.Type type,
    Ref income,
    Optional<Ref> expense,
    Optional<Ref> asset,
    LocalDate since)
    implements LineItem {}
