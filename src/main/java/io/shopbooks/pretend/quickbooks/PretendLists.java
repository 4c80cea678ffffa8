package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Accounts, items, customers and the other lists of a pretend company, changed as by a person. */
public final class PretendLists {

  private final Company company;

  PretendLists(Company company) {
    this.company = company;
  }

  /**
   * Adds a list object, checked as the API would.
   *
   * @param type "Item", "Customer", "CompanyCurrency" and so on
   * @return its id
   * @throws IllegalArgumentException if QuickBooks would refuse it
   */
  public String add(String type, String json) {
    synchronized (company) {
      try {
        var entity = Schema.named(type).orElseThrow();
        var write = Write.byPerson(entity, Operation.CREATE, Json.object(json));
        var made = new Writes(company).run(write);
        company.commit();
        return Json.text(made, "Id");
      } catch (JsonProcessingException | Refused e) {
        throw new IllegalArgumentException("This " + type + " cannot be added: " + json, e);
      }
    }
  }

  /** Adds an account: ("Adyen clearing", "Bank", "Checking"). */
  public String addAccount(String name, String type, String subType) {
    var account = Json.object().put("Name", name).put("AccountType", type);
    return add("Account", Json.line(account.put("AccountSubType", subType)));
  }

  /** Adds a bank account in a foreign currency. */
  public String addForeignBank(String name, String currency) {
    var account = Json.object().put("Name", name).put("AccountType", "Bank");
    account.put("AccountSubType", "Checking").putObject("CurrencyRef").put("value", currency);
    return add("Account", Json.line(account));
  }

  /** Adds an item for goods that are not counted. */
  public String addItem(String name, String sku) {
    var item = item(name, "NonInventory").put("Sku", sku);
    return add("Item", Json.line(item));
  }

  /** Adds a counted item: pieces on hand since a day ("2026-01-01"), bought at a price each. */
  public String addInventoryItem(String name, String quantity, String cost, String since) {
    var item = item(name, "Inventory").put("TrackQtyOnHand", true);
    item.put("QtyOnHand", new BigDecimal(quantity)).put("PurchaseCost", new BigDecimal(cost));
    item.put("InvStartDate", since);
    item.putObject("AssetAccountRef").put("value", idOf("Account", "Inventory Asset"));
    return add("Item", Json.line(item));
  }

  private ObjectNode item(String name, String type) {
    var item = Json.object().put("Name", name).put("Type", type);
    item.putObject("IncomeAccountRef").put("value", idOf("Account", "Sales of Product Income"));
    item.putObject("ExpenseAccountRef").put("value", idOf("Account", "Cost of Goods Sold"));
    if (company.region() == Region.FR) {
      item.put("ItemCategoryType", "Product");
    }
    return item;
  }

  /** Adds a tax rate of an agency that is there: ("VAT 12", "12.5", "HMRC"). */
  public String addTaxRate(String name, String percent, String agency) {
    return tax(tables -> tables.addRate(name, new BigDecimal(percent), agency));
  }

  /** Adds a tax code of rates that are there: ("Reduced", "VAT 12"). */
  public String addTaxCode(String name, String... rates) {
    var ids = rateIds(rates);
    return tax(tables -> tables.addCode(name, ids));
  }

  /** The same, each rate but the first on the amount and the taxes before it. */
  public String addCompoundTaxCode(String name, String... rates) {
    var ids = rateIds(rates);
    return tax(tables -> tables.addCompoundCode(name, ids));
  }

  private List<String> rateIds(String... rates) {
    return Stream.of(rates).map(rate -> idOf("TaxRate", rate)).toList();
  }

  private String tax(Function<TaxTables, Stored> change) {
    synchronized (company) {
      var id = change.apply(new TaxTables(company)).id();
      company.commit();
      return id;
    }
  }

  /** Puts a currency on the company's list; it gets its own accounts receivable. */
  public void addCurrency(String code) {
    add("CompanyCurrency", Json.line(Json.object().put("Code", code).put("Name", code)));
  }

  /** Sets what is on hand of a counted item; the difference is shrinkage. */
  public void setQuantity(String item, String quantity) {
    synchronized (company) {
      var stored = company.the("Item", idOf("Item", item));
      var change = new BigDecimal(quantity).subtract(Json.number(stored.json(), "QtyOnHand"));
      var account = new Accounts(company).shrinkage();
      company.inventory().adjust(stored, change, company.today().toString(), account);
      company.commit();
    }
  }

  /** What is on hand of a counted item. */
  public BigDecimal quantity(String item) {
    synchronized (company) {
      return Json.number(company.the("Item", idOf("Item", item)).json(), "QtyOnHand");
    }
  }

  /**
   * The id of the list object with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String idOf(String type, String name) {
    synchronized (company) {
      var entity = Schema.named(type).orElseThrow();
      return company.records().named(entity, name).stream()
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No " + type + " is named " + name));
    }
  }

  /** All objects of a list, as JSON texts. */
  public List<String> all(String type) {
    synchronized (company) {
      return company.records().all(type).values().stream()
          .map(stored -> Json.line(stored.json()))
          .toList();
    }
  }

  /** Gives a list object another name. */
  public void rename(String type, String name, String newName) {
    var entity = Schema.named(type).orElseThrow();
    change(
        type,
        name,
        object -> {
          object.put(entity.isPerson() ? "DisplayName" : "Name", newName);
          if (object.has("FullyQualifiedName")) {
            object.put("FullyQualifiedName", newName);
          }
        });
  }

  /** Hides a list object: nothing new may refer to it. */
  public void inactivate(String type, String name) {
    change(type, name, object -> object.put("Active", false));
  }

  /** Shows a hidden list object again. */
  public void activate(String type, String name) {
    change(type, name, object -> object.put("Active", true));
  }

  /** Sets one property of a list object to a text: ("Item", "Mug", "Sku", "M-1"). */
  public void set(String type, String name, String property, String value) {
    change(type, name, object -> object.put(property, value));
  }

  /** Says whether a customer or an item is taxable (United States). */
  public void taxable(String type, String name, boolean taxable) {
    change(type, name, object -> object.put("Taxable", taxable));
  }

  private void change(String type, String name, Consumer<ObjectNode> change) {
    synchronized (company) {
      var before = company.the(type, idOf(type, name));
      var after = before.copy();
      change.accept(after);
      company.put(type, company.stamped(after, before.json()), List.of());
      company.commit();
    }
  }
}
