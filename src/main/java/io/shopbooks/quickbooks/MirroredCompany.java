package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.books.Account;
import io.shopbooks.books.Company;
import io.shopbooks.books.Item;
import io.shopbooks.books.Ref;
import io.shopbooks.books.TaxCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The facts of a company, read from its mirror. */
final class MirroredCompany implements Company {

  private static final String UNDEPOSITED = "Undeposited Funds";

  private final String realm;
  private final Mirror mirror;
  private final JsonNode info;
  private final JsonNode preferences;
  private final Map<String, JsonNode> rates = new HashMap<>();

  MirroredCompany(String realm, Mirror mirror) {
    this.realm = realm;
    this.mirror = mirror;
    this.info = only("CompanyInfo");
    this.preferences = only("Preferences");
    mirror.all(realm, "TaxRate").forEach(rate -> rates.put(rate.id(), rate.json()));
  }

  private JsonNode only(String entity) {
    return mirror.all(realm, entity).stream()
        .findFirst()
        .map(MirrorRow::json)
        .orElseThrow(() -> new IllegalStateException(entity + " of " + realm + " was never read"));
  }

  @Override
  public String realm() {
    return realm;
  }

  @Override
  public String country() {
    return info.path("Country").asText("US");
  }

  @Override
  public Currency home() {
    var code = preferences.path("CurrencyPrefs").path("HomeCurrency").path("value").asText("USD");
    return Currency.getInstance(code);
  }

  @Override
  public boolean multicurrency() {
    return preferences.path("CurrencyPrefs").path("MultiCurrencyEnabled").asBoolean(false);
  }

  @Override
  public List<Currency> currencies() {
    var others =
        mirror.all(realm, "CompanyCurrency").stream()
            .filter(MirrorRow::active)
            .map(row -> Currency.getInstance(row.json().path("Code").asText()));
    return Stream.concat(Stream.of(home()), others).distinct().toList();
  }

  @Override
  public boolean salesTax() {
    return preferences.path("TaxPrefs").path("UsingSalesTax").asBoolean(false);
  }

  @Override
  public boolean customNumbers() {
    return preferences.path("SalesFormsPrefs").path("CustomTxnNumbers").asBoolean(false);
  }

  @Override
  public ClassTracking classTracking() {
    var accounting = preferences.path("AccountingInfoPrefs");
    if (accounting.path("ClassTrackingPerTxnLine").asBoolean(false)) {
      return ClassTracking.LINE;
    }
    return accounting.path("ClassTrackingPerTxn").asBoolean(false)
        ? ClassTracking.DOCUMENT
        : ClassTracking.NONE;
  }

  @Override
  public boolean locations() {
    return preferences.path("AccountingInfoPrefs").path("TrackDepartments").asBoolean(false);
  }

  @Override
  public Optional<LocalDate> closedUntil() {
    var date = preferences.path("AccountingInfoPrefs").path("BookCloseDate").asText("");
    return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date.substring(0, 10)));
  }

  @Override
  public boolean inventory() {
    var prefs = preferences.path("ProductAndServicesPrefs");
    return Stream.of("QuantityOnHand", "QuantityWithPriceAndRate", "ForSales", "ForPurchase")
        .allMatch(flag -> prefs.path(flag).asBoolean(false));
  }

  @Override
  public Optional<Item> item(String name) {
    if (name.equals(Company.SHIPPING_FIELD)) {
      return preferences.path("SalesFormsPrefs").path("AllowShipping").asBoolean(false)
          ? Optional.of(new Item(new Ref(name, name), "", Item.Type.SERVICE))
          : Optional.empty();
    }
    return active("Item", name).map(MirroredCompany::item);
  }

  @Override
  public Optional<Item> itemBySku(String sku) {
    var found = mirror.itemsWithSku(realm, sku).stream().filter(MirrorRow::active).toList();
    return found.size() == 1 ? Optional.of(item(found.get(0))) : Optional.empty();
  }

  @Override
  public boolean hasSku(String sku) {
    return mirror.hasSku(realm, sku);
  }

  static Item item(MirrorRow row) {
    var type =
        switch (row.json().path("Type").asText()) {
          case "Inventory" -> Item.Type.INVENTORY;
          case "NonInventory" -> Item.Type.NON_INVENTORY;
          default -> Item.Type.SERVICE;
        };
    return new Item(new Ref(row.id(), row.name()), row.sku(), type);
  }

  @Override
  public Optional<Account> account(String name) {
    return active("Account", name)
        .or(() -> name.equalsIgnoreCase(UNDEPOSITED) ? undeposited() : Optional.empty())
        .map(this::account);
  }

  /** A system account that people rename: its subtype tells it (`quickbooks-online.md` 6.6). */
  private Optional<MirrorRow> undeposited() {
    return mirror.all(realm, "Account").stream()
        .filter(MirrorRow::active)
        .filter(row -> row.json().path("AccountSubType").asText().equals("UndepositedFunds"))
        .findFirst();
  }

  private Account account(MirrorRow row) {
    var currency = row.json().path("CurrencyRef").path("value").asText(home().getCurrencyCode());
    return new Account(
        new Ref(row.id(), row.name()),
        row.json().path("AccountType").asText(),
        Currency.getInstance(currency));
  }

  @Override
  public Ref receivables(Currency currency) {
    return mirror.all(realm, "Account").stream()
        .filter(MirrorRow::active)
        .map(this::account)
        .filter(account -> account.type().equals("Accounts Receivable"))
        .filter(account -> account.currency().equals(currency))
        .map(Account::ref)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Company " + realm + " has no receivables in " + currency));
  }

  @Override
  public Optional<TaxCode> taxCode(String name) {
    return active("TaxCode", name).map(this::taxCode);
  }

  @Override
  public List<TaxCode> taxCodes() {
    return mirror.all(realm, "TaxCode").stream()
        .filter(MirrorRow::active)
        .filter(row -> !row.json().path("Hidden").asBoolean(false))
        .map(this::taxCode)
        .toList();
  }

  private TaxCode taxCode(MirrorRow row) {
    var parts = new ArrayList<TaxCode.Rate>();
    var details = row.json().path("SalesTaxRateList").path("TaxRateDetail");
    StreamSupport.stream(details.spliterator(), false)
        .sorted((a, b) -> a.path("TaxOrder").asInt() - b.path("TaxOrder").asInt())
        .forEach(
            detail -> {
              var id = detail.path("TaxRateRef").path("value").asText();
              var rate = rates.get(id);
              if (rate != null) {
                parts.add(
                    new TaxCode.Rate(
                        new Ref(id, rate.path("Name").asText()),
                        new BigDecimal(rate.path("RateValue").asText("0")),
                        detail.path("TaxTypeApplicable").asText().equals("TaxOnAmountPlusTax")));
              }
            });
    return new TaxCode(new Ref(row.id(), row.name()), parts);
  }

  @Override
  public Optional<Ref> paymentMethod(String name) {
    return entry("PaymentMethod", name);
  }

  @Override
  public Optional<Ref> className(String name) {
    return entry("Class", name);
  }

  @Override
  public Optional<Ref> location(String name) {
    return entry("Department", name);
  }

  @Override
  public Optional<Ref> customField(String label) {
    return CustomFields.definition(preferences, label);
  }

  @Override
  public Optional<Ref> terms(String name) {
    return entry("Term", name);
  }

  private Optional<Ref> entry(String entity, String name) {
    return active(entity, name).map(row -> new Ref(row.id(), row.name()));
  }

  private Optional<MirrorRow> active(String entity, String name) {
    return mirror.named(realm, entity, name).stream().filter(MirrorRow::active).findFirst();
  }
}
