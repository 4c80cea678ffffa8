package io.shopbooks.ledger;

import java.util.stream.Stream;

/** Failures as routes hand them on: often wrapped by what called the bean that failed. */
final class Failures {

  private Failures() {}

  /** The failure that tells what to do next: the first of ours, else the outermost. */
  static Throwable told(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause.getClass().getName().startsWith("io.shopbooks."))
        .findFirst()
        .orElse(failure);
  }
}
