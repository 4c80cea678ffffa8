package io.shopbooks.cli;

/** What commands end with (DESIGN 6). */
final class ExitStatus {

  /** Everything went well. */
  static final int GOOD = 0;

  /** Something needs a person: held, doubtful, or found by {@code check}. */
  static final int NEEDS_PERSON = 1;

  /** Usage or configuration. */
  static final int CONFIGURATION = 2;

  /** Not signed in or unreachable; or it could not be done for a reason nobody foresaw. */
  static final int UNREACHABLE = 3;

  private ExitStatus() {}
}
