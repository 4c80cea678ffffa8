package io.shopbooks.cli;

/** A command cannot do what was asked as it was asked. */
final class Refusal extends RuntimeException {

  private final String remedy;

  /** Says what is wrong, and what to do about it. */
  Refusal(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
