package io.shopbooks.report;

import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** Totals of a report as text, to the last digit. */
record Tie(String shop, String books, String unexplained, Map<Explained, String> parts) {

  static Tie usd(RunReport report) {
    return of(report, "USD");
  }

  static Tie of(RunReport report, String currency) {
    var totals = report.totals(Currency.getInstance(currency)).orElseThrow();
    var parts = new TreeMap<Explained, String>();
    totals.parts().forEach((by, money) -> parts.put(by, money.text()));
    return new Tie(totals.shop().text(), totals.books().text(), totals.unexplained().text(), parts);
  }
}
