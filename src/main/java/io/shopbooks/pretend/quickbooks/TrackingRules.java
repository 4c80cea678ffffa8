package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a company must have switched on before a document may use it (6.2). */
final class TrackingRules {

  private TrackingRules() {}

  static void check(Draft draft) {
    if (draft.sends("ClassRef")) {
      need(draft, "AccountingInfoPrefs.ClassTrackingPerTxn", "ClassRef");
    }
    if (draft.sends("DepartmentRef")) {
      need(draft, "AccountingInfoPrefs.TrackDepartments", "DepartmentRef");
    }
    if (draft.entity().is("Invoice") && draft.sends("DepositToAccountRef")) {
      need(draft, "SalesFormsPrefs.AllowDeposit", "DepositToAccountRef");
    }
    if (draft.sends("Line")) {
      draft.lines().forEach(line -> line(draft, line));
    }
  }

  private static void line(Draft draft, ObjectNode line) {
    var type = Json.text(line, "DetailType");
    var detail = line.path(type);
    if (detail.has("ClassRef")) {
      need(draft, "AccountingInfoPrefs.ClassTrackingPerTxnLine", "ClassRef");
    }
    if (type.equals("DiscountLineDetail")) {
      need(draft, "SalesFormsPrefs.AllowDiscount", "DiscountLineDetail");
    }
    if (isItem(detail, "SHIPPING_ITEM_ID")) {
      need(draft, "SalesFormsPrefs.AllowShipping", "ItemRef");
    }
    if (isItem(detail, "GRATUITY_ITEM_ID") && !allowsTips(draft.company())) {
      refuse(draft, "SalesFormsPrefs.AllowGratuity", "ItemRef");
    }
  }

  private static boolean isItem(JsonNode detail, String id) {
    return Json.text(detail, "ItemRef.value").equals(id);
  }

  private static boolean allowsTips(Company company) {
    return Json.stream(company.preferences(), "OtherPrefs.NameValue")
        .filter(pair -> Json.text(pair, "Name").equals("SalesFormsPrefs.AllowGratuity"))
        .anyMatch(pair -> Json.flag(pair, "Value"));
  }

  private static void need(Draft draft, String preference, String element) {
    if (!draft.company().prefers(preference)) {
      refuse(draft, preference, element);
    }
  }

  private static void refuse(Draft draft, String preference, String element) {
    draft.problem(
        "5030", element + " needs " + preference + ", which is off in this company", element);
  }
}
