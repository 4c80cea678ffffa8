package io.shopbooks.sale;

import java.time.Instant;
import java.util.Optional;

/**
 * How the order is or was to be paid.
 *
 * @param gateway the shop's id of the payment method; empty on free orders
 * @param title the shop's label of it, in the shop's language
 * @param reference the gateway's own id of the transaction; often empty
 * @param received when the money arrived; absent while it has not
 */
public record Payment(String gateway, String title, String reference, Optional<Instant> received) {}
