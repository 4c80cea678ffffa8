package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.time.LocalDate;

/** QuickBooks' own rates: home units for one foreign unit, by day (6.3). */
final class ExchangeRates {

  private final Company company;

  ExchangeRates(Company company) {
    this.company = company;
  }

  /** The newest rate up to that day; 1 for the home currency and where none is known. */
  BigDecimal on(String currency, LocalDate day) {
    Stored newest = null;
    for (var rate : company.records().all("ExchangeRate").values()) {
      boolean fits =
          rate.text("SourceCurrencyCode").equals(currency)
              && rate.text("AsOfDate").compareTo(day.toString()) <= 0;
      if (fits
          && (newest == null || rate.text("AsOfDate").compareTo(newest.text("AsOfDate")) >= 0)) {
        newest = rate;
      }
    }
    return newest == null ? BigDecimal.ONE : Json.number(newest.json(), "Rate");
  }

  void set(String currency, LocalDate day, BigDecimal rate) {
    var json = Json.object().put("SourceCurrencyCode", currency);
    json.put("TargetCurrencyCode", company.currency()).put("AsOfDate", day.toString());
    json.set("Rate", Json.number(rate));
    company.keep("ExchangeRate", json);
  }
}
