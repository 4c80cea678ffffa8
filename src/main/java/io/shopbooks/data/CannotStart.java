package io.shopbooks.data;

import org.springframework.boot.ExitCodeGenerator;

/**
 * The program cannot start, and a person can change that. Its message says what is wrong, its
 * remedy what to do; neither holds a password or key. Ends the program with exit status 2.
 */
public final class CannotStart extends RuntimeException implements ExitCodeGenerator {

  private final transient String remedy;

  /** Says what is wrong, and what to do about it. */
  public CannotStart(String message, String remedy) {
    this(message, remedy, null);
  }

  /** The same, because of this failure. */
  public CannotStart(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  /** What to do about it, in one or more plain sentences. */
  public String remedy() {
    return remedy;
  }

  @Override
  public int getExitCode() {
    return 2;
  }
}
