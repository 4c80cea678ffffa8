package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.sale.Money;
import io.shopbooks.sale.Product;
import io.shopbooks.sale.ShopProduct;
import java.util.Currency;

/**
 * Reads the product JSON, which is what {@code product.jslt} writes. Its keys are the names of
 * {@link ShopProduct} and {@link Product}, side by side, with {@code currency}. Only {@code id},
 * {@code currency}, {@code type}, {@code status} and the yes-or-nos must be there.
 */
final class ProductJson {

  private ProductJson() {}

  /**
   * @param which which product, for messages
   * @throws Unreadable if something is missing, of the wrong type or unknown
   */
  static ShopProduct read(JsonNode json, String which) {
    return Fields.read(json, "", which, ProductJson::product);
  }

  private static ShopProduct product(Fields fields) {
    Currency currency = fields.currency("currency");
    return new ShopProduct(
        new Product(
            fields.text("id"),
            fields.textIfAny("variation"),
            fields.textIfAny("sku").strip(),
            fields.flag("stocked")),
        fields.textIfAny("name"),
        fields.text("type"),
        fields.text("status"),
        fields.numberIfAny("price").map(amount -> new Money(amount, currency)),
        fields.flag("pricesIncludeTax"),
        fields.flag("taxable"));
  }
}
