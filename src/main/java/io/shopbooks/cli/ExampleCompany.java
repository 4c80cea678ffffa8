package io.shopbooks.cli;

import io.shopbooks.books.Account;
import io.shopbooks.books.Company;
import io.shopbooks.books.Item;
import io.shopbooks.books.Ref;
import io.shopbooks.books.TaxCode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A company whose facts and lists a YAML file tells; names serve as ids. */
final class ExampleCompany implements Company {

  static final String REALM = "1";

  private final Facts facts;

  private ExampleCompany(Facts facts) {
    this.facts = facts;
  }

  static ExampleCompany of(ExampleYaml yaml) {
    return new ExampleCompany(yaml.as(Facts.class));
  }

  /**
   * What the file says.
   *
   * @param closedUntil the last closed day
   * @param items name to SKU and type
   * @param accounts name to type and currency; the home currency if none is told
   * @param taxCodes name to its rates by name
   */
  record Facts(
      String country,
      Currency home,
      boolean multicurrency,
      List<Currency> currencies,
      boolean salesTax,
      boolean customNumbers,
      Optional<ClassTracking> classTracking,
      boolean locationTracking,
      Optional<LocalDate> closedUntil,
      boolean inventory,
      Map<String, ItemFacts> items,
      Map<String, AccountFacts> accounts,
      Map<String, Map<String, ExampleRate>> taxCodes,
      List<String> paymentMethods,
      List<String> classes,
      List<String> locations,
      List<String> terms,
      List<String> customFields) {

    Facts {
      currencies = filled(currencies);
      items = items == null ? Map.of() : items;
      accounts = accounts == null ? Map.of() : accounts;
      taxCodes = taxCodes == null ? Map.of() : taxCodes;
      paymentMethods = filled(paymentMethods);
      classes = filled(classes);
      locations = filled(locations);
      terms = filled(terms);
      customFields = filled(customFields);
    }

    private static <T> List<T> filled(List<T> list) {
      return list == null ? List.of() : list;
    }
  }

  record ItemFacts(Optional<String> sku, Optional<Item.Type> type) {}

  record AccountFacts(String type, Optional<Currency> currency) {}

  @Override
  public String realm() {
    return REALM;
  }

  @Override
  public String country() {
    return facts.country();
  }

  @Override
  public Currency home() {
    return facts.home();
  }

  @Override
  public boolean multicurrency() {
    return facts.multicurrency();
  }

  @Override
  public List<Currency> currencies() {
    return Stream.concat(Stream.of(home()), facts.currencies().stream()).distinct().toList();
  }

  @Override
  public boolean salesTax() {
    return facts.salesTax();
  }

  @Override
  public boolean customNumbers() {
    return facts.customNumbers();
  }

  @Override
  public ClassTracking classTracking() {
    return facts.classTracking().orElse(ClassTracking.NONE);
  }

  @Override
  public boolean locations() {
    return facts.locationTracking();
  }

  @Override
  public Optional<LocalDate> closedUntil() {
    return facts.closedUntil();
  }

  @Override
  public boolean inventory() {
    return facts.inventory();
  }

  @Override
  public Optional<Item> item(String name) {
    return entry(facts.items(), name).map(ExampleCompany::item);
  }

  @Override
  public Optional<Item> itemBySku(String sku) {
    var found = withSku(sku);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  @Override
  public boolean hasSku(String sku) {
    return !withSku(sku).isEmpty();
  }

  private List<Item> withSku(String sku) {
    return facts.items().entrySet().stream()
        .map(ExampleCompany::item)
        .filter(item -> item.sku().equals(sku))
        .toList();
  }

  private static Item item(Map.Entry<String, ItemFacts> entry) {
    var item = entry.getValue();
    var type = item.type().orElse(Item.Type.SERVICE);
    return new Item(ref(entry.getKey()), item.sku().orElse(""), type);
  }

  @Override
  public Optional<Account> account(String name) {
    return entry(facts.accounts(), name).map(this::account);
  }

  private Account account(Map.Entry<String, AccountFacts> entry) {
    var told = entry.getValue();
    return new Account(ref(entry.getKey()), told.type(), told.currency().orElse(home()));
  }

  @Override
  public Ref receivables(Currency currency) {
    return facts.accounts().entrySet().stream()
        .map(this::account)
        .filter(account -> account.type().equals("Accounts Receivable"))
        .filter(account -> account.currency().equals(currency))
        .map(Account::ref)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No receivables in " + currency));
  }

  @Override
  public Optional<TaxCode> taxCode(String name) {
    return entry(facts.taxCodes(), name).map(ExampleCompany::taxCode);
  }

  private static TaxCode taxCode(Map.Entry<String, Map<String, ExampleRate>> entry) {
    var rates =
        entry.getValue().entrySet().stream()
            .map(rate -> rate.getValue().named(rate.getKey()))
            .toList();
    return new TaxCode(ref(entry.getKey()), rates);
  }

  @Override
  public Optional<Ref> paymentMethod(String name) {
    return entry(facts.paymentMethods(), name);
  }

  @Override
  public Optional<Ref> className(String name) {
    return entry(facts.classes(), name);
  }

  @Override
  public Optional<Ref> location(String name) {
    return entry(facts.locations(), name);
  }

  @Override
  public Optional<Ref> terms(String name) {
    return entry(facts.terms(), name);
  }

  @Override
  public Optional<Ref> customField(String label) {
    return entry(facts.customFields(), label);
  }

  private static <T> Optional<Map.Entry<String, T>> entry(Map<String, T> list, String name) {
    return list.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .findFirst();
  }

  private static Optional<Ref> entry(List<String> list, String name) {
    return list.stream()
        .filter(entry -> entry.equalsIgnoreCase(name))
        .map(ExampleCompany::ref)
        .findFirst();
  }

  private static Ref ref(String name) {
    return new Ref(name, name);
  }
}
