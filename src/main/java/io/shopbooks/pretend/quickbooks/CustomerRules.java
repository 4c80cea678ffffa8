package io.shopbooks.pretend.quickbooks;

/** Jobs under customers, and tax exemption (6.4). */
final class CustomerRules {

  private static final int LEVELS = 5;

  private CustomerRules() {}

  static void check(Draft draft) {
    var reason = draft.text("TaxExemptionReasonId");
    if (!reason.isEmpty() && !reason.matches("[1-9]|1[0-5]")) {
      draft.problem("2170", "TaxExemptionReasonId is 1 to 15: " + reason, "TaxExemptionReasonId");
    }
    if (draft.text("FullyQualifiedName").split(":").length > LEVELS) {
      draft.problem("6000", "Customers go " + LEVELS + " levels deep");
    }
  }
}
