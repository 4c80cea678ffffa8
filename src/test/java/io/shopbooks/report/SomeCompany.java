package io.shopbooks.report;

import io.shopbooks.books.Account;
import io.shopbooks.books.Company;
import io.shopbooks.books.Item;
import io.shopbooks.books.Ref;
import io.shopbooks.books.TaxCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A Canadian company that has everything it is asked for, but for what a test takes away. */
final class SomeCompany implements Company {

  static final String REALM = "9341452712345678";

  private final Set<String> missing = new HashSet<>();
  private boolean multicurrency = true;
  private boolean salesTax = true;
  private boolean customNumbers = true;
  private String country = "CA";
  private Optional<LocalDate> closedUntil = Optional.empty();
  private String accountType = "Bank";
  private String accountCurrency = "CAD";

  SomeCompany without(String name) {
    missing.add(name);
    return this;
  }

  SomeCompany withoutMulticurrency() {
    multicurrency = false;
    return this;
  }

  SomeCompany withoutSalesTax() {
    salesTax = false;
    return this;
  }

  SomeCompany numberingItself() {
    customNumbers = false;
    return this;
  }

  SomeCompany inAmerica() {
    country = "US";
    return this;
  }

  SomeCompany closedUntil(String day) {
    closedUntil = Optional.of(LocalDate.parse(day));
    return this;
  }

  SomeCompany withAccounts(String type, String currency) {
    accountType = type;
    accountCurrency = currency;
    return this;
  }

  @Override
  public String realm() {
    return REALM;
  }

  @Override
  public String country() {
    return country;
  }

  @Override
  public Currency home() {
    return Currency.getInstance(country.equals("US") ? "USD" : "CAD");
  }

  @Override
  public boolean multicurrency() {
    return multicurrency;
  }

  @Override
  public List<Currency> currencies() {
    return Stream.of("CAD", "USD", "EUR", "JPY", "KWD").map(Currency::getInstance).toList();
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
    return ClassTracking.DOCUMENT;
  }

  @Override
  public boolean locations() {
    return false;
  }

  @Override
  public Optional<LocalDate> closedUntil() {
    return closedUntil;
  }

  @Override
  public boolean inventory() {
    return false;
  }

  @Override
  public Optional<Item> item(String name) {
    return ref(name).map(ref -> new Item(ref, "", Item.Type.SERVICE));
  }

  @Override
  public Optional<Item> itemBySku(String sku) {
    return Optional.empty();
  }

  @Override
  public boolean hasSku(String sku) {
    return false;
  }

  @Override
  public Optional<Account> account(String name) {
    if (name.equals("Undeposited Funds")) {
      return ref(name).map(ref -> new Account(ref, "Other Current Asset", home()));
    }
    return ref(name)
        .map(ref -> new Account(ref, accountType, Currency.getInstance(accountCurrency)));
  }

  @Override
  public Ref receivables(Currency currency) {
    return new Ref("84", "Accounts Receivable");
  }

  @Override
  public Optional<TaxCode> taxCode(String name) {
    return taxCodes().stream().filter(code -> code.name().equals(name)).findFirst();
  }

  @Override
  public List<TaxCode> taxCodes() {
    return Stream.of(code("GST", "5"), code("GST/QST", "5", "9.975"), code("Zero-rated", "0"))
        .filter(code -> !missing.contains(code.name()))
        .toList();
  }

  private static TaxCode code(String name, String... percents) {
    var rates =
        Stream.of(percents)
            .map(p -> new TaxCode.Rate(new Ref(p, name + " " + p), new BigDecimal(p), false))
            .toList();
    return new TaxCode(new Ref(name, name), rates);
  }

  @Override
  public Optional<Ref> paymentMethod(String name) {
    return ref(name);
  }

  @Override
  public Optional<Ref> className(String name) {
    return ref(name);
  }

  @Override
  public Optional<Ref> location(String name) {
    return ref(name);
  }

  @Override
  public Optional<Ref> terms(String name) {
    return ref(name);
  }

  @Override
  public Optional<Ref> customField(String label) {
    return ref(label);
  }

  private Optional<Ref> ref(String name) {
    return missing.contains(name) ? Optional.empty() : Optional.of(new Ref(name, name));
  }
}
