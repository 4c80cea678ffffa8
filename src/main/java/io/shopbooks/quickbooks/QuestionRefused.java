package io.shopbooks.quickbooks;

/** QuickBooks does not answer this question, however often it is asked: it tells nothing. */
class QuestionRefused extends RuntimeException {

  private final int code;

  QuestionRefused(Request request, Fault fault) {
    super("QuickBooks refused the question " + request.path() + ": " + fault.words());
    this.code = fault.code();
  }

  /** QuickBooks' own. */
  int code() {
    return code;
  }
}
