package io.shopbooks.console;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a person wants an account to be.
 *
 * @param email may be empty
 * @param password in the clear, not kept
 */
record NewAccount(String name, String email, String password) {

  private static final int LONGEST_NAME = 60;
  private static final int SHORTEST_PASSWORD = 10;

  /** bcrypt reads no further. */
  private static final int LONGEST_PASSWORD_BYTES = 72;

  NewAccount {
    name = name.strip();
    email = email.strip();
  }

  /** What is wrong with it, as a message word. */
  Optional<String> mistake() {
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
      return Optional.of("name");
    }
    if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
      return Optional.of("short");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
      return Optional.of("long");
    }
    return password.equalsIgnoreCase(name) ? Optional.of("short") : Optional.empty();
  }

  @Override
  public String toString() {
    return "NewAccount[" + name + "]";
  }
}
