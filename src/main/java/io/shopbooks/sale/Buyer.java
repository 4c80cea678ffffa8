package io.shopbooks.sale;

import java.util.Optional;

/**
 * Who bought.
 *
 * @param id the shop's id of the customer; empty for guests
 * @param role the customer's role in the shop, where it was read
 */
public record Buyer(
    String id,
    String email,
    Optional<String> role,
    boolean taxExempt,
    Address billing,
    Address shipping) {}
