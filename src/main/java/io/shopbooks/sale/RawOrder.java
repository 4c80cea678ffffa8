package io.shopbooks.sale;

import java.time.Instant;

/**
 * An order as the shop tells it, with its refunds, before anybody reads it as a sale.
 *
 * @param number what people call it
 * @param status the shop's own word
 * @param modified as the shop says; some changes do not move it (`woocommerce.md` 3.4)
 * @param currency as the shop writes it
 * @param total as the shop writes it: {@code 28.280000}
 * @param json {@code {"order":{…},"refunds":[…]}}, refunds oldest first
 * @param hash of what matters in {@code json}: the same as long as nothing a book could care for
 *     changed
 */
public record RawOrder(
    OrderKey key,
    String number,
    String status,
    Instant created,
    Instant modified,
    String currency,
    String total,
    String json,
    String hash) {

  public RawOrder {
    if (json.isBlank() || hash.isBlank()) {
      throw new IllegalArgumentException("Order " + key + " has no content");
    }
  }

  /** Tells which order it is; its contents belong in no log. */
  @Override
  public String toString() {
    return "RawOrder[" + key + ", " + status + ", " + hash + "]";
  }
}
