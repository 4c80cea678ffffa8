package io.shopbooks.quickbooks;

import io.shopbooks.books.Account;
import io.shopbooks.books.Choices.PaymentRule;
import io.shopbooks.books.Company;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.quickbooks.Preflight.Finding;
import io.shopbooks.quickbooks.Preflight.ShopFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                    .ifPresent(account -> findings.add(wrong(Misfit.NO_EXPENSE, account))));
  }

  private void rule(String gateway, PaymentRule rule, List<Finding> findings) {
    var setting = "payments.methods." + gateway + ".account";
    var account = account(rule.account(), setting, findings);
    account
        .filter(found -> !found.holdsMoney())
        .ifPresent(found -> findings.add(wrong(Misfit.HOLDS_NO_MONEY, found)));
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
                    Finding.stops(Misfit.NO_PAYMENT_METHOD, Map.of("name", name, "file", file()))
                        .with(FileEdit.yaml(List.of("payments", "create-methods"), "true"))));
  }

  private Optional<Account> account(String name, String setting, List<Finding> findings) {
    var account = company.account(name);
    if (account.isEmpty()) {
      findings.add(
          Finding.stops(
              Misfit.NO_ACCOUNT, Map.of("name", name, "setting", setting, "file", file())));
    }
    return account;
  }

  private Finding wrong(Misfit misfit, Account account) {
    return Finding.stops(
        misfit, Map.of("name", account.name(), "type", account.type(), "file", file()));
  }

  private Finding foreign(String gateway, Account account) {
    return Finding.stops(
        Misfit.FOREIGN_ACCOUNT,
        Map.of(
            "name", account.name(),
            "currency", account.currency().getCurrencyCode(),
            "gateway", gateway,
            "bare", gateway.replaceFirst("/.*", ""),
            "file", file()));
  }

  private boolean hasRule(String gateway) {
    var methods = connection.choices().payments().methods().keySet();
    var currency = shop.currency().map(c -> c.getCurrencyCode()).orElse("");
    return methods.contains("*")
        || methods.contains(gateway)
        || methods.contains(gateway + "/" + currency)
        || methods.contains("*/" + currency);
  }

  /** Undeposited funds is in every company; the difference is shown before it is written. */
  private Finding noRule(String gateway) {
    return Finding.stops(Misfit.NO_GATEWAY_RULE, Map.of("gateway", gateway, "file", file()))
        .with(
            FileEdit.yaml(
                List.of("payments", "methods", gateway), "{ account: Undeposited Funds }"));
  }

  private String file() {
    return connection.file().toString();
  }
}
