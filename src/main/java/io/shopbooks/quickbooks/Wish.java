package io.shopbooks.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.books.Customer;
import io.shopbooks.books.Item;
import io.shopbooks.books.ItemFields;
import io.shopbooks.books.NewItem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Something a document refers to that the company does not have yet. */
sealed interface Wish {

  /** Equal for wishes that one creation fulfils. */
  String key();

  String entity();

  /** Names to try, one after the other, where names must be unique. */
  List<String> names();

  ObjectNode json(String name);

  /** What a batch does with it. */
  default String operation() {
    return "create";
  }

  /** Whether an active entry that has its name is what was wished for. */
  default boolean isFulfilledBy(MirrorRow row) {
    return true;
  }

  /**
   * A customer to be made.
   *
   * @param multicurrency whether the company must be told the customer's currency
   */
  record OfCustomer(Customer customer, boolean multicurrency) implements Wish {

    @Override
    public String key() {
      var who =
          customer.email().isBlank()
              ? customer.displayName() + customer.address()
              : customer.email();
      return "customer " + who.toLowerCase(Locale.ROOT) + " " + customer.currency();
    }

    @Override
    public String entity() {
      return "Customer";
    }

    /** Two shoppers of one name are told apart by e-mail or town, at last by number. */
    @Override
    public List<String> names() {
      var name = customer.displayName();
      var town = customer.address().city().replace(':', ' ').strip();
      var told =
          Stream.of(customer.email(), town)
              .filter(text -> !text.isBlank() && !text.equals(name))
              .map(text -> name + " (" + text + ")");
      var counted = Stream.iterate(2, n -> n + 1).limit(8).map(n -> name + " (" + n + ")");
      return Stream.of(Stream.of(name), told, counted).flatMap(s -> s).toList();
    }

    @Override
    public boolean isFulfilledBy(MirrorRow row) {
      var ours = customer.currency().getCurrencyCode();
      return row.json().path("CurrencyRef").path("value").asText(ours).equals(ours)
          && (customer.generic() || CustomerBook.isSame(row, customer));
    }

    @Override
    public ObjectNode json(String name) {
      return CustomerForm.write(customer, multicurrency, name);
    }
  }

  /** An item to be made. */
  record OfItem(NewItem item) implements Wish {

    @Override
    public String key() {
      return "item " + item.sku();
    }

    @Override
    public String entity() {
      return "Item";
    }

    @Override
    public List<String> names() {
      return List.of(item.name());
    }

    @Override
    public boolean isFulfilledBy(MirrorRow row) {
      return row.sku().equals(item.sku());
    }

    @Override
    public ObjectNode json(String name) {
      var json = QuickBooks.JSON.createObjectNode();
      json.put("Name", name);
      json.put("Sku", item.sku());
      if (!item.description().isBlank()) {
        json.put("Description", item.description());
      }
      json.put(
          "Type",
          switch (item.type()) {
            case SERVICE -> "Service";
            case NON_INVENTORY -> "NonInventory";
            case INVENTORY -> "Inventory";
          });
      FormWriter.ref(json, "IncomeAccountRef", item.income().id());
      item.expense().ifPresent(account -> FormWriter.ref(json, "ExpenseAccountRef", account.id()));
      item.asset().ifPresent(account -> FormWriter.ref(json, "AssetAccountRef", account.id()));
      if (item.type() == Item.Type.INVENTORY) {
        // How many there are is QuickBooks' to know: counted from the start date on, from none.
        json.put("TrackQtyOnHand", true);
        json.put("QtyOnHand", 0);
        json.put("InvStartDate", item.since().toString());
      }
      return json;
    }
  }

  /**
   * The item of a product of the catalogue, which knows more than a sale does.
   *
   * @param fields what it is to say besides
   */
  record OfCatalogue(OfItem item, ItemFields fields) implements Wish {

    @Override
    public String key() {
      return item.key();
    }

    @Override
    public String entity() {
      return item.entity();
    }

    @Override
    public List<String> names() {
      return item.names();
    }

    @Override
    public boolean isFulfilledBy(MirrorRow there) {
      return item.isFulfilledBy(there);
    }

    @Override
    public ObjectNode json(String name) {
      var json = item.json(name);
      ItemWriter.put(json, fields);
      return json;
    }
  }

  /**
   * An item that is to say something else.
   *
   * @param row as the mirror shows it
   */
  record OfChange(MirrorRow row, ItemFields changes) implements Wish {

    @Override
    public String key() {
      return "change of item " + row.id();
    }

    @Override
    public String entity() {
      return "Item";
    }

    @Override
    public String operation() {
      return "update";
    }

    @Override
    public boolean isFulfilledBy(MirrorRow there) {
      return there.id().equals(row.id());
    }

    @Override
    public List<String> names() {
      return List.of(changes.values().getOrDefault(ItemFields.NAME, row.name()));
    }

    @Override
    public ObjectNode json(String name) {
      ObjectNode json = row.json().deepCopy();
      // The mirror may be behind: a quantity follows from documents, and is never set from here.
      json.remove("QtyOnHand");
      ItemWriter.put(json, changes);
      return json;
    }
  }

  /** A payment method to be made. */
  record OfMethod(String name) implements Wish {

    @Override
    public String key() {
      return "method " + name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String entity() {
      return "PaymentMethod";
    }

    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public ObjectNode json(String chosen) {
      return QuickBooks.JSON.createObjectNode().put("Name", chosen);
    }
  }
}
