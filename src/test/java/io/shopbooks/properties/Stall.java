package io.shopbooks.properties;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.pretend.quickbooks.PretendCompany;
import io.shopbooks.pretend.woocommerce.PretendWooCommerce;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.shop.Shops;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shop and a company of the market, joined by a connection.
 *
 * @param path of the shop on the server
 */
record Stall(
    Market market, String name, String path, PretendWooCommerce shop, PretendCompany company) {

  /** One whole sync, some minutes after what happened last. */
  void sync() {
    market.time.await(Duration.ofMinutes(5));
    market.sync(name);
  }

  /** What its orders say must be in the books, once. */
  ShopsWord word(Place place, Choice choice) {
    var word = new ShopsWord(place, choice);
    orders()
        .forEach(order -> word.tells(shop.json(Integer.parseInt(order.key().id())), order.json()));
    return word;
  }

  /** All orders with their refunds, as they are read. */
  List<RawOrder> orders() {
    var orders = new ArrayList<RawOrder>();
    market.bean(Shops.class).changes(connection(), Optional.empty()).forEach(orders::add);
    if (orders.size() != shop.audit().orders().size()) {
      throw new IllegalStateException(orders.size() + " orders were read of " + name);
    }
    return orders;
  }

  Connection connection() {
    return market.bean(Connections.class).named(name);
  }

  List<Hold> held() {
    return market.bean(Held.class).of(name);
  }
}
