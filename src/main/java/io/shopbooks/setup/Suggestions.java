package io.shopbooks.setup;

import io.shopbooks.books.Account;
import io.shopbooks.quickbooks.CompanyLists;
import io.shopbooks.setup.Choice.Because;
import io.shopbooks.setup.Choice.Suggestion;
import io.shopbooks.shop.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The choices of a connection that name something of its shop or company, each with what there is
 * and what probably fits. Nothing is chosen here: a person ticks what is right.
 */
public final class Suggestions {

  private static final Set<String> BY_HAND = Set.of("bacs", "cheque", "cod");
  private static final String UNDEPOSITED = "Undeposited Funds";

  /** Items by what they are for; the second is the name the choice has where none is made. */
  private static final List<List<String>> ITEMS =
      List.of(
          List.of("sales", "default-item", "Online sale"),
          List.of("sales", "shipping-item", "Shipping"),
          List.of("sales", "discount-item", "Discount"),
          List.of("sales", "fee-item", "Fee"),
          List.of("sales", "tip-item", "Tip"),
          List.of("sales", "gift-card-item", "Gift cards"),
          List.of("sales", "rounding-item", "Rounding"),
          List.of("credits", "adjustment-item", "Refund adjustment"));

  private static final Map<String, Set<String>> ACCOUNTS =
      Map.of(
          "income-account", Set.of("Income"),
          "expense-account", Set.of("Cost of Goods Sold"),
          "asset-account", Set.of("Other Current Asset"),
          "account", Set.of("Expense", "Other Expense", "Cost of Goods Sold"));

  /** The names these accounts usually have. */
  private static final Map<String, String> USUAL =
      Map.of(
          "income-account", "Sales of Product Income",
          "expense-account", "Cost of Goods Sold",
          "asset-account", "Inventory Asset",
          "account", "Merchant fees");

  private final CompanyLists company;
  private final List<Choice> choices = new ArrayList<>();

  private Suggestions(CompanyLists company) {
    this.company = company;
  }

  /** All choices, in the order of a connection file. */
  public static List<Choice> of(CompanyLists company, Probe shop) {
    var suggestions = new Suggestions(company);
    suggestions.items();
    suggestions.named(List.of("sales", "class"), "web", company.classes());
    suggestions.named(List.of("sales", "location"), "web", company.locations());
    suggestions.account(List.of("products", "income-account"));
    suggestions.account(List.of("products", "expense-account"));
    suggestions.account(List.of("products", "asset-account"));
    suggestions.choices.addAll(new TaxSuggestions(company, shop.taxRates()).all());
    shop.gateways().stream().filter(Probe.Gateway::enabled).forEach(suggestions::gateway);
    suggestions.account(List.of("payments", "fees", "account"));
    return List.copyOf(suggestions.choices);
  }

  /** Of which types, as QuickBooks calls them, the account of this key may be. */
  static Set<String> accountTypes(List<String> key) {
    return ACCOUNTS.get(key.get(key.size() - 1));
  }

  /** What probably is in the name of what this key names; empty where nobody can tell. */
  static Optional<String> usual(List<String> key) {
    if (key.size() == 4) {
      return Optional.of(key.get(2).replaceFirst("/.*", ""));
    }
    return ITEMS.stream()
        .filter(item -> item.subList(0, 2).equals(key))
        .map(item -> item.get(2))
        .findFirst()
        .or(() -> Optional.ofNullable(USUAL.get(key.get(key.size() - 1))));
  }

  private void items() {
    for (var item : ITEMS) {
      named(item.subList(0, 2), item.get(2), company.items());
    }
  }

  /** Where there is nothing to choose from, nothing is asked. */
  private void named(List<String> path, String usual, List<String> names) {
    if (!names.isEmpty()) {
      var similar = Similarity.mostSimilar(usual, names);
      choices.add(new Choice(path, "", names, similar.map(Suggestions::similar)));
    }
  }

  private void account(List<String> path) {
    named(path, usual(path).orElseThrow(), accounts(path));
  }

  private List<String> accounts(List<String> path) {
    return company.accounts().stream()
        .filter(account -> accountTypes(path).contains(account.type()))
        .map(Account::name)
        .toList();
  }

  private void gateway(Probe.Gateway gateway) {
    var about = gateway.title().isBlank() ? gateway.id() : gateway.title();
    var names = gateway.id() + " " + gateway.title();
    var accounts = company.accounts().stream().filter(Account::holdsMoney).map(Account::name);
    var path = List.of("payments", "methods", gateway.id());
    var money = accounts.toList();
    var account =
        Similarity.mostSimilar(names, money)
            .map(Suggestions::similar)
            .or(() -> usual(gateway, money));
    choices.add(new Choice(with(path, "account"), about, money, account));
    var method = Similarity.mostSimilar(names, company.paymentMethods());
    choices.add(
        new Choice(
            with(path, "method"),
            about,
            company.paymentMethods(),
            method.map(Suggestions::similar)));
  }

  /** Cheques and transfers reach the bank later, together. */
  private static Optional<Suggestion> usual(Probe.Gateway gateway, List<String> accounts) {
    return BY_HAND.contains(gateway.id()) && accounts.contains(UNDEPOSITED)
        ? Optional.of(new Suggestion(UNDEPOSITED, Because.USUAL))
        : Optional.empty();
  }

  private static Suggestion similar(String name) {
    return new Suggestion(name, Because.SIMILAR_NAME);
  }

  private static List<String> with(List<String> path, String key) {
    var longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }
}
