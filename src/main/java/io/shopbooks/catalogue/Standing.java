package io.shopbooks.catalogue;

/**
 * How many products stand how.
 *
 * @param undecided read, and not compared yet
 * @param create whose item is to be made
 * @param update whose item is to be changed
 * @param same whose item is as it should be
 * @param left that a person is to look at
 */
public record Standing(int undecided, int create, int update, int same, int left) {

  /** All that were read. */
  public int products() {
    return undecided + create + update + same + left;
  }
}
