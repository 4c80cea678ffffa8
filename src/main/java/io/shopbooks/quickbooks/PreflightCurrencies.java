package io.shopbooks.quickbooks;

import io.shopbooks.books.Company;
import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Preflight.Finding;
import io.shopbooks.quickbooks.Preflight.ShopFacts;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the company works with the shop's currency. */
record PreflightCurrencies(Connection connection, Company company, ShopFacts shop) {

  void addTo(List<Finding> findings) {
    shop.currency()
        .filter(currency -> !isAllowed(currency))
        .ifPresent(currency -> findings.add(finding(currency)));
  }

  private boolean isAllowed(Currency currency) {
    return currency.equals(company.home())
        || company.multicurrency() && company.currencies().contains(currency);
  }

  private Finding finding(Currency currency) {
    return company.multicurrency()
        ? Finding.stops(
            Misfit.CURRENCY_NOT_ADDED,
            Map.of("currency", currency.getCurrencyCode(), "known", known()))
        : Finding.stops(
            Misfit.ONE_CURRENCY,
            Map.of(
                "currency", currency.getCurrencyCode(), "own", company.home().getCurrencyCode()));
  }

  private String known() {
    return company.currencies().stream()
        .map(Currency::getCurrencyCode)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
