package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockLevel;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What one round of reading found of the shop's stock.
 *
 * @param whole whether it is all of it
 * @param cursor the shop's own time when the round began
 */
public record StockReading(List<StockLevel> levels, boolean whole, Instant cursor) {

  public StockReading {
    levels = List.copyOf(levels);
  }

  /**
   * What has a stock of its own in these products, for worked examples.
   *
   * @param products as WooCommerce gives them, each with its variations in {@code variations}; of a
   *     Wix site its answer, with {@code products} of the V1 catalog or {@code inventoryItems} of
   *     V3
   */
  public static List<StockLevel> in(Connection connection, JsonNode products) {
    if (connection.shop().kind() == Connection.Kind.WIX) {
      return WixStock.levels(products);
    }
    return StreamSupport.stream(products.spliterator(), false)
        .flatMap(
            product ->
                WooStock.levels(
                    product, StreamSupport.stream(product.path("variations").spliterator(), false)))
        .toList();
  }
}
