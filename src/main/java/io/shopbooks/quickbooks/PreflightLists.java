package io.shopbooks.quickbooks;

import io.shopbooks.books.Choices.Create;
import io.shopbooks.books.Company;
import io.shopbooks.books.Company.ClassTracking;
import io.shopbooks.books.Ref;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.quickbooks.Preflight.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        .map(type -> Map.of("name", sales.giftCardItem(), "type", type))
        .ifPresent(facts -> findings.add(Finding.note(Misfit.GIFT_CARDS_COUNT, facts)));
  }

  private void item(String name, String setting, boolean always, List<Finding> findings) {
    if (company.item(name).isEmpty()) {
      var facts = facts(name, setting);
      findings.add(
          always ? Finding.stops(Misfit.NO_ITEM, facts) : Finding.note(Misfit.NO_RARE_ITEM, facts));
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
      findings.add(Finding.stops(Misfit.NO_ACCOUNT, facts(name, setting)));
    } else if (!types.contains(account.get().type())) {
      var facts = new HashMap<>(facts(name, setting));
      facts.put("type", account.get().type());
      facts.put("types", String.join(", ", types.stream().sorted().toList()));
      findings.add(Finding.stops(Misfit.WRONG_ACCOUNT, facts));
    }
  }

  private void entries(List<Finding> findings) {
    var sales = connection.choices().sales();
    if (company.classTracking() == ClassTracking.NONE) {
      sales.className().ifPresent(name -> findings.add(notTracked(Misfit.CLASSES_OFF, "class")));
    } else {
      entry(Misfit.NO_CLASS, sales.className(), company::className, "sales.class", findings);
    }
    if (company.locations()) {
      entry(Misfit.NO_LOCATION, sales.location(), company::location, "sales.location", findings);
    } else {
      sales
          .location()
          .ifPresent(name -> findings.add(notTracked(Misfit.LOCATIONS_OFF, "location")));
    }
    entry(Misfit.NO_TERMS, sales.terms(), company::terms, "sales.terms", findings);
  }

  private void entry(
      Misfit misfit,
      Optional<String> name,
      Function<String, Optional<Ref>> list,
      String setting,
      List<Finding> findings) {
    name.filter(entry -> list.apply(entry).isEmpty())
        .ifPresent(entry -> findings.add(Finding.stops(misfit, facts(entry, setting))));
  }

  private Finding notTracked(Misfit misfit, String key) {
    return Finding.note(misfit, Map.of("file", connection.file().toString()))
        .with(FileEdit.without(List.of("sales", key)));
  }

  private Map<String, String> facts(String name, String setting) {
    return Map.of("name", name, "setting", setting, "file", connection.file().toString());
  }
}
