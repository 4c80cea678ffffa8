package io.shopbooks.pretend.quickbooks;

/** E-mail, printing and custom fields of sales forms (7.2). */
final class FormRules {

  private FormRules() {}

  static void check(Draft draft) {
    if (draft.text("EmailStatus").equals("NeedToSend") && !draft.has("BillEmail.Address")) {
      draft.problem("6420", "An e-mail address is required for delivery", "BillEmail");
    }
    boolean printed = draft.text("PrintStatus").equals("PrintComplete");
    if (draft.entity().is("RefundReceipt") && printed && !draft.has("PaymentRefNum")) {
      draft.problem(
          "2020", "Required parameter PaymentRefNum is missing in the request", "PaymentRefNum");
    }
    if (draft.sends("CustomField")) {
      customFields(draft);
    }
  }

  /** With enhanced fields asked for, unknown ones are dropped and nobody is told (7.2). */
  private static void customFields(Draft draft) {
    boolean enhanced = draft.write().include().contains("enhancedAllCustomFields");
    var kept = Json.array();
    for (var field : Json.list(draft.after(), "CustomField")) {
      var id = Json.text(field, "DefinitionId");
      if (isDefined(draft, id)) {
        kept.add(field);
      } else if (!enhanced) {
        draft.problem("3000", "Custom field definition " + id + " does not exist", "CustomField");
      }
    }
    draft.after().set("CustomField", kept);
  }

  /** A definition is the place of a field that is in use (7.2). */
  private static boolean isDefined(Draft draft, String id) {
    return Json.stream(draft.company().preferences(), "SalesFormsPrefs.CustomField")
        .flatMap(group -> Json.stream(group, "CustomField"))
        .filter(field -> Json.text(field, "Name").equals("SalesFormsPrefs.UseSalesCustom" + id))
        .anyMatch(field -> field.path("BooleanValue").asBoolean());
  }
}
