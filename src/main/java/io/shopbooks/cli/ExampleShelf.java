package io.shopbooks.cli;

import io.shopbooks.books.Item;
import io.shopbooks.books.ItemFields;
import io.shopbooks.books.ItemInBooks;
import io.shopbooks.books.Ref;
import io.shopbooks.books.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The items of an example's company; names serve as ids.
 *
 * @param items by name
 */
record ExampleShelf(Map<String, Facts> items) implements Shelf {

  /**
   * What an example tells of an item.
   *
   * @param fields what it says besides its name, as {@link ItemFields} names it
   * @param category whether it is one, and no product
   */
  record Facts(
      Optional<Map<String, String>> fields,
      Optional<Item.Type> type,
      boolean hidden,
      boolean category) {}

  @Override
  public Optional<ItemInBooks> item(String id) {
    return named(id).stream().findFirst();
  }

  @Override
  public List<ItemInBooks> withSku(String sku) {
    return all().filter(item -> item.fields().get(ItemFields.SKU).equals(sku)).toList();
  }

  @Override
  public List<ItemInBooks> named(String name) {
    return all().filter(item -> item.ref().name().equalsIgnoreCase(name)).toList();
  }

  private Stream<ItemInBooks> all() {
    return items.entrySet().stream().map(entry -> item(entry.getKey(), entry.getValue()));
  }

  private static ItemInBooks item(String name, Facts facts) {
    var fields = new TreeMap<>(facts.fields().orElse(Map.of()));
    fields.put(ItemFields.NAME, name);
    return new ItemInBooks(
        new Ref(name, name),
        facts.category()
            ? Optional.empty()
            : Optional.of(facts.type().orElse(Item.Type.NON_INVENTORY)),
        !facts.hidden(),
        new ItemFields(fields));
  }
}
