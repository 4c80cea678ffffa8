package io.shopbooks.cli;

import io.shopbooks.pretend.quickbooks.PretendCompany;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an accountant sees of a company.
 *
 * @param trial the balance of each account
 * @param documents without what QuickBooks numbers itself
 */
record Books(Map<String, BigDecimal> trial, List<String> documents) {

  static Books of(PretendCompany company) {
    var trial = new TreeMap<String, BigDecimal>();
    company.trialBalance().forEach((name, sum) -> trial.put(name, sum.stripTrailingZeros()));
    var documents =
        company.documents().stream()
            .map(
                d ->
                    String.join(
                        " ",
                        d.type(),
                        d.number(),
                        d.date().toString(),
                        d.customer(),
                        d.total().toString(),
                        d.tax().toString()))
            .sorted()
            .toList();
    return new Books(trial, documents);
  }

  /** The sale of this order, by the number it has in the books. */
  static PretendDocument sale(PretendCompany company, int order) {
    return company.documents().stream()
        .filter(d -> d.number().equals("W-" + order))
        .findFirst()
        .orElseThrow();
  }

  /** Customers or items that are not inactive, as JSON. */
  static List<String> active(PretendCompany company, String type) {
    return company.lists().all(type).stream()
        .filter(json -> !json.replace(" ", "").contains("\"Active\":false"))
        .toList();
  }
}
