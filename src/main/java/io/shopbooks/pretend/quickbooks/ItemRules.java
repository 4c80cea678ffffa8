package io.shopbooks.pretend.quickbooks;

import java.util.List;
import java.util.Set;

/** What an item needs before it can be sold or stocked (6.5). */
final class ItemRules {

  private static final List<String> INVENTORY_PREFERENCES =
      List.of("QuantityOnHand", "QuantityWithPriceAndRate", "ForSales", "ForPurchase");

  private ItemRules() {}

  static void check(Draft draft) {
    if (draft.text("Type").equals("Category")) {
      return;
    }
    require(draft, "IncomeAccountRef");
    require(draft, "ExpenseAccountRef");
    boolean stocked = draft.text("Type").equals("Inventory");
    var income =
        stocked ? Set.of("Income") : Set.of("Income", "Other Income", "Other Current Liability");
    AccountTypeRules.check(draft, "IncomeAccountRef", income);
    var expense =
        stocked
            ? Set.of("Cost of Goods Sold")
            : Set.of("Cost of Goods Sold", "Expense", "Other Expense");
    AccountTypeRules.check(draft, "ExpenseAccountRef", expense);
    if (stocked) {
      inventory(draft);
    }
    draft.before().ifPresent(before -> changed(draft, before));
  }

  private static void require(Draft draft, String property) {
    if (!draft.has(property)) {
      draft.problem(
          "2020", "Required parameter " + property + " is missing in the request", property);
    }
  }

  private static void inventory(Draft draft) {
    for (var preference : INVENTORY_PREFERENCES) {
      if (!draft.company().prefers("ProductAndServicesPrefs." + preference)) {
        draft.problem("5030", "Inventory is off in this company: " + preference, "Type");
      }
    }
    List.of("AssetAccountRef", "InvStartDate").forEach(property -> require(draft, property));
    if (draft.isCreate()) {
      require(draft, "QtyOnHand");
    }
    if (!draft.flag("TrackQtyOnHand")) {
      draft.problem("2020", "An inventory item needs TrackQtyOnHand true", "TrackQtyOnHand");
    }
    AccountTypeRules.check(draft, "AssetAccountRef", Set.of("Other Current Asset"));
    subType(draft, "AssetAccountRef", "Inventory");
    subType(draft, "IncomeAccountRef", "SalesOfProductIncome");
  }

  private static void subType(Draft draft, String property, String wanted) {
    draft
        .company()
        .records()
        .find("Account", draft.text(property + ".value"))
        .filter(account -> !account.text("AccountSubType").equals(wanted))
        .ifPresent(
            account -> draft.problem("6430", property + " must be of type " + wanted, property));
  }

  private static void changed(Draft draft, Stored before) {
    if (Inventory.tracks(before) && !draft.flag("TrackQtyOnHand")) {
      draft.problem("6000", "TrackQtyOnHand cannot go back to false", "TrackQtyOnHand");
    }
    if (before.json().has("QtyOnHand")) {
      draft.after().set("QtyOnHand", before.json().get("QtyOnHand"));
    }
  }
}
