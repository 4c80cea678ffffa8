package io.shopbooks.console;

import java.security.Principal;
import java.time.Instant;

/**
 * Somebody who may open the console.
 *
 * @param email may be empty
 * @param changed when password or role changed last
 */
record Person(long id, String name, String email, Role role, Instant since, Instant changed)
    implements Principal {

  @Override
  public String getName() {
    return name;
  }
}
