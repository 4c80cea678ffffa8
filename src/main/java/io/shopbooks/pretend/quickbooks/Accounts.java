package io.shopbooks.pretend.quickbooks;

import java.util.function.Predicate;

/** The chart of accounts: which account a document falls back on, and what kind an account is. */
final class Accounts {

  private final Company company;

  Accounts(Company company) {
    this.company = company;
  }

  static String classification(String type) {
    return switch (type) {
      case "Accounts Payable", "Credit Card", "Other Current Liability", "Long Term Liability" ->
          "Liability";
      case "Equity" -> "Equity";
      case "Income", "Other Income" -> "Revenue";
      case "Cost of Goods Sold", "Expense", "Other Expense" -> "Expense";
      default -> "Asset";
    };
  }

  String type(String id) {
    return Json.text(company.the("Account", id).json(), "AccountType");
  }

  String currency(String id) {
    return Json.text(company.the("Account", id).json(), "CurrencyRef.value");
  }

  boolean isReceivable(String id) {
    return type(id).equals("Accounts Receivable");
  }

  boolean isUndeposited(String id) {
    return id.equals(undeposited());
  }

  String undeposited() {
    return first(account -> account.text("AccountSubType").equals("UndepositedFunds"));
  }

  /** Accounts receivable of a currency: one account each. */
  String receivable(String currency) {
    return first(
        account ->
            account.text("AccountType").equals("Accounts Receivable")
                && account.text("CurrencyRef.value").equals(currency));
  }

  String discounts() {
    return Json.text(company.preferences(), "SalesFormsPrefs.DefaultDiscountAccount");
  }

  String shipping() {
    return Json.text(company.preferences(), "SalesFormsPrefs.DefaultShippingAccount");
  }

  String tips() {
    return named("Tips payable", "Other Current Liability");
  }

  String exchangeDifferences() {
    return first(account -> account.text("AccountSubType").equals("ExchangeGainOrLoss"));
  }

  String openingBalances() {
    return first(account -> account.text("AccountSubType").equals("OpeningBalanceEquity"));
  }

  String shrinkage() {
    return named("Inventory Shrinkage", "Cost of Goods Sold");
  }

  String taxPayable(String agency) {
    return named(agency + " Payable", "Other Current Liability");
  }

  /** By the name it was opened with; once renamed, any account of its type does. */
  private String named(String name, String type) {
    var entity = Schema.named("Account").orElseThrow();
    return company.records().named(entity, name).stream()
        .findFirst()
        .orElseGet(() -> first(account -> account.text("AccountType").equals(type)));
  }

  private String first(Predicate<Stored> wanted) {
    return company.records().all("Account").values().stream()
        .filter(wanted)
        .findFirst()
        .map(Stored::id)
        .orElseThrow();
  }
}
