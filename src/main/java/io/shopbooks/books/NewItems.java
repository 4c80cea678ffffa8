package io.shopbooks.books;

import io.shopbooks.books.Choices.Match;
import io.shopbooks.sale.Product;
import java.util.Optional;

/** The item a product becomes: the same whether it is made for a sale or for the catalogue. */
record NewItems(Choices choices, Lists lists) {

  /** Of names and of SKUs (`quickbooks-online.md` 6.5). */
  static final int LONGEST = 100;

  /**
   * @throws Unbookable if an account that the connection names is not in the company
   */
  NewItem of(Product product, String title) {
    var type = type(product);
    var products = choices.products();
    var income = lists.account(products.incomeAccount(), "products.income-account").ref();
    var expense = lists.account(products.expenseAccount(), "products.expense-account").ref();
    var asset =
        type == Item.Type.INVENTORY
            ? Optional.of(lists.account(products.assetAccount(), "products.asset-account").ref())
            : Optional.<Ref>empty();
    return new NewItem(
        name(product.sku(), title),
        product.sku(),
        Text.oneLine(title),
        type,
        income,
        Optional.of(expense),
        asset,
        choices.startDate());
  }

  private Item.Type type(Product product) {
    return lists.company().inventory() && product.stocked()
        ? Item.Type.INVENTORY
        : Item.Type.NON_INVENTORY;
  }

  /** Unique by its SKU; the SKU alone where items are matched by name. */
  private String name(String sku, String title) {
    var end = clean(sku);
    if (choices.products().match() == Match.NAME) {
      return end;
    }
    var suffix = " [" + end + "]";
    var room = LONGEST - suffix.length();
    var start = clean(title.replaceAll("\\s*:\\s+", " - "));
    return room < 1 ? end : Text.cut(start, room) + suffix;
  }

  /** A colon would make a category of what stands before it. */
  private static String clean(String name) {
    return Text.oneLine(name.replace(':', '-'));
  }
}
