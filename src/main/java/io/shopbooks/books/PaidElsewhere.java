package io.shopbooks.books;

/**
 * Another order of the same shop, under which a payment of this one is in the books.
 *
 * @param payment the id of the payment
 * @param order as people call it
 */
public record PaidElsewhere(String payment, String order) {}
