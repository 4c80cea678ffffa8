package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;

/** Totals of the transactions that are no sales forms. */
final class Totals {

  private Totals() {}

  /** The sum of the lines and the tax, which must not be below zero. */
  static void ofLines(Draft draft, BigDecimal tax) {
    var total =
        draft.lines().stream()
            .map(line -> Json.number(line, "Amount"))
            .reduce(tax, BigDecimal::add);
    if (total.signum() < 0) {
      draft.problem("6000", "Transaction amount must be 0 or greater: " + total, "TotalAmt");
    }
    draft.after().set("TotalAmt", Json.number(total));
    SalesForm.home(draft, total);
  }

  static void ofPurchase(Draft draft) {
    draft.lines().forEach(line -> Lines.round(draft, line));
    Lines.number(draft, draft.lines());
    boolean taxed =
        !draft.company().region().isAmerican() && draft.company().prefers("TaxPrefs.UsingSalesTax");
    if (taxed) {
      CodeTax.complete(draft, BigDecimal.ZERO, BigDecimal.ZERO);
    } else {
      draft.after().remove("TxnTaxDetail");
    }
    ofLines(draft, draft.number("TxnTaxDetail.TotalTax"));
  }

  static void ofJournal(Draft draft) {
    draft.lines().forEach(line -> Lines.round(draft, line));
    Lines.number(draft, draft.lines());
    var debits =
        draft.lines().stream()
            .filter(l -> Json.text(l, "JournalEntryLineDetail.PostingType").equals("Debit"))
            .map(line -> Json.number(line, "Amount"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    draft.after().set("TotalAmt", Json.number(debits));
    SalesForm.home(draft, debits);
  }
}
