package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Fills in what QuickBooks itself knows, and works out what the object posts. */
final class Completion {

  private Completion() {}

  static void complete(Draft draft) {
    var entity = draft.entity();
    if (entity.isTransaction()) {
      FormDefaults.transaction(draft);
    } else {
      list(draft);
    }
    switch (entity.name()) {
      case "SalesReceipt", "Invoice", "CreditMemo", "RefundReceipt" -> SalesForm.complete(draft);
      case "Payment" -> {
        PaymentForm.complete(draft);
        SalesForm.home(draft, draft.number("TotalAmt"));
      }
      case "Purchase" -> Totals.ofPurchase(draft);
      case "Deposit" -> DepositForm.complete(draft);
      case "JournalEntry" -> Totals.ofJournal(draft);
      default -> {}
    }
  }

  private static void list(Draft draft) {
    var after = draft.after();
    if (!draft.has("Active")) {
      after.put("Active", true);
    }
    boolean hasCurrency = List.of("Customer", "Vendor", "Account").contains(draft.entity().name());
    if (hasCurrency && !draft.has("CurrencyRef")) {
      var own = draft.before().map(b -> b.text("CurrencyRef.value")).orElse(draft.currency());
      after.set("CurrencyRef", Json.reference(own, own));
    }
    switch (draft.entity().name()) {
      case "Customer" -> {
        if (!draft.has("Taxable")) {
          after.put("Taxable", true);
        }
      }
      case "Account" -> {
        after.put("FullyQualifiedName", draft.text("Name"));
        after.put("Classification", Accounts.classification(draft.text("AccountType")));
      }
      case "Item" -> {
        if (draft.company().region().isAmerican() && !draft.has("Taxable")) {
          after.put("Taxable", true);
        }
      }
      default -> {}
    }
  }

  /** What a document does to the accounts; a voided one does nothing. */
  static List<Posting> postings(Company company, String type, ObjectNode json) {
    return switch (type) {
      case "SalesReceipt", "Invoice", "CreditMemo", "RefundReceipt" ->
          new SalesPostings(company).of(type, json);
      case "Payment" -> new PaymentForm(company).postings(json);
      case "Purchase" -> new MoneyPostings(company).ofPurchase(json);
      case "Deposit" -> new MoneyPostings(company).ofDeposit(json);
      case "JournalEntry" -> new MoneyPostings(company).ofJournal(json);
      default -> List.of();
    };
  }
}
