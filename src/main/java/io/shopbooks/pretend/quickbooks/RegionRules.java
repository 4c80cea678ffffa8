package io.shopbooks.pretend.quickbooks;

/** What only French companies ask for (10). */
final class RegionRules {

  private RegionRules() {}

  static void check(Draft draft) {
    if (draft.company().region() != Region.FR) {
      return;
    }
    switch (draft.entity().name()) {
      case "Item" -> require(draft, "ItemCategoryType");
      case "Customer" -> require(draft, "ARAccountRef");
      case "Payment" -> require(draft, "PaymentRefNum");
      case "SalesReceipt", "Invoice", "CreditMemo", "RefundReceipt" -> {
        if (draft.company().prefers("SalesFormsPrefs.CustomTxnNumbers")) {
          require(draft, "DocNumber");
        }
      }
      default -> {}
    }
  }

  private static void require(Draft draft, String property) {
    if (!draft.has(property)) {
      draft.problem(
          "2020", "Required parameter " + property + " is missing in the request", property);
    }
  }
}
