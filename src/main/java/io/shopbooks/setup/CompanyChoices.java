package io.shopbooks.setup;

import io.shopbooks.books.Account;
import io.shopbooks.books.Item;
import io.shopbooks.books.Reason;
import io.shopbooks.books.TaxCode;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.FileEdit;
import io.shopbooks.ledger.Hold;
import io.shopbooks.quickbooks.CompanyLists;
import io.shopbooks.quickbooks.MirroredLists;
import io.shopbooks.report.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What of its company a choice of a connection may name, by the mirror: asks QuickBooks nothing.
 */
@Component
public class CompanyChoices {

  /** So many items are shown at once; among more, a person searches. */
  private static final int MOST = 30;

  private static final String UNDEPOSITED = "Undeposited Funds";

  private final MirroredLists companies;

  CompanyChoices(MirroredLists companies) {
    this.companies = companies;
  }

  /** A list of the company. */
  public enum Kind {
    ACCOUNT,
    ITEM,
    TAX_CODE,
    ENTRY
  }

  /**
   * @param label as people tell it from others: "1010 Stripe clearing", "Mug (MUG-01)"
   */
  public record Option(String name, String label) {}

  /**
   * What there is to choose from.
   *
   * @param keys what gets the chosen name: {@code [payments, methods, paypal, account]}
   * @param searchable whether there may be more than these, which a search finds
   * @param suggestion what probably fits
   */
  public record Offer(
      List<List<String>> keys,
      Kind kind,
      List<Option> options,
      boolean searchable,
      Optional<String> suggestion) {

    /** The edits that make this name the choice. */
    public List<FileEdit> edits(String name) {
      return keys.stream().map(key -> FileEdit.text(key, name)).toList();
    }
  }

  /**
   * What would mend a hold; absent where the company was never looked at, and where the connection
   * no longer says what was wrong.
   *
   * @param part of the name, where there are many to choose from; may be empty
   */
  public Optional<Offer> of(Connection connection, Hold hold, Setting setting, String part) {
    var keys = keys(setting, connection);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    return companies
        .of(connection)
        .map(lists -> offer(connection, lists, hold, setting, keys, part));
  }

  /** Whether the company has this, and the choice may name it. */
  public boolean has(Connection connection, Offer offer, String name) {
    return offer.kind() == Kind.ITEM
        ? hasItem(connection, name)
        : offer.options().stream().anyMatch(option -> option.name().equals(name));
  }

  /** Whether the company has an item of this name that can be sold. */
  public boolean hasItem(Connection connection, String name) {
    return companies.item(connection, name).isPresent();
  }

  /** Items of the company, by a part of name or SKU. */
  public List<Option> items(Connection connection, String part) {
    return companies.items(connection, part, MOST).stream().map(CompanyChoices::option).toList();
  }

  /** Whether there are more items than are shown at once. */
  public boolean hasManyItems(Connection connection) {
    return companies.items(connection, "", MOST + 1).size() > MOST;
  }

  private Offer offer(
      Connection connection,
      CompanyLists lists,
      Hold hold,
      Setting setting,
      List<List<String>> keys,
      String part) {
    var kind = kind(keys.get(0));
    var options =
        switch (kind) {
          case ITEM -> items(connection, part);
          case ACCOUNT -> accounts(connection, lists, keys.get(0), hold);
          case TAX_CODE -> named(lists.taxCodes().stream().map(TaxCode::name));
          case ENTRY -> named(entries(keys.get(0), lists));
        };
    var names = kind == Kind.ITEM ? lists.items() : options.stream().map(Option::name).toList();
    var suggestion = suggestion(keys.get(0), names, setting, hold.reason());
    return new Offer(
        keys, kind, options, kind == Kind.ITEM && hasManyItems(connection), suggestion);
  }

  /** A reason that names only the list is found by the wrong name in it. */
  private static List<List<String>> keys(Setting setting, Connection connection) {
    var choices = connection.choices();
    var path = setting.path();
    if (path.equals(List.of("payments", "methods"))) {
      return choices.payments().methods().entrySet().stream()
          .filter(method -> method.getValue().account().equalsIgnoreCase(setting.named()))
          .map(method -> List.of("payments", "methods", method.getKey(), "account"))
          .toList();
    }
    if (path.equals(List.of("taxes", "rates"))) {
      return choices.taxes().rates().entrySet().stream()
          .filter(rate -> rate.getValue().equalsIgnoreCase(setting.named()))
          .map(rate -> List.of("taxes", "rates", rate.getKey()))
          .toList();
    }
    return List.of(path);
  }

  private static Kind kind(List<String> key) {
    var last = key.get(key.size() - 1);
    if (key.get(0).equals("taxes") && !last.equals("item")) {
      return Kind.TAX_CODE;
    }
    if (last.endsWith("account")) {
      return Kind.ACCOUNT;
    }
    return last.endsWith("item") ? Kind.ITEM : Kind.ENTRY;
  }

  private static Stream<String> entries(List<String> key, CompanyLists lists) {
    return switch (key.get(key.size() - 1)) {
      case "class" -> lists.classes().stream();
      case "location" -> lists.locations().stream();
      case "terms" -> lists.terms().stream();
      default -> lists.paymentMethods().stream();
    };
  }

  private List<Option> accounts(
      Connection connection, CompanyLists lists, List<String> key, Hold hold) {
    Predicate<Account> fits =
        key.get(1).equals("methods")
            ? account -> account.holdsMoney() && isFor(hold, account, lists)
            : account -> Suggestions.accountTypes(key).contains(account.type());
    var numbers = companies.accountNumbers(connection);
    return lists.accounts().stream().filter(fits).map(one -> option(one, lists, numbers)).toList();
  }

  /** In the sale's currency or the company's own (`quickbooks-online.md` 6.6). */
  private static boolean isFor(Hold hold, Account account, CompanyLists lists) {
    return account.currency().equals(lists.home())
        || account.currency().equals(hold.money().currency());
  }

  private static Option option(Account account, CompanyLists lists, Map<String, String> numbers) {
    var number = Optional.ofNullable(numbers.get(account.name())).map(n -> n + " ").orElse("");
    var foreign = account.currency().equals(lists.home()) ? "" : " · " + account.currency();
    return new Option(account.name(), number + account.name() + foreign);
  }

  private static Option option(Item item) {
    var sku = item.sku().isEmpty() ? "" : " (" + item.sku() + ")";
    return new Option(item.name(), item.name() + sku);
  }

  private static List<Option> named(Stream<String> names) {
    return names.map(name -> new Option(name, name)).toList();
  }

  private static Optional<String> suggestion(
      List<String> key, List<String> names, Setting setting, Reason reason) {
    var proposal = Optional.ofNullable(reason.facts().get("proposal"));
    return proposal
        .or(() -> Similarity.mostSimilar(setting.named(), names))
        .or(() -> Suggestions.usual(key).flatMap(name -> Similarity.mostSimilar(name, names)))
        .or(() -> Optional.of(UNDEPOSITED).filter(name -> key.get(1).equals("methods")))
        .filter(names::contains);
  }
}
