package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockLevel;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The stock of a WooCommerce shop (`woocommerce.md` 7). A variation counts for itself, or leaves
 * that to its product; then the product is what has a stock.
 */
final class WooStock {

  private static final int PAGE = 100;

  /** Web servers take addresses of some thousand characters. */
  private static final int LONGEST_LIST = 1500;

  static final String FIELDS =
      "id,parent_id,name,type,sku,manage_stock,stock_quantity,date_modified_gmt";

  private final WooApi api;
  private final Connection connection;
  private final Clock clock;

  WooStock(WooApi api, Connection connection, Clock clock) {
    this.api = api;
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * @param since as the shop writes it; absent: everything
   * @param cursor of the last round
   */
  StockReading read(Optional<String> since, Optional<Instant> cursor) {
    var question = Question.list("products").with("dates_are_gmt", true).with("_fields", FIELDS);
    var pages =
        pages(since.map(time -> question.with("modified_after", time)).orElse(question), cursor);
    var levels = stream(pages).flatMap(this::levels).toList();
    return new StockReading(levels, since.isEmpty(), pages.start());
  }

  private Stream<StockLevel> levels(JsonNode product) {
    if (!product.path("type").asText().equals("variable")) {
      return levels(product, Stream.empty());
    }
    var path = "products/" + product.path("id").asText() + "/variations";
    var question = Question.list(path).with("_fields", FIELDS);
    return levels(product, stream(pages(question, Optional.empty())));
  }

  /** What has a stock of its own in a product and its variations, if it has any. */
  static Stream<StockLevel> levels(JsonNode product, Stream<JsonNode> variations) {
    var id = product.path("id").asText();
    if (!product.path("type").asText().equals("variable")) {
      return Stream.of(level(id, product, product, Map.of(id, sku(product))));
    }
    var levels = new ArrayList<StockLevel>();
    var sold = new TreeMap<String, String>();
    variations.forEach(
        variation -> {
          var own = id + "/" + variation.path("id").asText();
          if (leavesItToProduct(variation)) {
            sold.put(own, sku(variation));
          } else {
            levels.add(level(own, variation, product, Map.of(own, sku(variation))));
          }
        });
    if (!sold.isEmpty()) {
      levels.add(level(id, product, product, sold));
    }
    return levels.stream();
  }

  /**
   * Reads some again: products by their ids, variations by their SKUs, because no list holds them
   * by id.
   */
  List<StockLevel> readAgain(List<StockLevel> known) {
    var products = new LinkedHashMap<String, StockLevel>();
    var bySku = new LinkedHashMap<String, StockLevel>();
    var single = new ArrayList<StockLevel>();
    for (var level : known) {
      var sku = level.sells().getOrDefault(level.product(), "");
      if (!level.product().contains("/")) {
        products.put(level.product(), level);
      } else if (sku.isEmpty() || sku.contains(",") || bySku.putIfAbsent(sku, level) != null) {
        single.add(level);
      }
    }
    var levels = new ArrayList<StockLevel>();
    chunks(products.keySet())
        .forEach(ids -> found("include", ids).forEach(json -> again(json, products, levels)));
    var variations = new LinkedHashMap<String, StockLevel>();
    bySku.values().forEach(level -> variations.put(level.product(), level));
    chunks(bySku.keySet())
        .forEach(skus -> found("sku", skus).forEach(json -> again(json, variations, levels)));
    for (var level : single) {
      var question = Question.one("products/" + id(level)).with("_fields", FIELDS);
      api.find(connection, question)
          .ifPresent(reply -> again(reply.json(), Map.of(level.product(), level), levels));
    }
    return levels;
  }

  private void again(JsonNode json, Map<String, StockLevel> known, List<StockLevel> levels) {
    var parent = json.path("parent_id").asText("0");
    var id = json.path("id").asText();
    var before = known.get(parent.equals("0") ? id : parent + "/" + id);
    if (before != null && !leavesItToProduct(json)) {
      var quantity = quantity(json);
      levels.add(
          new StockLevel(
              before.product(), before.name(), before.sells(), quantity.isPresent(), quantity));
    }
  }

  private JsonNode found(String parameter, List<String> values) {
    return api.ask(
            connection,
            Question.list("products")
                .with(parameter, String.join(",", values))
                .with("per_page", PAGE)
                .with("_fields", FIELDS))
        .json();
  }

  private static List<List<String>> chunks(Collection<String> values) {
    var chunks = new ArrayList<List<String>>();
    var length = LONGEST_LIST;
    for (var value : values) {
      length += value.length() + 1;
      if (length > LONGEST_LIST || chunks.get(chunks.size() - 1).size() == PAGE) {
        chunks.add(new ArrayList<>());
        length = value.length() + 1;
      }
      chunks.get(chunks.size() - 1).add(value);
    }
    return chunks;
  }

  private static String id(StockLevel level) {
    return level.product().substring(level.product().indexOf('/') + 1);
  }

  private static StockLevel level(
      String id, JsonNode json, JsonNode product, Map<String, String> sells) {
    var name = PlainText.of(product.path("name").asText());
    var quantity = quantity(json);
    return new StockLevel(
        id,
        json == product ? name : name + " - " + PlainText.of(json.path("name").asText(id)),
        sells,
        quantity.isPresent(),
        quantity);
  }

  /** One that was found by its own id, whatever it belongs to. */
  static StockLevel alone(JsonNode json) {
    var id = json.path("id").asText();
    return level(id, json, json, Map.of(id, sku(json)));
  }

  private static boolean leavesItToProduct(JsonNode json) {
    return json.path("manage_stock").asText().equals("parent");
  }

  private static Optional<BigDecimal> quantity(JsonNode json) {
    var quantity = json.path("stock_quantity");
    return json.path("manage_stock").asBoolean(false) && quantity.isNumber()
        ? Optional.of(quantity.decimalValue())
        : Optional.empty();
  }

  private static String sku(JsonNode json) {
    return json.path("sku").asText("").strip();
  }

  private OrderPages pages(Question question, Optional<Instant> cursor) {
    return new OrderPages(api, connection, question, PAGE, cursor, clock);
  }

  private static Stream<JsonNode> stream(OrderPages pages) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, 0), false);
  }
}
