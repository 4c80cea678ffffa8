package io.shopbooks.books;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * Which accounts of a company documents move that do not name them, by the names people see.
 *
 * @param incomeOfItems by the item's id
 * @param receivables by currency
 * @param undeposited where money goes that has no account of its own
 */
public record Chart(
    Map<String, String> incomeOfItems, Map<Currency, String> receivables, String undeposited) {

  public Chart {
    incomeOfItems = Map.copyOf(incomeOfItems);
    receivables = Map.copyOf(receivables);
  }

  String income(LineItem item) {
    if (item instanceof NewItem made) {
      return made.income().name();
    }
    return Optional.ofNullable(incomeOfItems.get(((Ref) item).id()))
        .orElse("Income of " + item.name());
  }

  String receivables(Currency currency) {
    return receivables.getOrDefault(currency, "Accounts receivable " + currency);
  }

  String deposit(Settlement settlement) {
    return settlement.account().map(Ref::name).orElse(undeposited);
  }
}
