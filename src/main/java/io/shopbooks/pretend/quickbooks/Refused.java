package io.shopbooks.pretend.quickbooks;

import java.util.List;

/** A request QuickBooks does not carry out; it tells every problem it found. */
final class Refused extends RuntimeException {

  private final List<Problem> problems;

  Refused(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  Refused(String code, String detail) {
    this(List.of(Problem.of(code, detail)));
  }

  List<Problem> problems() {
    return problems;
  }

  int status() {
    return Codes.status(problems.get(0).code());
  }
}
