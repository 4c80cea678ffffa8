package io.shopbooks.stock;

/**
 * How many stocks of a shop stand how.
 *
 * @param same where both sides agree
 * @param write that are to be written
 * @param confirm that wait for a person's word
 * @param left where nothing can be said or is to be done
 * @param begun whether quantities go to this shop by themselves
 */
public record StockStanding(int same, int write, int confirm, int left, boolean begun) {

  /** All that were read. */
  public int stocks() {
    return same + write + confirm + left;
  }
}
