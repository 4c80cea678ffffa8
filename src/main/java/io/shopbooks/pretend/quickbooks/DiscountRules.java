package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.util.Set;

/** The one discount line a document may have (7.3). */
final class DiscountRules {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private DiscountRules() {}

  static void check(Draft draft) {
    if (!draft.sends("Line")) {
      return;
    }
    var lines = draft.lines("DiscountLineDetail");
    if (lines.size() > 1) {
      draft.problem("6000", "A transaction has one discount line", "Line");
    }
    for (var line : lines) {
      var percent = Json.number(line, "DiscountLineDetail.DiscountPercent");
      boolean percentBased = Json.flag(line, "DiscountLineDetail.PercentBased");
      if (percentBased ? percent.signum() == 0 : !line.has("Amount")) {
        draft.problem("6090", "The discount line lacks its amount or percentage", "Line");
      }
      if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
        draft.problem("2090", "Invalid number for DiscountPercent: " + percent, "Line");
      }
      if (Json.number(line, "Amount").signum() < 0) {
        draft.problem("2290", "Negative amounts aren't supported on transaction lines", "Line");
      }
      var account = Json.text(line, "DiscountLineDetail.DiscountAccountRef.value");
      var types = Set.of("Income", "Other Income", "Expense", "Other Expense");
      AccountTypeRules.check(draft, account, "DiscountAccountRef", types);
    }
  }
}
