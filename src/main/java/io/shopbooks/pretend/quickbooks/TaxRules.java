package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Which tax codes a document may carry, by country (8.1, 8.2). */
final class TaxRules {

  private static final int MOST_TAXABLE_LINES = 750;
  private static final String LINE_CODE = "SalesItemLineDetail.TaxCodeRef.value";

  private TaxRules() {}

  static void check(Draft draft) {
    if (draft.company().region().isAmerican()) {
      american(draft);
    } else if (draft.company().prefers("TaxPrefs.UsingSalesTax")) {
      elsewhere(draft);
    }
    long taxable = draft.itemLines().stream().filter(line -> isTaxable(draft, line)).count();
    if (taxable > MOST_TAXABLE_LINES) {
      draft.problem("6000", "A taxable transaction has at most " + MOST_TAXABLE_LINES + " lines");
    }
  }

  private static boolean isTaxable(Draft draft, ObjectNode line) {
    var code = Json.text(line, LINE_CODE);
    return draft
        .company()
        .records()
        .find("TaxCode", code)
        .map(c -> Json.flag(c.json(), "Taxable"))
        .orElse(draft.company().region().isAmerican());
  }

  private static void american(Draft draft) {
    for (var line : draft.lines("SalesItemLineDetail")) {
      var code = Json.text(line, LINE_CODE);
      if (!code.isEmpty() && !Set.of("TAX", "NON").contains(code)) {
        draft.problem("6100", "The tax code of a line is TAX or NON, not " + code, "Line");
      }
    }
    var code = draft.text("TxnTaxDetail.TxnTaxCodeRef.value");
    if (code.equals("CustomSalesTax")) {
      var problem = draft.isCreate() ? "6160" : "6230";
      draft.problem(problem, "CustomSalesTax cannot be used", "TxnTaxCodeRef");
    } else if (Set.of("TAX", "NON").contains(code)) {
      draft.problem(
          "6470", "The tax code of a transaction is a tax group, not " + code, "TxnTaxCodeRef");
    }
    if (draft.number("TxnTaxDetail.TotalTax").signum() < 0) {
      draft.problem("2290", "TotalTax must not be negative", "TxnTaxDetail");
    }
  }

  private static void elsewhere(Draft draft) {
    var way = draft.text("GlobalTaxCalculation");
    if (way.equals("NotApplicable")) {
      if (draft.sends("TxnTaxDetail")) {
        draft.problem(
            "6170", "Tax detail cannot be given where tax is not applicable", "TxnTaxDetail");
      }
      return;
    }
    for (var line : draft.itemLines()) {
      if (Json.text(line, LINE_CODE).isEmpty()) {
        draft.problem(
            "6000", "Make sure all your transactions have a tax rate before you save.", "Line");
      }
      if (Json.has(line, "SalesItemLineDetail.TaxInclusiveAmt") && !way.equals("TaxInclusive")) {
        draft.problem("2600", "TaxInclusiveAmt conflicts with GlobalTaxCalculation " + way, "Line");
      }
    }
  }
}
