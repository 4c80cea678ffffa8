package io.shopbooks.sale;

import java.time.Instant;

/**
 * One of the payments of an order that is paid in parts: a deposit, an instalment, the rest.
 *
 * @param id the shop's or the gateway's, unique within the order; it becomes part of the marker in
 *     the books, so that spaces, colons and slashes are not allowed
 * @param amount above zero
 * @param received when the money arrived
 * @param gateway the shop's id of the payment method
 * @param title the shop's label of it
 * @param reference the gateway's own id of the transaction; may be empty
 */
public record PartPayment(
    String id, Money amount, Instant received, String gateway, String title, String reference) {

  public PartPayment {
    if (!isId(id) || !amount.isPositive()) {
      throw new IllegalArgumentException("No payment: " + id + " of " + amount);
    }
  }

  /** Whether a payment can be kept under this id. */
  public static boolean isId(String id) {
    return id.matches("[^\\s:/]+");
  }
}
