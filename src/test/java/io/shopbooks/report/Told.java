package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Reason;
import io.shopbooks.ledger.Hold;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.OrderKey;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What people are told about a hold of order 1042. */
final class Told {

  private Told() {}

  /** No gap, no placeholder, in neither language. */
  static void isToldInFull(Reason reason) {
    for (var locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      var words = Words.in(locale);
      assertThat(
              List.of(
                  words.title(reason),
                  words.explanation(reason),
                  words.remedy(hold(reason, "1042")).what()))
          .as(reason + " " + locale)
          .allSatisfy(
              text ->
                  assertThat(text)
                      .isNotBlank()
                      .doesNotContain("…", "{", "}", "“”", "« »", "\u00a0\u00a0")
                      .doesNotContainPattern(" {2}|\\( *\\)"));
    }
  }

  static Remedy remedy(Reason reason) {
    return Words.in(Locale.ENGLISH).remedy(hold(reason, "1042"));
  }

  static Hold hold(Reason reason, AnOrder order) {
    return hold(reason, order.raw().number());
  }

  static Hold hold(Reason reason, String number) {
    return new Hold(
        1,
        "acme",
        new OrderKey(AnOrder.SHOP, "1042"),
        SomeCompany.REALM,
        number,
        "order",
        reason,
        usd("10.00"),
        Instant.EPOCH);
  }

  static Money usd(String amount) {
    return Money.of(amount, Currency.getInstance("USD"));
  }
}
