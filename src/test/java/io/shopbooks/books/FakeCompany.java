package io.shopbooks.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A company that has every list entry it is not said to lack; names serve as ids. */
final class FakeCompany implements Company {

  private final String country;
  private final Currency home;
  private final List<Currency> currencies = new ArrayList<>();
  private final Map<String, TaxCode> taxCodes = new LinkedHashMap<>();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private Set<String> missing = Set.of();
  private boolean salesTax = true;
  private boolean customNumbers = true;
  private boolean inventory;
  private ClassTracking classTracking = ClassTracking.NONE;
  private boolean locations;
  private Optional<LocalDate> closedUntil = Optional.empty();

  private FakeCompany(String country, String home) {
    this.country = country;
    this.home = Currency.getInstance(home);
  }

  static FakeCompany american() {
    return new FakeCompany("US", "USD").code("New York City", "4", "4.875").code("Texas", "8.25");
  }

  /** A company outside the US, with codes S (20 %), R (5 %), Z (0 %) and a combined one. */
  static FakeCompany british() {
    return new FakeCompany("GB", "GBP")
        .code("S", "20")
        .code("R", "5")
        .code("Z", "0")
        .code("GST/QST", "5", "9.975");
  }

  FakeCompany working(String... codes) {
    for (var code : codes) {
      currencies.add(Currency.getInstance(code));
    }
    return this;
  }

  /** A tax code of these percentages; its rates are called "S 20". */
  FakeCompany code(String name, String... percents) {
    var rates = new ArrayList<TaxCode.Rate>();
    for (var percent : percents) {
      rates.add(new TaxCode.Rate(ref(name + " " + percent), new BigDecimal(percent), false));
    }
    taxCodes.put(name, new TaxCode(ref(name), rates));
    return this;
  }

  FakeCompany code(TaxCode code) {
    taxCodes.put(code.name(), code);
    return this;
  }

  FakeCompany item(String name, String sku, Item.Type type) {
    items.put(name, new Item(ref(name), sku, type));
    return this;
  }

  FakeCompany account(String name, String type, String currency) {
    accounts.put(name, new Account(ref(name), type, Currency.getInstance(currency)));
    return this;
  }

  FakeCompany without(String... names) {
    missing = Set.of(names);
    return this;
  }

  FakeCompany withoutSalesTax() {
    salesTax = false;
    return this;
  }

  FakeCompany numberingItself() {
    customNumbers = false;
    return this;
  }

  FakeCompany keepingQuantities() {
    inventory = true;
    return this;
  }

  FakeCompany tracking(ClassTracking classes, boolean byLocation) {
    classTracking = classes;
    locations = byLocation;
    return this;
  }

  FakeCompany closedUntil(String day) {
    closedUntil = Optional.of(LocalDate.parse(day));
    return this;
  }

  @Override
  public String realm() {
    return "9341";
  }

  @Override
  public String country() {
    return country;
  }

  @Override
  public Currency home() {
    return home;
  }

  @Override
  public boolean multicurrency() {
    return !currencies.isEmpty();
  }

  @Override
  public List<Currency> currencies() {
    return List.copyOf(currencies);
  }

  @Override
  public boolean salesTax() {
    return salesTax;
  }

  @Override
  public boolean customNumbers() {
    return customNumbers;
  }

  @Override
  public ClassTracking classTracking() {
    return classTracking;
  }

  @Override
  public boolean locations() {
    return locations;
  }

  @Override
  public Optional<LocalDate> closedUntil() {
    return closedUntil;
  }

  @Override
  public boolean inventory() {
    return inventory;
  }

  @Override
  public Optional<Item> item(String name) {
    return missing.contains(name)
        ? Optional.empty()
        : Optional.of(items.getOrDefault(name, new Item(ref(name), "", Item.Type.SERVICE)));
  }

  @Override
  public Optional<Item> itemBySku(String sku) {
    var found = items.values().stream().filter(item -> item.sku().equals(sku)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  @Override
  public boolean hasSku(String sku) {
    return items.values().stream().anyMatch(item -> item.sku().equals(sku));
  }

  @Override
  public Optional<Account> account(String name) {
    return missing.contains(name)
        ? Optional.empty()
        : Optional.of(accounts.getOrDefault(name, new Account(ref(name), "Bank", home)));
  }

  @Override
  public Ref receivables(Currency currency) {
    return ref("Receivables " + currency.getCurrencyCode());
  }

  @Override
  public Optional<TaxCode> taxCode(String name) {
    return Optional.ofNullable(taxCodes.get(name));
  }

  @Override
  public Optional<Ref> paymentMethod(String name) {
    return listed(name);
  }

  @Override
  public Optional<Ref> className(String name) {
    return listed(name);
  }

  @Override
  public Optional<Ref> location(String name) {
    return listed(name);
  }

  @Override
  public Optional<Ref> terms(String name) {
    return listed(name);
  }

  @Override
  public Optional<Ref> customField(String label) {
    return listed(label);
  }

  private Optional<Ref> listed(String name) {
    return missing.contains(name) ? Optional.empty() : Optional.of(ref(name));
  }

  private static Ref ref(String name) {
    return new Ref(name, name);
  }
}
