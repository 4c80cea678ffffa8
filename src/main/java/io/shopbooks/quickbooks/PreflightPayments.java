package io.shopbooks.quickbooks;

import io.shopbooks.books.Account;
import io.shopbooks.books.Choices.PaymentRule;
import io.shopbooks.books.Company;
import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Preflight.Finding;
import io.shopbooks.quickbooks.Preflight.ShopFacts;
import java.util.List;
import java.util.Set;

/** Whether the money of every gateway has a place to go to, and gateway fees an account. */
record PreflightPayments(Connection connection, Company company, ShopFacts shop) {

  private static final Set<String> FEES = Set.of("Expense", "Other Expense", "Cost of Goods Sold");

  void addTo(List<Finding> findings) {
    var payments = connection.choices().payments();
    payments.methods().forEach((gateway, rule) -> rule(gateway, rule, findings));
    shop.gateways().stream()
        .filter(gateway -> !hasRule(gateway))
        .forEach(gateway -> findings.add(noRule(gateway)));
    payments
        .fees()
        .ifPresent(
            fees ->
                account(fees.account(), "payments.fees.account", findings)
                    .filter(account -> !FEES.contains(account.type()))
                    .ifPresent(account -> findings.add(wrongType(account, "an expense account"))));
  }

  private void rule(String gateway, PaymentRule rule, List<Finding> findings) {
    var setting = "payments.methods." + gateway + ".account";
    var account = account(rule.account(), setting, findings);
    account
        .filter(found -> !found.holdsMoney())
        .ifPresent(
            found -> findings.add(wrongType(found, "a bank account or an other current asset")));
    account
        .filter(found -> !found.currency().equals(company.home()))
        .filter(found -> !gateway.endsWith("/" + found.currency()))
        .ifPresent(found -> findings.add(foreign(gateway, found)));
    rule.method()
        .filter(name -> !connection.choices().payments().createMethods())
        .filter(name -> company.paymentMethod(name).isEmpty())
        .ifPresent(
            name ->
                findings.add(
                    new Finding(
                        "The company has no payment method '"
                            + name
                            + "', and"
                            + " payments.create-methods is off.",
                        "Make it in QuickBooks, or write `create-methods: true` under payments: in "
                            + connection.file()
                            + ".",
                        true)));
  }

  private java.util.Optional<Account> account(String name, String setting, List<Finding> findings) {
    var account = company.account(name);
    if (account.isEmpty()) {
      findings.add(
          new Finding(
              "The company has no account '" + name + "'.",
              "Make it in QuickBooks, or name another under "
                  + setting
                  + " in "
                  + connection.file()
                  + ".",
              true));
    }
    return account;
  }

  private Finding wrongType(Account account, String wanted) {
    return new Finding(
        "The account '" + account.name() + "' is of the type " + account.type() + ".",
        "Name " + wanted + " in its place in " + connection.file() + ".",
        true);
  }

  private Finding foreign(String gateway, Account account) {
    return new Finding(
        "The account '"
            + account.name()
            + "' is in "
            + account.currency()
            + ", and would get"
            + " payments through "
            + gateway
            + " in other currencies.",
        "Name it under payments.methods as `"
            + gateway.replaceFirst("/.*", "")
            + "/"
            + account.currency()
            + "` in "
            + connection.file()
            + ".",
        true);
  }

  private boolean hasRule(String gateway) {
    var methods = connection.choices().payments().methods().keySet();
    var currency = shop.currency().map(c -> c.getCurrencyCode()).orElse("");
    return methods.contains("*")
        || methods.contains(gateway)
        || methods.contains(gateway + "/" + currency)
        || methods.contains("*/" + currency);
  }

  private Finding noRule(String gateway) {
    return new Finding(
        "Nothing says where the money of the gateway '" + gateway + "' goes.",
        "Write `"
            + gateway
            + ": { account: <account> }` under payments.methods: in "
            + connection.file()
            + ".",
        true);
  }
}
