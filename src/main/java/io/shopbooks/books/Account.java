package io.shopbooks.books;

import java.util.Currency;
import java.util.Set;

/**
 * An account of the chart.
 *
 * @param type as QuickBooks names it: "Bank", "Other Current Asset", "Income" …
 */
public record Account(Ref ref, String type, Currency currency) {

  private static final Set<String> HOLDS_MONEY = Set.of("Bank", "Other Current Asset");

  public String name() {
    return ref.name();
  }

  /** Whether a receipt may deposit to it (`quickbooks-online.md` 6.6). */
  public boolean holdsMoney() {
    return HOLDS_MONEY.contains(type);
  }
}
