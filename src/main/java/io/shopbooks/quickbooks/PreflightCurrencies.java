package io.shopbooks.quickbooks;

import io.shopbooks.books.Company;
import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Preflight.Finding;
import io.shopbooks.quickbooks.Preflight.ShopFacts;
import java.util.Currency;
import java.util.List;

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
    var how =
        company.multicurrency()
            ? "Add " + currency + " to the company's currencies in QuickBooks."
            : "Switch on Multicurrency in QuickBooks (Account and settings > Advanced) and add "
                + currency
                + "; it cannot be switched off again.";
    return new Finding(
        "The shop sells in " + currency + ", and the company works with " + known() + " only.",
        how,
        true);
  }

  private String known() {
    return company.multicurrency()
        ? String.join(
            ", ", company.currencies().stream().map(Currency::getCurrencyCode).sorted().toList())
        : company.home().getCurrencyCode();
  }
}
