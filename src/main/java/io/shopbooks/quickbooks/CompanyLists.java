package io.shopbooks.quickbooks;

import io.shopbooks.books.Account;
import io.shopbooks.books.TaxCode;
import java.util.Currency;
import java.util.List;

/**
 * What there is to choose from in a company: active entries, by the names people see.
 *
 * @param country by ISO 3166 alpha-2
 * @param home the currency of the books
 * @param classes empty where the company does not track them
 * @param locations empty where the company does not track them
 */
public record CompanyLists(
    String country,
    Currency home,
    List<Account> accounts,
    List<String> items,
    List<TaxCode> taxCodes,
    List<String> paymentMethods,
    List<String> classes,
    List<String> locations,
    List<String> terms) {

  public CompanyLists {
    accounts = List.copyOf(accounts);
    items = List.copyOf(items);
    taxCodes = List.copyOf(taxCodes);
    paymentMethods = List.copyOf(paymentMethods);
    classes = List.copyOf(classes);
    locations = List.copyOf(locations);
    terms = List.copyOf(terms);
  }

  /** Whether the American tax model is the company's. */
  public boolean isAmerican() {
    return country.equals("US");
  }
}
