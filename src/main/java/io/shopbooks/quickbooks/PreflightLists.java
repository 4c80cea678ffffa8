package io.shopbooks.quickbooks;

import io.shopbooks.books.Choices.Create;
import io.shopbooks.books.Company;
import io.shopbooks.books.Company.ClassTracking;
import io.shopbooks.books.Ref;
import io.shopbooks.connections.Connection;
import io.shopbooks.quickbooks.Preflight.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Whether the items, accounts, class, location and terms that a connection names are in the
 * company.
 *
 * @param accountType realm and item to the type of the item's income account
 */
record PreflightLists(
    Connection connection,
    Company company,
    BiFunction<String, String, Optional<String>> accountType) {

  private static final Set<String> INCOME = Set.of("Income", "Other Income");
  private static final Set<String> COST = Set.of("Cost of Goods Sold", "Expense", "Other Expense");
  private static final Set<String> STOCK = Set.of("Other Current Asset");
  private static final Set<String> LIABILITY =
      Set.of("Other Current Liability", "Long Term Liability");

  void addTo(List<Finding> findings) {
    items(findings);
    products(findings);
    entries(findings);
  }

  private void items(List<Finding> findings) {
    var sales = connection.choices().sales();
    item(sales.defaultItem(), "sales.default-item", true, findings);
    item(sales.shippingItem(), "sales.shipping-item", true, findings);
    item(sales.roundingItem(), "sales.rounding-item", true, findings);
    sales.discountItem().ifPresent(name -> item(name, "sales.discount-item", true, findings));
    item(
        connection.choices().credits().adjustmentItem(), "credits.adjustment-item", true, findings);
    // Many shops have none of these, so that the item is missed only once one comes.
    item(sales.feeItem(), "sales.fee-item", false, findings);
    item(sales.tipItem(), "sales.tip-item", false, findings);
    item(sales.giftCardItem(), "sales.gift-card-item", false, findings);
    accountType
        .apply(company.realm(), sales.giftCardItem())
        .filter(type -> !LIABILITY.contains(type))
        .ifPresent(
            type ->
                findings.add(
                    new Finding(
                        "The item '"
                            + sales.giftCardItem()
                            + "' for gift cards is on an account of"
                            + " the type "
                            + type
                            + ", so that a gift card would count as a sale.",
                        "Give the item a liability account in QuickBooks.",
                        false)));
  }

  private void item(String name, String setting, boolean always, List<Finding> findings) {
    if (company.item(name).isEmpty()) {
      var held = always ? "" : " Sales that need it are held.";
      findings.add(missing("item", name, setting, held, always));
    }
  }

  private void products(List<Finding> findings) {
    var products = connection.choices().products();
    if (products.create() == Create.NEVER) {
      return;
    }
    account(products.incomeAccount(), "products.income-account", INCOME, findings);
    account(products.expenseAccount(), "products.expense-account", COST, findings);
    if (company.inventory()) {
      account(products.assetAccount(), "products.asset-account", STOCK, findings);
    }
  }

  private void account(String name, String setting, Set<String> types, List<Finding> findings) {
    var account = company.account(name);
    if (account.isEmpty()) {
      findings.add(missing("account", name, setting, "", true));
    } else if (!types.contains(account.get().type())) {
      findings.add(
          new Finding(
              "The account '" + name + "' is of the type " + account.get().type() + ".",
              "Name one of the type "
                  + String.join(" or ", types.stream().sorted().toList())
                  + " under "
                  + setting
                  + " in "
                  + connection.file()
                  + ".",
              true));
    }
  }

  private void entries(List<Finding> findings) {
    var sales = connection.choices().sales();
    if (company.classTracking() == ClassTracking.NONE) {
      sales.className().ifPresent(name -> findings.add(notTracked("classes", "sales.class")));
    } else {
      entry("class", sales.className(), company::className, "sales.class", findings);
    }
    if (company.locations()) {
      entry("location", sales.location(), company::location, "sales.location", findings);
    } else {
      sales.location().ifPresent(name -> findings.add(notTracked("locations", "sales.location")));
    }
    entry("terms", sales.terms(), company::terms, "sales.terms", findings);
  }

  private void entry(
      String what,
      Optional<String> name,
      Function<String, Optional<Ref>> list,
      String setting,
      List<Finding> findings) {
    name.filter(entry -> list.apply(entry).isEmpty())
        .ifPresent(entry -> findings.add(missing(what, entry, setting, "", true)));
  }

  private Finding notTracked(String what, String setting) {
    return new Finding(
        setting + " is named, and the company does not track " + what + ": it is left out.",
        "Switch "
            + what
            + " on in QuickBooks (Account and settings > Advanced > Categories), or"
            + " take "
            + setting
            + " out of "
            + connection.file()
            + ".",
        false);
  }

  private Finding missing(String what, String name, String setting, String held, boolean stops) {
    return new Finding(
        "The company has no " + what + " '" + name + "'." + held,
        "Make it in QuickBooks, or name another under "
            + setting
            + " in "
            + connection.file()
            + ".",
        stops);
  }
}
