package io.shopbooks.console;

/** What people may do. */
final class Roles {

  /** Sees everything, changes nothing. */
  static final String VIEWER = "VIEWER";

  /** Decides, sets up, connects and invites. */
  static final String OPERATOR = "OPERATOR";

  private Roles() {}
}
