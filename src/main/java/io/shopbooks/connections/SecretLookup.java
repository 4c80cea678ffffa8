package io.shopbooks.connections;

import java.util.Optional;

/** Where {@code ${secret:NAME}} in a connection file takes its values from. */
@FunctionalInterface
public interface SecretLookup {

  /**
   * The secret of this name, if there is one.
   *
   * @throws Unreadable if it is there and cannot be read
   */
  Optional<String> find(String name);

  /** A secret is stored and cannot be read, for example because the key changed. */
  final class Unreadable extends RuntimeException {

    /**
     * @param why a sentence that tells no secret
     */
    public Unreadable(String why, Throwable cause) {
      super(why, cause);
    }
  }
}
