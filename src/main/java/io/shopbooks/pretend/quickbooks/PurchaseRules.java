package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an expense may consist of. */
final class PurchaseRules {

  private PurchaseRules() {}

  static void check(Draft draft) {
    for (var line : draft.lines()) {
      if (Json.text(line, "DetailType").equals("AccountBasedExpenseLineDetail")) {
        account(draft, Json.text(line, "AccountBasedExpenseLineDetail.AccountRef.value"));
      } else {
        item(draft, line);
      }
    }
    boolean none = draft.text("GlobalTaxCalculation").equals("NotApplicable");
    if (none && draft.sends("TxnTaxDetail")) {
      draft.problem(
          "6170", "Tax detail cannot be given where tax is not applicable", "TxnTaxDetail");
    }
    if (draft.flag("Credit") && !draft.text("PaymentType").equals("CreditCard")) {
      draft.problem(
          "2600", "Credit conflicts with PaymentType " + draft.text("PaymentType"), "Credit");
    }
  }

  private static void account(Draft draft, String account) {
    if (account.isEmpty()) {
      draft.problem("6440", "The expense line lacks its account", "Line");
      return;
    }
    var type = new Accounts(draft.company()).type(account);
    var party = draft.text("EntityRef.value");
    if (type.equals("Accounts Receivable") && isNone(draft, "Customer", party)) {
      draft.problem("6000", "Accounts receivable needs a customer in EntityRef", "EntityRef");
    }
    if (type.equals("Accounts Payable") && isNone(draft, "Vendor", party)) {
      draft.problem("6000", "Accounts payable needs a vendor in EntityRef", "EntityRef");
    }
  }

  static boolean isNone(Draft draft, String type, String party) {
    return draft.company().records().find(type, party).isEmpty();
  }

  private static void item(Draft draft, ObjectNode line) {
    var item = draft.item(line).orElse(null);
    if (item == null) {
      draft.problem("6440", "The expense line lacks its item", "Line");
      return;
    }
    var detail = "ItemBasedExpenseLineDetail.";
    var quantity = Json.number(line, detail + "Qty");
    var due = draft.round(quantity.multiply(Json.number(line, detail + "UnitPrice")));
    boolean priced = Json.has(line, detail + "Qty") && Json.has(line, detail + "UnitPrice");
    if (priced && due.compareTo(draft.round(Json.number(line, "Amount"))) != 0) {
      draft.problem("6070", "Amount is not equal to UnitPrice * Qty", "Line");
    }
    if (Inventory.tracks(item) && !Json.has(line, detail + "Qty")) {
      draft.problem(
          "6520", "Quantity is required for the inventory item " + item.text("Name"), "Line");
    }
    if (Inventory.tracks(item)
        && draft.date().toString().compareTo(item.text("InvStartDate")) < 0) {
      draft.problem(
          "6270", "Transaction date is prior to start date for inventory item", "TxnDate");
    }
  }
}
