package io.shopbooks.pretend.quickbooks;

/** Names, numbers and types of accounts (6.6, 10). */
final class AccountRules {

  private static final int MOST_ACCOUNTS = 250;

  private AccountRules() {}

  static void check(Draft draft) {
    if (draft.text("Name").matches(".*[\":].*")) {
      draft.problem("2040", "Property Name contains invalid characters", "Name");
    }
    if (!draft.has("AccountType")) {
      draft.problem(
          "2020", "Required parameter AccountType is missing in the request", "AccountType");
    }
    number(draft);
    var accounts = draft.company().records().all("Account").size();
    if (draft.isCreate() && accounts >= MOST_ACCOUNTS) {
      draft.problem("6000", "The plan allows " + MOST_ACCOUNTS + " accounts");
    }
  }

  private static void number(Draft draft) {
    int length = draft.text("AcctNum").length();
    int most =
        switch (draft.company().region().country()) {
          case "US", "GB" -> 7;
          default -> 20;
        };
    int least = draft.company().region() == Region.FR ? 6 : 0;
    if (length > most || draft.has("AcctNum") && length < least) {
      draft.problem(
          "2050",
          "String length specified does not match the supported length. Min:%d Max:%d supported. Supplied length:%d"
              .formatted(least, most, length),
          "AcctNum");
    }
  }
}
