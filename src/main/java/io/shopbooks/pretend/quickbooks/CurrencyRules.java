package io.shopbooks.pretend.quickbooks;

import java.math.BigDecimal;
import java.util.List;

/** Which currency a document, a customer and an account may have (6.3). */
final class CurrencyRules {

  private static final List<String> MONEY_ACCOUNTS = List.of("DepositToAccountRef", "AccountRef");

  private CurrencyRules() {}

  static void check(Draft draft) {
    var currency = draft.text("CurrencyRef.value");
    if (!currency.isEmpty() && !isListed(draft.company(), currency)) {
      draft.problem(
          "2220", "Currency " + currency + " is not in use in this company", "CurrencyRef");
    }
    if (draft.entity().isTransaction()) {
      transaction(draft);
    } else if (draft.before().isPresent()
        && !currency.isEmpty()
        && draft.changes("CurrencyRef.value")) {
      draft.problem("6000", "The currency of " + draft.entity().name() + " cannot be changed");
    }
  }

  private static boolean isListed(Company company, String currency) {
    if (currency.equals(company.currency())) {
      return true;
    }
    var entity = Schema.named("CompanyCurrency").orElseThrow();
    return company.isMulticurrency()
        && company.records().named(entity, currency).stream()
            .anyMatch(id -> company.the("CompanyCurrency", id).isActive());
  }

  private static void transaction(Draft draft) {
    if (draft.company().isMulticurrency() && !draft.has("CurrencyRef")) {
      draft.problem(
          "2020", "Required parameter CurrencyRef is missing in the request", "CurrencyRef");
    }
    if (draft.has("ExchangeRate")) {
      rate(draft);
    }
    customer(draft);
    MONEY_ACCOUNTS.forEach(account -> account(draft, account));
  }

  private static void rate(Draft draft) {
    var rate = draft.number("ExchangeRate");
    boolean home = draft.currency().equals(draft.company().currency());
    if (rate.signum() <= 0) {
      draft.problem("2090", "ExchangeRate must be positive", "ExchangeRate");
    } else if (home && rate.compareTo(BigDecimal.ONE) != 0) {
      draft.problem("6000", "A home currency transaction has the exchange rate 1");
    }
  }

  private static void customer(Draft draft) {
    var customer =
        draft.company().records().find("Customer", draft.text("CustomerRef.value")).orElse(null);
    if (customer != null && !customer.text("CurrencyRef.value").equals(draft.currency())) {
      draft.problem(
          "6000",
          "The transaction's currency %s is not the customer's, %s"
              .formatted(draft.currency(), customer.text("CurrencyRef.value")));
    }
  }

  private static void account(Draft draft, String property) {
    var id = draft.text(property + ".value");
    if (id.isEmpty() || draft.company().records().find("Account", id).isEmpty()) {
      return;
    }
    var currency = new Accounts(draft.company()).currency(id);
    if (!List.of(draft.company().currency(), draft.currency()).contains(currency)) {
      draft.problem(
          "6000",
          "The account's currency "
              + currency
              + " is neither the home currency nor the transaction's");
    }
  }
}
