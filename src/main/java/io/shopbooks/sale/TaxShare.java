package io.shopbooks.sale;

/**
 * What one rate takes of one part of the order. The shop rounds it on its own, so it only tells the
 * proportion between rates; the part's tax is the amount (`woocommerce.md` 5).
 *
 * @param rate id of a {@link Rate} of the same order
 */
public record TaxShare(String rate, Money amount) {}
