package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands in the books of a company that was just opened: lists, preferences, tax. */
final class Seed {

  private final Company company;
  private final JsonNode common = Json.resource("companies/common.json");
  private final JsonNode local;

  private Seed(Company company) {
    this.company = company;
    this.local = Json.resource("companies/" + company.region().country() + ".json");
  }

  static void into(Company company) {
    var seed = new Seed(company);
    seed.settings();
    seed.accounts();
    seed.lists();
    seed.taxes();
    seed.items();
    seed.people();
  }

  private void settings() {
    var info = Json.object();
    var name = Json.text(local, "name");
    info.put("Id", "1").put("CompanyName", name).put("LegalName", name);
    info.put("Country", company.region().country()).put("FiscalYearStartMonth", "January");
    info.put("SupportedLanguages", "en").put("SubscriptionStatus", "SUBSCRIBED");
    info.put("DefaultTimeZone", company.region().zone().getId());
    info.set("CompanyAddr", local.path("address"));
    info.putArray("NameValue").addObject().put("Name", "OfferingSku").put("Value", "Plus");
    keep("CompanyInfo", info);
    var preferences = (ObjectNode) common.path("preferences").deepCopy();
    preferences.put("Id", "1");
    var currency = company.currency();
    preferences
        .withObject("/CurrencyPrefs")
        .set("HomeCurrency", Json.object().put("value", currency));
    keep("Preferences", preferences);
  }

  private void accounts() {
    for (var row : common.path("accounts")) {
      account(row.path(0).asText(), row.path(1).asText(), row.path(2).asText());
    }
    for (var agency : local.path("agencies").properties()) {
      account(agency.getKey() + " Payable", "Other Current Liability", taxPayable());
    }
    var sales = (ObjectNode) company.preferences().path("SalesFormsPrefs");
    sales.put("DefaultDiscountAccount", idOf("Account", "Discounts given"));
    sales.put("DefaultShippingAccount", idOf("Account", "Shipping Income"));
  }

  private String taxPayable() {
    return company.region().isAmerican() ? "SalesTaxPayable" : "GlobalTaxPayable";
  }

  private void account(String name, String type, String subType) {
    var account = Json.object().put("Name", name).put("AccountType", type);
    account.put("FullyQualifiedName", name).put("AccountSubType", subType);
    account.put("Classification", Accounts.classification(type)).put("Active", true);
    account.set("CurrencyRef", Json.reference(company.currency(), company.currency()));
    keep("Account", account);
  }

  private void lists() {
    for (var row : common.path("paymentMethods")) {
      keep("PaymentMethod", named(row.path(0).asText()).put("Type", row.path(1).asText()));
    }
    for (var row : common.path("terms")) {
      var term = named(row.path(0).asText()).put("DueDays", row.path(1).asInt());
      keep("Term", term.put("Type", "STANDARD"));
    }
    for (var type : List.of("classes", "departments")) {
      var entity = type.equals("classes") ? "Class" : "Department";
      for (var name : common.path(type)) {
        keep(entity, named(name.asText()).put("FullyQualifiedName", name.asText()));
      }
    }
  }

  private void taxes() {
    var tables = new TaxTables(company);
    if (company.region().isAmerican()) {
      keep("TaxCode", named("TAX").put("Id", "TAX").put("Taxable", true).put("TaxGroup", false));
      keep("TaxCode", named("NON").put("Id", "NON").put("Taxable", false).put("TaxGroup", false));
    }
    for (var agency : local.path("agencies").properties()) {
      keep("TaxAgency", Json.object().put("DisplayName", agency.getKey()));
      for (var rate : agency.getValue()) {
        tables.addRate(rate.path(0).asText(), rate.path(1).decimalValue(), agency.getKey());
      }
    }
    for (var code : local.path("codes").properties()) {
      tables.addCode(code.getKey(), rates(code.getValue()));
    }
    var taxPrefs = (ObjectNode) company.preferences().path("TaxPrefs");
    taxPrefs.set("TaxGroupCodeRef", reference("TaxCode", Json.text(local, "defaultCode")));
    switch (company.region()) {
      case US_AUTOMATED -> taxPrefs.put("PartnerTaxEnabled", true);
      case US_NOT_SET_UP -> taxPrefs.put("PartnerTaxEnabled", false);
      default -> {}
    }
  }

  private List<String> rates(JsonNode names) {
    var ids = new ArrayList<String>();
    names.forEach(name -> ids.add(idOf("TaxRate", name.asText())));
    return ids;
  }

  private void items() {
    for (var row : common.path("items")) {
      var item = named(row.path(0).asText()).put("Type", row.path(1).asText());
      item.put("FullyQualifiedName", row.path(0).asText()).put("TrackQtyOnHand", false);
      item.set("IncomeAccountRef", reference("Account", row.path(2).asText()));
      item.set("ExpenseAccountRef", reference("Account", "Cost of Goods Sold"));
      if (company.region().isAmerican()) {
        item.put("Taxable", true);
      }
      if (company.region() == Region.FR) {
        item.put(
            "ItemCategoryType", row.path(1).asText().equals("Service") ? "Service" : "Product");
      }
      keep("Item", item);
    }
  }

  private void people() {
    for (var type : List.of("Customer", "Vendor", "Employee")) {
      for (var name : common.path(type.toLowerCase(Locale.ROOT) + "s")) {
        keep(type, person(type, name.asText()));
      }
    }
  }

  private ObjectNode person(String type, String name) {
    var person = Json.object().put("DisplayName", name).put("Active", true);
    person.put("PrintOnCheckName", name);
    if (type.equals("Customer")) {
      person.put("FullyQualifiedName", name).put("Taxable", true).put("Job", false);
    }
    if (!type.equals("Employee")) {
      person.set("CurrencyRef", Json.reference(company.currency(), company.currency()));
    }
    if (type.equals("Customer") && company.region() == Region.FR) {
      person.set("ARAccountRef", reference("Account", "Accounts Receivable (A/R)"));
    }
    return person;
  }

  private static ObjectNode named(String name) {
    return Json.object().put("Name", name).put("Active", true);
  }

  private ObjectNode reference(String type, String name) {
    return Json.reference(idOf(type, name), name);
  }

  private String idOf(String type, String name) {
    return company.records().named(Schema.named(type).orElseThrow(), name).iterator().next();
  }

  private void keep(String type, ObjectNode json) {
    company.keep(type, json);
  }
}
