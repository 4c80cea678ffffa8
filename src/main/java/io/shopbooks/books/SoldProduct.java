package io.shopbooks.books;

import io.shopbooks.sale.Line;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Sale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One product of a sale.
 *
 * @param id the shop's, "12/34" of a variation; the name of a product that the shop forgot
 * @param sku may be empty
 * @param money what it was sold for, net
 * @param matched whether it has an item of its own; else it is sold as the default item
 */
public record SoldProduct(String id, String sku, String name, Money money, boolean matched) {

  static List<SoldProduct> of(Sale sale, Items items) {
    var products = new LinkedHashMap<String, SoldProduct>();
    for (var line : sale.lines()) {
      var product = of(line, items);
      products.merge(product.id(), product, SoldProduct::and);
    }
    return List.copyOf(products.values());
  }

  /** The item that the company has for the product of this id and SKU. */
  public static Optional<Item> item(String id, String sku, Choices choices, Company company) {
    return new Items(choices, new Lists(company)).known(id, sku);
  }

  private static SoldProduct of(Line line, Items items) {
    var name = Text.oneLine(line.name());
    return new SoldProduct(
        id(line),
        line.product().sku(),
        name,
        Decimals.inBooks(line.total()),
        items.isMatched(line));
  }

  static String id(Line line) {
    var product = line.product();
    if (product.id().isEmpty()) {
      return Text.oneLine(line.name());
    }
    return product.variation().isEmpty() ? product.id() : product.id() + "/" + product.variation();
  }

  private SoldProduct and(SoldProduct other) {
    return new SoldProduct(id, sku, name, money.plus(other.money), matched);
  }
}
