package io.shopbooks.console;

import io.shopbooks.World;

/** What {@code serve} prints on the terminal, for tests outside of the console. */
public final class FirstLink {

  private FirstLink() {}

  /** A path that signs a person in, once. */
  public static String of(World world) {
    return "/sign-in?token=" + world.bean(SignInLinks.class).make();
  }
}
