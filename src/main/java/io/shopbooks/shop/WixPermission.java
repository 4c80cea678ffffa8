package io.shopbooks.shop;

import java.util.stream.Stream;

/**
 * What a key has to be allowed for each API, in the words of the API Keys Manager (`wix.md` 1.3).
 */
enum WixPermission {
  PAYMENTS("/payments/", "Read Payments"),
  ORDERS("/ecom/", "Read Orders"),
  EVENTS("/events/", "Read Basic Events Order Info"),
  PLANS("/pricing-plans/", "Read Orders of Pricing Plans"),
  STOCK("/stores/v2/inventoryItems/product/", "Manage Products"),
  STOCK_V3("/stores/v3/bulk/inventory-items/", "Manage Products"),
  PRODUCTS("/stores", "Read Products"),
  OTHER("/", "the one for this API");

  private final String path;
  private final String words;

  WixPermission(String path, String words) {
    this.path = path;
    this.words = words;
  }

  /** The permission that a call needs. */
  static WixPermission of(WixCall call) {
    return Stream.of(values()).filter(one -> call.path().startsWith(one.path)).findFirst().get();
  }

  @Override
  public String toString() {
    return words;
  }
}
