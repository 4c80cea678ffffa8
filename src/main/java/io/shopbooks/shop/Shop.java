package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.KnownOrder;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked of every kind of shop; {@link Shops} explains each. */
interface Shop {

  Changes changes(Connection connection, Optional<Instant> cursor);

  Changes window(Connection connection, LocalDate from, LocalDate until);

  Catalogue catalogue(Connection connection, Optional<Instant> cursor);

  Set<String> goneProducts(Connection connection, Collection<String> ids);

  StockReading stock(Connection connection, Optional<Instant> cursor);

  List<StockLevel> stockOf(Connection connection, List<StockLevel> known);

  List<StockAnswer> stockUp(Connection connection, List<StockOrder> orders);

  Optional<RawOrder> order(Connection connection, String id);

  Optional<RawOrder> again(Connection connection, KnownOrder known);

  Set<String> gone(Connection connection, Collection<KnownOrder> known);

  Delivery delivery(Connection connection, String topic, String signature, byte[] body);

  /**
   * @param back how far sales are read back, where only they tell currency, methods and rates
   */
  Probe probe(Connection connection, Duration back);
}
