package io.shopbooks.cli;

import io.shopbooks.pretend.quickbooks.PretendCompany;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an accountant sees of a company.
 *
 * @param trial each account's balance
 * @param documents one line each, sorted
 */
record Books(Map<String, BigDecimal> trial, List<String> documents) {

  static Books of(PretendCompany company) {
    var documents =
        company.documents().stream()
            .map(
                d ->
                    d.type()
                        + " "
                        + d.number()
                        + " "
                        + d.date()
                        + " "
                        + d.customer()
                        + " "
                        + d.total()
                        + " "
                        + d.tax())
            .sorted()
            .toList();
    var trial = new TreeMap<String, BigDecimal>();
    company.trialBalance().forEach((name, sum) -> trial.put(name, sum.stripTrailingZeros()));
    return new Books(trial, documents);
  }
}
