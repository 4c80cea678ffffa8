package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** A journal entry balances, and its receivables name their customer (9.2, 6000). */
final class JournalRules {

  private JournalRules() {}

  static void check(Draft draft) {
    var sum = BigDecimal.ZERO;
    for (var line : draft.lines()) {
      var amount = draft.round(Json.number(line, "Amount"));
      boolean debit = Json.text(line, "JournalEntryLineDetail.PostingType").equals("Debit");
      sum = debit ? sum.add(amount) : sum.subtract(amount);
      if (amount.signum() < 0) {
        draft.problem("2290", "Negative amounts aren't supported on transaction lines", "Line");
      }
      account(draft, line);
    }
    if (sum.signum() != 0) {
      draft.problem("6000", "Debits and credits of the journal entry do not balance: " + sum);
    }
  }

  private static void account(Draft draft, ObjectNode line) {
    var account = Json.text(line, "JournalEntryLineDetail.AccountRef.value");
    if (account.isEmpty()) {
      draft.problem("6440", "The journal line lacks its account", "Line");
      return;
    }
    var type = new Accounts(draft.company()).type(account);
    var party = Json.text(line, "JournalEntryLineDetail.Entity.EntityRef.value");
    if (type.equals("Accounts Receivable") && PurchaseRules.isNone(draft, "Customer", party)) {
      draft.problem("6000", "Accounts receivable needs a customer", "Line");
    }
    if (type.equals("Accounts Payable") && PurchaseRules.isNone(draft, "Vendor", party)) {
      draft.problem("6000", "Accounts payable needs a vendor", "Line");
    }
  }
}
