package io.shopbooks.quickbooks;

import io.shopbooks.books.Item;
import io.shopbooks.books.ItemFields;
import io.shopbooks.books.ItemInBooks;
import io.shopbooks.books.Ref;
import io.shopbooks.books.Shelf;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The items of a company, read from its mirror. */
record MirroredShelf(String realm, Mirror mirror) implements Shelf {

  @Override
  public Optional<ItemInBooks> item(String id) {
    return mirror.find(realm, "Item", id).map(MirroredShelf::item);
  }

  @Override
  public List<ItemInBooks> withSku(String sku) {
    return mirror.itemsWithSku(realm, sku).stream().map(MirroredShelf::item).toList();
  }

  @Override
  public List<ItemInBooks> named(String name) {
    return mirror.named(realm, "Item", name).stream().map(MirroredShelf::item).toList();
  }

  private static ItemInBooks item(MirrorRow row) {
    return new ItemInBooks(new Ref(row.id(), row.name()), type(row), row.active(), fields(row));
  }

  private static Optional<Item.Type> type(MirrorRow row) {
    return switch (row.json().path("Type").asText()) {
      case "Inventory" -> Optional.of(Item.Type.INVENTORY);
      case "NonInventory" -> Optional.of(Item.Type.NON_INVENTORY);
      case "Service" -> Optional.of(Item.Type.SERVICE);
      default -> Optional.empty();
    };
  }

  private static ItemFields fields(MirrorRow row) {
    var json = row.json();
    var fields = new TreeMap<String, String>();
    fields.put(ItemFields.NAME, row.name());
    fields.put(ItemFields.SKU, row.sku());
    fields.put(ItemFields.DESCRIPTION, json.path("Description").asText(""));
    var price = json.path("UnitPrice");
    if (price.isNumber() && price.decimalValue().signum() != 0) {
      fields.put(ItemFields.PRICE, price.decimalValue().stripTrailingZeros().toPlainString());
    }
    fields.put(
        ItemFields.PRICE_INCLUDES_TAX,
        Boolean.toString(json.path("SalesTaxIncluded").asBoolean(false)));
    fields.put(ItemFields.TAXABLE, Boolean.toString(json.path("Taxable").asBoolean(false)));
    fields.put(ItemFields.TAX_CODE, json.path("SalesTaxCodeRef").path("value").asText(""));
    fields.values().removeIf(String::isEmpty);
    return new ItemFields(fields);
  }
}
