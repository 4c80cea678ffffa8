package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import io.shopbooks.sale.StockAnswer;
import io.shopbooks.sale.StockLevel;
import io.shopbooks.sale.StockOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The V3 catalog: an inventory item is a variant at a location, and each change of it names the
 * revision it was decided upon (`wix.md` 6).
 */
final class WixStockV3 implements WixStock {

  /** Somebody else changes the same item at most so often before it waits for the next run. */
  private static final int TRIES = 3;

  private final WixApi api;
  private final Connection connection;
  private final WixStores stores;

  WixStockV3(WixApi api, Connection connection) {
    this.api = api;
    this.connection = connection;
    this.stores = new WixStores(api, connection);
  }

  @Override
  public List<StockLevel> read(Optional<Instant> since) {
    if (since.isEmpty()) {
      return levels(items(Json.MAPPER.createObjectNode()));
    }
    var changed = Json.MAPPER.createObjectNode();
    changed.putObject("updatedDate").put("$gt", since.get().toString());
    // All variants of a product have to be known to tell whether it has only one.
    return of(
        WixStock.products(items(changed).stream().map(item -> item.path("productId").asText())));
  }

  @Override
  public List<StockLevel> of(Collection<String> products) {
    return levels(itemsOf(products));
  }

  private List<JsonNode> itemsOf(Collection<String> products) {
    var items = new ArrayList<JsonNode>();
    for (var ids : WixStock.chunks(products)) {
      var filter = Json.MAPPER.createObjectNode();
      ids.forEach(filter.putObject("productId").putArray("$in")::add);
      items.addAll(items(filter));
    }
    return items;
  }

  private List<JsonNode> items(ObjectNode filter) {
    // One that changes while it is read may come again.
    var items = new LinkedHashMap<String, JsonNode>();
    stores
        .cursored("/stores/v3/inventory-items/query", "inventoryItems", filter)
        .forEach(item -> items.put(item.path("id").asText(), item));
    return List.copyOf(items.values());
  }

  /** What has a stock of its own; of a variant at several locations each of them. */
  static List<StockLevel> levels(List<JsonNode> items) {
    var variants =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.path("productId").asText(),
                    Collectors.mapping(
                        item -> item.path("variantId").asText(), Collectors.toSet())));
    var levels = new ArrayList<StockLevel>();
    named(items)
        .forEach(
            (name, item) -> {
              var product = item.path("productId").asText();
              levels.add(level(name, item, variants.get(product).size() == 1));
            });
    return levels;
  }

  private static Map<String, JsonNode> named(List<JsonNode> items) {
    var places = items.stream().collect(Collectors.groupingBy(WixStockV3::variant));
    var named = new LinkedHashMap<String, JsonNode>();
    for (var item : items) {
      var variant = variant(item);
      var isOnly = places.get(variant).size() == 1;
      named.put(isOnly ? variant : variant + "@" + item.path("locationId").asText(), item);
    }
    return named;
  }

  private static String variant(JsonNode item) {
    return item.path("productId").asText() + "/" + item.path("variantId").asText();
  }

  private static StockLevel level(String name, JsonNode item, boolean isOnlyVariant) {
    var product = item.path("product");
    var sku = product.path("variantSku").asText("").strip();
    var sells = new TreeMap<>(Map.of(variant(item), sku));
    if (isOnlyVariant) {
      // Orders name a product without choices with its only variant, or without.
      sells.put(item.path("productId").asText(), sku);
    }
    var choice = product.path("variantName").asText("").strip();
    var title = PlainText.of(product.path("name").asText(""));
    var quantity = item.path("quantity");
    var counted = item.path("trackQuantity").asBoolean() && quantity.isNumber();
    return new StockLevel(
        name,
        isOnlyVariant || choice.isEmpty() ? title : title + " - " + PlainText.of(choice),
        sells,
        counted,
        counted ? Optional.of(quantity.decimalValue()) : Optional.empty());
  }

  /** What was refused at a revision. */
  private record No(String revision, String said) {}

  @Override
  public List<StockAnswer> write(List<StockOrder> orders) {
    var answers = new LinkedHashMap<String, StockAnswer>();
    var refused = new HashMap<String, No>();
    var open = orders;
    for (var tries = 0; !open.isEmpty(); tries++) {
      var found = itemsOf(WixStock.products(open.stream().map(StockOrder::product)));
      var items = named(found);
      var levels =
          levels(found).stream().collect(Collectors.toMap(StockLevel::product, level -> level));
      for (var order : open) {
        var level = Optional.ofNullable(levels.get(order.product()));
        Overwriting.settled(order, level)
            .or(() -> refusal(order, items.get(order.product()), refused))
            .ifPresent(answer -> answers.put(order.product(), answer));
      }
      var left = open.stream().filter(one -> !answers.containsKey(one.product())).toList();
      if (tries == TRIES) {
        left.forEach(one -> answers.put(one.product(), moved(one)));
      } else if (!left.isEmpty()) {
        send(left, items, answers, refused);
      }
      open = orders.stream().filter(one -> !answers.containsKey(one.product())).toList();
    }
    return List.copyOf(answers.values());
  }

  private static StockAnswer moved(StockOrder order) {
    return StockAnswer.moved(order.product(), order.before());
  }

  /** Refused at the revision that it still has: reading again does not help. */
  private static Optional<StockAnswer> refusal(
      StockOrder order, JsonNode item, Map<String, No> refused) {
    return Optional.ofNullable(refused.get(order.product()))
        .filter(no -> no.revision().equals(item.path("revision").asText()))
        .map(no -> StockAnswer.refused(order.product(), no.said()));
  }

  private void send(
      List<StockOrder> orders,
      Map<String, JsonNode> items,
      Map<String, StockAnswer> answers,
      Map<String, No> refused) {
    var body = Json.MAPPER.createObjectNode().put("reason", "MANUAL").put("returnEntity", false);
    var list = body.putArray("inventoryItems");
    for (var order : orders) {
      var item = items.get(order.product());
      list.addObject()
          .putObject("inventoryItem")
          .put("id", item.path("id").asText())
          .put("revision", item.path("revision").asText())
          .put("quantity", whole(order.quantity()));
    }
    var call = WixCall.post("/stores/v3/bulk/inventory-items/update", body);
    for (var result : api.ask(connection, call).path("results")) {
      var metadata = result.path("itemMetadata");
      var order = orders.get(metadata.path("originalIndex").asInt());
      // The answer is 200 even if single items failed.
      if (metadata.path("success").asBoolean()) {
        answers.put(order.product(), StockAnswer.written(order.product(), order.quantity()));
      } else {
        var error = metadata.path("error");
        var words = error.path("code").asText() + ": " + error.path("description").asText();
        var revision = items.get(order.product()).path("revision").asText();
        refused.put(order.product(), new No(revision, PlainText.of(words)));
      }
    }
  }

  private static int whole(BigDecimal quantity) {
    return quantity.intValueExact();
  }
}
