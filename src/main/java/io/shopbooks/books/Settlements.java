package io.shopbooks.books;

import io.shopbooks.books.Choices.PaymentRule;
import io.shopbooks.sale.Sale;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the money of a sale went, by its gateway and currency. */
record Settlements(Choices choices, Lists lists) {

  private static final int LONGEST_REFERENCE = 21;

  Settlement of(Sale sale) {
    var rule = rule(sale);
    return new Settlement(
        Optional.of(account(rule, sale)),
        method(rule),
        Text.cut(sale.payment().reference(), LONGEST_REFERENCE));
  }

  Ref account(Sale sale) {
    return account(rule(sale), sale);
  }

  /** Names of the accounts that the payments of a sale went to, each once. */
  static List<String> accounts(Sale sale, Choices choices, Lists lists) {
    var settlements = new Settlements(choices, lists);
    return sale.payments().stream()
        .map(payment -> settlements.account(sale.paidBy(payment)).name())
        .distinct()
        .toList();
  }

  private PaymentRule rule(Sale sale) {
    var gateway = sale.payment().gateway();
    var currency = sale.currency().getCurrencyCode();
    var methods = choices.payments().methods();
    return Stream.of(gateway + "/" + currency, gateway, "*/" + currency, "*")
        .filter(methods::containsKey)
        .map(methods::get)
        .findFirst()
        .orElseThrow(
            () ->
                new Unbookable(
                    Reason.of(Why.NO_PAYMENT_RULE)
                        .with("gateway", gateway)
                        .with("currency", currency)));
  }

  private Ref account(PaymentRule rule, Sale sale) {
    var account = lists.account(rule.account(), "payments.methods");
    if (!account.holdsMoney()) {
      throw new Unbookable(
          Reason.of(Why.WRONG_ACCOUNT_TYPE)
              .with("account", account.name())
              .with("type", account.type())
              .with("gateway", sale.payment().gateway())
              .with("sale", sale.currency().getCurrencyCode()));
    }
    var home = lists.company().home();
    if (!account.currency().equals(home) && !account.currency().equals(sale.currency())) {
      throw new Unbookable(
          Reason.of(Why.WRONG_ACCOUNT_CURRENCY)
              .with("account", account.name())
              .with("currency", account.currency().getCurrencyCode())
              .with("gateway", sale.payment().gateway())
              .with("sale", sale.currency().getCurrencyCode()));
    }
    return account.ref();
  }

  private Optional<String> method(PaymentRule rule) {
    var missing = rule.method().filter(name -> lists.company().paymentMethod(name).isEmpty());
    if (missing.isPresent() && !choices.payments().createMethods()) {
      throw new Unbookable(Reason.of(Why.UNKNOWN_PAYMENT_METHOD).with("name", missing.get()));
    }
    return rule.method();
  }
}
