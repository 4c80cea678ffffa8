package io.shopbooks.pretend.quickbooks;

import java.time.LocalDate;

/** Nothing may be written into closed books (6.2, 9.2). */
final class PeriodRules {

  private PeriodRules() {}

  /** The new date and, where there was one, the old. */
  static void check(Draft draft) {
    var closed = Json.text(draft.company().preferences(), "AccountingInfoPrefs.BookCloseDate");
    if (closed.isEmpty()) {
      return;
    }
    var last = LocalDate.parse(closed);
    boolean oldIsClosed =
        draft.before().map(b -> !LocalDate.parse(b.text("TxnDate")).isAfter(last)).orElse(false);
    if (oldIsClosed || !draft.date().isAfter(last)) {
      boolean password = draft.company().holds(Assumption.BOOKS_CLOSED_WITH_PASSWORD);
      draft.problem(
          password ? "6210" : "6200", "The account period has closed on " + last, "TxnDate");
    }
  }
}
