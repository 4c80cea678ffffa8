package io.shopbooks.report;

import io.shopbooks.books.Reason;
import io.shopbooks.ledger.Hold;
import java.util.List;
import java.util.Optional;

/**
 * A choice of the connection that shall name something else of the company, or something at all.
 *
 * @param path of its key: {@code [payments, methods, paypal, account]}; where only the list is
 *     known, in which the wrong name stands, that of the list: {@code [taxes, rates]}
 * @param named what stands there and is not right; empty where nothing does
 */
public record Setting(List<String> path, String named) {

  public Setting {
    path = List.copyOf(path);
  }

  /** The choice that would mend the hold; empty where something else is to be done. */
  static Optional<Setting> of(Hold hold) {
    var reason = hold.reason();
    return Optional.ofNullable(
        switch (reason.why()) {
          case UNKNOWN_ACCOUNT, UNKNOWN_ITEM, UNKNOWN_TAX_CODE, UNKNOWN_LIST_ENTRY ->
              new Setting(List.of(fact(reason, "setting").split("[.]")), fact(reason, "name"));
          case WRONG_ACCOUNT_TYPE ->
              fact(reason, "sale").isEmpty()
                  ? null
                  : new Setting(List.of("payments", "methods"), fact(reason, "account"));
          case NO_PAYMENT_RULE -> account(gateway(reason));
          case WRONG_ACCOUNT_CURRENCY -> account(gateway(reason) + "/" + fact(reason, "sale"));
          case NO_TAX_CODE -> fact(reason, "percent").isEmpty() ? null : rate(reason);
          case NO_US_CODE ->
              fact(reason, "rate").isEmpty() ? absent("taxes", "us-code") : rate(reason);
          case NO_UNTAXED_CODE -> absent("taxes", "untaxed");
          default -> null;
        });
  }

  private static Setting account(String gateway) {
    return absent("payments", "methods", gateway, "account");
  }

  private static Setting rate(Reason reason) {
    return absent("taxes", "rates", fact(reason, "rate"));
  }

  private static Setting absent(String... path) {
    return new Setting(List.of(path), "");
  }

  /** Orders made by hand often have none: any other is meant then. */
  static String gateway(Reason reason) {
    var gateway = fact(reason, "gateway");
    return gateway.isEmpty() ? "*" : gateway;
  }

  private static String fact(Reason reason, String name) {
    return Facts.of(reason, name).orElse("");
  }
}
