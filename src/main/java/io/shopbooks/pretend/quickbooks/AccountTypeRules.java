package io.shopbooks.pretend.quickbooks;

import java.util.Set;

/** Which type of account stands where (6.6; 9.2, 6430). */
final class AccountTypeRules {

  private AccountTypeRules() {}

  static void check(Draft draft) {
    if (!draft.entity().is("Invoice")) {
      check(draft, "DepositToAccountRef", Set.of("Bank", "Other Current Asset"));
    }
    check(draft, "ARAccountRef", Set.of("Accounts Receivable"));
    if (draft.entity().is("Purchase")) {
      check(draft, "AccountRef", payingAccounts(draft.text("PaymentType")));
    }
  }

  /** Money leaves a card by card, a bank by cheque, a bank or a clearing account as cash. */
  private static Set<String> payingAccounts(String paymentType) {
    return switch (paymentType) {
      case "CreditCard" -> Set.of("Credit Card");
      case "Check" -> Set.of("Bank");
      default -> Set.of("Bank", "Other Current Asset");
    };
  }

  static void check(Draft draft, String property, Set<String> types) {
    check(draft, draft.text(property + ".value"), property, types);
  }

  static void check(Draft draft, String account, String property, Set<String> types) {
    if (account.isEmpty() || draft.company().records().find("Account", account).isEmpty()) {
      return;
    }
    var type = new Accounts(draft.company()).type(account);
    if (!types.contains(type)) {
      draft.problem(
          "6430",
          "Invalid account type used: %s is %s, not one of %s".formatted(property, type, types),
          property);
    }
  }
}
