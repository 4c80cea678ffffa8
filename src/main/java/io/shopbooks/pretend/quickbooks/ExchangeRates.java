package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** QuickBooks' own rates: home units for one foreign unit, by day (6.3). */
final class ExchangeRates {

  private final Company company;

  ExchangeRates(Company company) {
    this.company = company;
  }

  /** The newest rate up to that day; 1 for the home currency and where none is known. */
  BigDecimal on(String currency, LocalDate day) {
    return asOf(day).stream()
        .filter(rate -> rate.text("SourceCurrencyCode").equals(currency))
        .findFirst()
        .map(rate -> Json.number(rate.json(), "Rate"))
        .orElse(BigDecimal.ONE);
  }

  /** The rate of each currency on a day, as if QuickBooks had noted one that day. */
  List<Stored> asOf(LocalDate day) {
    var newest = new TreeMap<String, Stored>();
    for (var rate : company.records().all("ExchangeRate").values()) {
      if (rate.text("AsOfDate").compareTo(day.toString()) <= 0) {
        newest.merge(rate.text("SourceCurrencyCode"), rate, ExchangeRates::later);
      }
    }
    return newest.values().stream().map(rate -> dated(rate, day)).toList();
  }

  private static Stored later(Stored one, Stored other) {
    return other.text("AsOfDate").compareTo(one.text("AsOfDate")) >= 0 ? other : one;
  }

  private static Stored dated(Stored rate, LocalDate day) {
    var json = rate.copy().put("AsOfDate", day.toString());
    return new Stored(rate.type(), json, rate.born(), List.of());
  }

  void set(String currency, LocalDate day, BigDecimal rate) {
    var json = Json.object().put("SourceCurrencyCode", currency);
    json.put("TargetCurrencyCode", company.currency()).put("AsOfDate", day.toString());
    json.set("Rate", Json.number(rate));
    company.keep("ExchangeRate", json);
  }
}
