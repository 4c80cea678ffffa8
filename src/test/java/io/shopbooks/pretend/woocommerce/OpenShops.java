package io.shopbooks.pretend.woocommerce;

import java.util.ArrayList;
import java.util.List;

/** The shops of a test. */
final class OpenShops implements AutoCloseable {

  private final List<OpenShop> open = new ArrayList<>();

  OpenShop open(Store store) {
    var shop = OpenShop.of(store);
    open.add(shop);
    return shop;
  }

  /** A shop of this country. */
  static Store store(String country) {
    return switch (country) {
      case "kw" -> Store.kw();
      case "jp" -> Store.jp();
      default -> Store.us();
    };
  }

  @Override
  public void close() {
    open.forEach(OpenShop::close);
  }
}
