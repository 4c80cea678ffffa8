package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The stock of a Wix site of either catalog (`wix.md` 6). */
interface WixStock {

  /** Ids in one filter. */
  int AT_ONCE = 100;

  /** The stock of a site that has the V3 catalog, or else the V1 catalog. */
  static WixStock of(WixApi api, Connection connection, boolean isV3) {
    return isV3 ? new WixStockV3(api, connection) : new WixStockV1(api, connection);
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
