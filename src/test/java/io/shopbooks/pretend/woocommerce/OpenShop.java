package io.shopbooks.pretend.woocommerce;

import io.shopbooks.pretend.PretendServer;

/** A shop behind a server, with a clock that is moved by hand, and a caller with all rights. */
final class OpenShop implements AutoCloseable {

  final MovableClock clock = MovableClock.at("2026-11-22T12:00:00Z");
  final PretendServer server = PretendServer.start(0);
  final PretendWooCommerce shop;

  private OpenShop(Store store) {
    shop = PretendWooCommerce.open(store, clock).mountOn(server, "/shop");
  }

  /** Over plain http, which the shop believes to be https because a proxy told so. */
  static OpenShop of(Store store) {
    return new OpenShop(store.behindTlsProxy());
  }

  /** Over plain http, and knowing it. */
  static OpenShop onPlainHttp(Store store) {
    return new OpenShop(store);
  }

  String api() {
    return server.address("/shop/wp-json/wc/v3").toString();
  }

  Caller caller() {
    return anonymous().as(shop.key(ApiKey.Rights.READ_WRITE));
  }

  Caller anonymous() {
    return Caller.anonymous(api());
  }

  @Override
  public void close() {
    shop.close();
    server.close();
  }
}
