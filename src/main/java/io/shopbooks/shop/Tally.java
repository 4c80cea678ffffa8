package io.shopbooks.shop;

/**
 * How many orders a read found in one currency and status, and what they add up to.
 *
 * @param currency as the shop writes it
 * @param total exact sum of their totals, in plain decimals
 */
public record Tally(String currency, String status, int orders, String total) {

  public Tally {
    if (orders < 1) {
      throw new IllegalArgumentException("A tally counts at least one order");
    }
  }
}
