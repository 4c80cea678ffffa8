package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The stock of a Wix site (`wix.md` 6). A site has one of two catalogs, and Wix moves sites from
 * the first to the other, so that it is asked which each time.
 */
interface WixStock {

  /** Ids in one filter; the longest page of the V1 catalog, too. */
  int AT_ONCE = 100;

  WixCall VERSION = WixCall.get("/stores/v3/provision/version");

  /** As Wix names the catalog of a site: {@code V1_CATALOG}, {@code V3_CATALOG}, or none. */
  static String catalog(JsonNode version) {
    return version.path("catalogVersion").asText();
  }

  /**
   * The catalog that the site has.
   *
   * @throws ShopRefused if it has none
   */
  static WixStock of(WixApi api, Connection connection, URI address) {
    var version = catalog(api.ask(connection, VERSION));
    return switch (version) {
      case "V1_CATALOG" -> new WixStockV1(api, connection);
      case "V3_CATALOG" -> new WixStockV3(api, connection);
      default ->
          throw new ShopRefused(
              connection.name(),
              address,
              "has no catalog of products (" + version + ")",
              "Install Wix Stores on the site, or take stock out of " + connection.file() + ".");
    };
  }

  /** What has a stock of its own in an answer of either catalog. */
  static List<StockLevel> levels(JsonNode answer) {
    var items = answer.path("inventoryItems");
    return items.isMissingNode()
        ? list(answer.path("products")).stream().flatMap(WixStockV1::levels).toList()
        : WixStockV3.levels(list(items));
  }

  /**
   * What has a stock of its own.
   *
   * @param since only products that changed after it; absent: everything
   */
  List<StockLevel> read(Optional<Instant> since);

  /** The same of some products. */
  List<StockLevel> of(Collection<String> products);

  /**
   * Sets quantities, unless the site has another one by now than it was decided upon. Whether the
   * site counts at all is never changed.
   */
  List<StockAnswer> write(List<StockOrder> orders);

  /** What becomes of a quantity without writing it; empty if it is to be written. */
  static Optional<StockAnswer> settled(StockOrder order, Optional<StockLevel> there) {
    var product = order.product();
    if (there.isEmpty()) {
      return Optional.of(StockAnswer.refused(product, "the shop does not have it any more"));
    }
    var quantity = there.get().quantity();
    if (quantity.isEmpty()) {
      return Optional.of(StockAnswer.refused(product, "the shop does not count it any more"));
    }
    if (quantity.get().compareTo(order.quantity()) == 0) {
      return Optional.of(StockAnswer.written(product, quantity.get()));
    }
    return quantity.get().compareTo(order.before()) == 0
        ? Optional.empty()
        : Optional.of(StockAnswer.moved(product, quantity.get()));
  }

  /** The products of stocks, each once. */
  static Set<String> products(Stream<String> stocks) {
    var products = new TreeSet<String>();
    stocks.forEach(stock -> products.add(stock.split("/", 2)[0]));
    return products;
  }

  /** A hundred at most in each. */
  static List<List<String>> chunks(Collection<String> ids) {
    var all = List.copyOf(ids);
    var chunks = new ArrayList<List<String>>();
    for (var from = 0; from < all.size(); from += AT_ONCE) {
      chunks.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return chunks;
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
