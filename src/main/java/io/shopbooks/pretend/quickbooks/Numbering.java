package io.shopbooks.pretend.quickbooks;

import java.util.List;

/** Numbers QuickBooks gives itself, because the company has it so or was asked to (7.5). */
final class Numbering {

  private static final String AUTOMATIC = "AUTO_GENERATE";
  private static final long FIRST = 1001;

  private Numbering() {}

  static boolean isAutomatic(Draft draft) {
    return draft.flag("AutoDocNumber") || draft.text("DocNumber").equals(AUTOMATIC);
  }

  static void complete(Draft draft) {
    boolean theirs = !draft.company().prefers("SalesFormsPrefs.CustomTxnNumbers");
    boolean none = !draft.has("DocNumber");
    if (isAutomatic(draft) || theirs && none) {
      var kept = draft.before().map(before -> before.text("DocNumber")).orElse("");
      draft.after().put("DocNumber", kept.isEmpty() ? next(draft) : kept);
    }
    draft.after().remove("AutoDocNumber");
  }

  /**
   * The counter follows the numbers QuickBooks gave, not those that were sent: a number sent while
   * it counts itself comes again later.
   */
  private static String next(Draft draft) {
    var records = draft.company().records();
    var last = records.find("Counter", "1").map(c -> Json.number(c.json(), "Last").longValue());
    var next = last.orElse(FIRST - 1) + 1;
    records.put("Counter", Json.object().put("Id", "1").put("Last", next), List.of());
    return String.valueOf(next);
  }
}
