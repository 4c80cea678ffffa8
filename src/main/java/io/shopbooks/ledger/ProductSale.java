package io.shopbooks.ledger;

import io.shopbooks.sale.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A sale on which a product stands under the default item.
 *
 * @param order the shop's id
 * @param number of the order, as people call it
 * @param document number of its document in the books; empty where QuickBooks numbers
 * @param dated the day of that document
 * @param money what the product was sold for on it
 */
public record ProductSale(
    String order, String number, String document, Optional<LocalDate> dated, Money money) {}
