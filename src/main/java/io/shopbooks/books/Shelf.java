package io.shopbooks.books;

import java.util.List;
import java.util.Optional;

/** The company's items, hidden ones too. */
public interface Shelf {

  /** By QuickBooks' id. */
  Optional<ItemInBooks> item(String id);

  List<ItemInBooks> withSku(String sku);

  /** By name, ignoring case. */
  List<ItemInBooks> named(String name);
}
