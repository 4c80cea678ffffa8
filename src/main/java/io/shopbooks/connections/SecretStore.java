package io.shopbooks.connections;

/** Where secrets that are typed on a page go to: what {@code ${secret:NAME}} finds afterwards. */
@FunctionalInterface
public interface SecretStore {

  /** Stores the secret, in place of what was there under this name. */
  void put(String name, String secret);
}
