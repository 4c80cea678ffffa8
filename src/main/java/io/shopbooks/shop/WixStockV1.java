package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The V1 catalog: a product counts for itself, or each of its managed variants does. It knows no
 * revisions, so that what it has is looked at just before it is written (`wix.md` 6).
 */
final class WixStockV1 implements WixStock {

  private static final String PRODUCTS = "/stores/v1/products/query";
  private static final String ITEMS = "/stores-reader/v2/inventoryItems/query";

  /** Stands for a product without managed variants. */
  private static final String NO_VARIANT = "00000000-0000-0000-0000-000000000000";

  private final WixApi api;
  private final Connection connection;
  private final WixStores stores;

  WixStockV1(WixApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
    this.stores = new WixStores(api, connection);
  }

  @Override
  public List<StockLevel> read(Optional<Instant> since) {
    var filter = Json.MAPPER.createObjectNode();
    since.ifPresent(time -> filter.putObject("lastUpdated").put("$gt", time.toString()));
    var products = list(PRODUCTS, "products", filter);
    if (since.isEmpty()) {
      return levels(products);
    }
    // Nobody tells whether a change of its stock moves the date of a product.
    var moved = new TreeSet<String>();
    list(ITEMS, "inventoryItems", filter).forEach(one -> moved.add(text(one, "productId")));
    products.forEach(product -> moved.remove(text(product, "id")));
    return Stream.concat(levels(products).stream(), of(moved).stream()).toList();
  }

  @Override
  public List<StockLevel> of(Collection<String> products) {
    var levels = new ArrayList<StockLevel>();
    for (var ids : WixStock.chunks(products)) {
      var filter = Json.MAPPER.createObjectNode();
      ids.forEach(filter.putObject("id").putArray("$in")::add);
      levels.addAll(levels(list(PRODUCTS, "products", filter)));
    }
    return levels;
  }

  private List<JsonNode> list(String path, String name, ObjectNode filter) {
    return stores.numbered(path, name, filter, true).toList();
  }

  private static List<StockLevel> levels(List<JsonNode> products) {
    return products.stream().flatMap(WixStockV1::levels).toList();
  }

  /** What has a stock of its own in a product. */
  static Stream<StockLevel> levels(JsonNode product) {
    var id = text(product, "id");
    var name = PlainText.of(text(product, "name"));
    var variants = WixStock.list(product.path("variants"));
    if (!product.path("manageVariants").asBoolean()) {
      var sku = text(product, "sku");
      var stock =
          variants.stream()
              .filter(variant -> text(variant, "id").equals(NO_VARIANT))
              .map(variant -> variant.path("stock"))
              .findFirst()
              .orElse(product.path("stock"));
      return Stream.of(
          level(id, name, Map.of(id, sku, id + "/" + NO_VARIANT, sku), product, stock));
    }
    return variants.stream()
        .map(
            variant -> {
              var own = id + "/" + text(variant, "id");
              var choices =
                  WixStock.list(variant.path("choices")).stream()
                      .map(choice -> PlainText.of(choice.asText()))
                      .collect(Collectors.joining(", "));
              var sells = Map.of(own, text(variant.path("variant"), "sku"));
              return level(own, name + " - " + choices, sells, product, variant.path("stock"));
            });
  }

  private static StockLevel level(
      String id, String name, Map<String, String> sells, JsonNode product, JsonNode stock) {
    var quantity = stock.path("quantity");
    var counted = product.path("stock").path("trackInventory").asBoolean() && quantity.isNumber();
    return new StockLevel(
        id,
        name,
        sells,
        counted,
        counted ? Optional.of(quantity.decimalValue()) : Optional.empty());
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asText("").strip();
  }

  @Override
  public List<StockAnswer> write(List<StockOrder> orders) {
    var levels =
        of(WixStock.products(orders.stream().map(StockOrder::product))).stream()
            .collect(Collectors.toMap(StockLevel::product, level -> level));
    var answers = new ArrayList<StockAnswer>();
    var sending = new LinkedHashMap<String, List<StockOrder>>();
    for (var order : orders) {
      var settled = Overwriting.settled(order, Optional.ofNullable(levels.get(order.product())));
      if (settled.isPresent()) {
        answers.add(settled.get());
      } else {
        var product = order.product().split("/", 2)[0];
        sending.computeIfAbsent(product, p -> new ArrayList<>()).add(order);
      }
    }
    sending.forEach((product, all) -> answers.addAll(send(product, all)));
    return answers;
  }

  private List<StockAnswer> send(String product, List<StockOrder> orders) {
    var body = Json.MAPPER.createObjectNode();
    // Left out, Wix stops counting all variants.
    var variants = body.putObject("inventoryItem").put("trackQuantity", true).putArray("variants");
    for (var order : orders) {
      var parts = order.product().split("/", 2);
      variants
          .addObject()
          .put("variantId", parts.length == 2 ? parts[1] : NO_VARIANT)
          .put("quantity", order.quantity().intValueExact());
    }
    var call = WixCall.patch("/stores/v2/inventoryItems/product/" + product, body);
    var taken = api.askUnless(connection, call, Set.of(400, 404, 409)).isPresent();
    return orders.stream()
        .map(
            order ->
                taken
                    ? StockAnswer.written(order.product(), order.quantity())
                    : StockAnswer.refused(order.product(), ""))
        .toList();
  }
}
