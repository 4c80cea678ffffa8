package io.shopbooks.shop;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.RawOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What is asked of every kind of shop; {@link Shops} explains each. */
interface Shop {

  Changes changes(Connection connection, Optional<Instant> cursor);

  Changes window(Connection connection, LocalDate from, LocalDate until);

  Catalogue catalogue(Connection connection, Optional<Instant> cursor);

  Optional<RawOrder> order(Connection connection, String id);

  Set<String> gone(Connection connection, Collection<String> ids);

  Delivery delivery(Connection connection, String topic, String signature, byte[] body);

  Probe probe(Connection connection);
}
