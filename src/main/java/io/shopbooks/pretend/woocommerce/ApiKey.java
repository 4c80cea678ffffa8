package io.shopbooks.pretend.woocommerce;

/**
 * A key of the API.
 *
 * @param key "ck_" and 40 characters: the user of Basic, the consumer key of OAuth
 * @param secret "cs_" and 40 characters
 */
public record ApiKey(String key, String secret, Rights rights) {

  /** What a key may do. */
  public enum Rights {
    /** GET only. */
    READ,
    /** Everything but GET. */
    WRITE,
    /** Everything. */
    READ_WRITE
  }

  boolean mayRead() {
    return rights != Rights.WRITE;
  }

  boolean mayWrite() {
    return rights != Rights.READ;
  }
}
