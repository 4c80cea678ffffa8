package io.shopbooks.report;

import io.shopbooks.books.AsKept;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.Sale;
import java.util.Currency;
import java.util.Optional;

/**
 * How the report understands what shop and QuickBooks said: by the same readers that carried it,
 * lent to this room, which knows neither.
 */
public interface Readings {

  /** The order as the shop's mapping reads it; empty where it cannot be read. */
  Optional<Sale> sale(Connection connection, String json);

  /** What QuickBooks answered about a document. */
  AsKept kept(String stored, Currency currency);
}
