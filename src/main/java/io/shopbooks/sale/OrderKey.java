package io.shopbooks.sale;

/** An order for good: its shop, and the id the shop never changes (its number may change). */
public record OrderKey(ShopId shop, String id) {

  public OrderKey {
    if (id.isBlank()) {
      throw new IllegalArgumentException("An order of " + shop + " has no id");
    }
  }

  @Override
  public String toString() {
    return shop + "/" + id;
  }
}
