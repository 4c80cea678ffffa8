package io.shopbooks.report;

import io.shopbooks.books.Reason;
import io.shopbooks.sale.Money;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a reason tells in text. */
final class Facts {

  private static final Pattern MONEY = Pattern.compile("(-?\\d+(?:\\.\\d+)?) ([A-Z]{3})");

  private Facts() {}

  static Optional<String> of(Reason reason, String name) {
    return Optional.ofNullable(reason.facts().get(name));
  }

  /** A fact that is an amount: "28.28 USD". */
  static Optional<Money> money(Reason reason, String name) {
    return of(reason, name).flatMap(Facts::money);
  }

  static Optional<Money> money(String text) {
    var found = MONEY.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Money.of(found.group(1), Currency.getInstance(found.group(2))));
    } catch (IllegalArgumentException noCurrency) {
      return Optional.empty();
    }
  }
}
