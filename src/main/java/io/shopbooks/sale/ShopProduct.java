package io.shopbooks.sale;

import java.util.Objects;
import java.util.Optional;

/**
 * A product of the shop's catalogue, or one variation of it, as it is offered now.
 *
 * @param name what a line that sells it is called, with the attributes of a variation
 * @param type the shop's word: "simple", "variation", "grouped" …
 * @param status WooCommerce's word: "publish", "draft" …; "hidden" on a Wix site
 * @param price per piece; absent where it has none
 * @param priceIncludesTax whether tax is within the price
 * @param taxable whether the shop taxes it
 */
public record ShopProduct(
    Product product,
    String name,
    String type,
    String status,
    Optional<Money> price,
    boolean priceIncludesTax,
    boolean taxable) {

  public ShopProduct {
    Objects.requireNonNull(price, "price");
    if (product.id().isBlank()) {
      throw new IllegalArgumentException("A product of the catalogue has an id");
    }
  }

  /** The shop's, "12/34" of a variation. */
  public String id() {
    return product.variation().isEmpty() ? product.id() : product.id() + "/" + product.variation();
  }
}
