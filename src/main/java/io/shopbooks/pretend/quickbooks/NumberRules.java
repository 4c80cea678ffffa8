package io.shopbooks.pretend.quickbooks;

/** The document number: used once per type where the shop numbers (7.5). */
final class NumberRules {

  private NumberRules() {}

  static void check(Draft draft) {
    var number = draft.text("DocNumber");
    boolean ours = draft.company().prefers("SalesFormsPrefs.CustomTxnNumbers");
    boolean letThrough =
        draft.write().include().contains("allowduplicatedocnum")
            || draft.company().holds(Assumption.DUPLICATE_NUMBERS_LET_THROUGH);
    if (number.isEmpty() || Numbering.isAutomatic(draft) || !ours || letThrough) {
      return;
    }
    var own = draft.text("Id");
    draft.company().records().numbered(draft.entity().name(), number).stream()
        .filter(id -> !id.equals(own))
        .findFirst()
        .ifPresent(id -> duplicate(draft, number, id));
  }

  private static void duplicate(Draft draft, String number, String id) {
    draft.problem(
        "6140",
        "You must specify a different number. This number has already been used. DocNumber=%s is assigned to TxnType=%s with TxnId=%s"
            .formatted(number, draft.entity().name(), id),
        "DocNumber");
  }
}
