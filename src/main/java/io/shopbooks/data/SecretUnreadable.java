package io.shopbooks.data;

/**
 * A stored secret cannot be decrypted. Its message names the secret and says why, its remedy what
 * to do; neither holds any of it.
 */
public final class SecretUnreadable extends RuntimeException {

  private final transient String remedy;

  SecretUnreadable(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  /** What to do about it, in plain sentences. */
  public String remedy() {
    return remedy;
  }
}
