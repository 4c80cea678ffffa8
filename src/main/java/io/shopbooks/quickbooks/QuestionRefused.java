package io.shopbooks.quickbooks;

/** QuickBooks does not answer this question, however often it is asked: it tells nothing. */
class QuestionRefused extends RuntimeException {

  QuestionRefused(Request request, String because) {
    super("QuickBooks refused the question " + request.path() + ": " + because);
  }
}
