package io.shopbooks.console;

import io.shopbooks.World;

/** What {@code serve} prints on the terminal, for tests outside of the console. */
public final class FirstLink {

  private FirstLink() {}

  /** A path that makes an operator's account, once. */
  public static String of(World world) {
    return Visitors.path(world.bean(SignInLinks.class).forTerminal(Role.OPERATOR));
  }
}
