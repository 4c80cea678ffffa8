package io.shopbooks.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.connections.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.stream.Stream;

/**
 * The products of a Wix site and their variants, as buyers see them (`wix.md` 6). They are read
 * whole in each round, because no date is known to move with a variant; that is a call per hundred
 * products of the V1 catalog, and two per thousand variants of the V3 catalog.
 */
final class WixCatalogue {

  private final WixApi api;
  private final WixStores stores;
  private final Connection connection;

  WixCatalogue(WixApi api, Connection connection) {
    this.api = api;
    this.stores = new WixStores(api, connection);
    this.connection = connection;
  }

  /**
   * @param isV3 which catalog the site has
   * @param now when this round begins
   */
  Catalogue read(boolean isV3, Instant now) {
    var prices = prices();
    var products = isV3 ? ofV3(prices) : ofV1(prices);
    return new Catalogue(products.iterator(), () -> now);
  }

  /**
   * Whether tax is within prices is told by orders only (8), so that the newest one is looked at;
   * without one, nobody knows.
   */
  private ObjectNode prices() {
    var shop = Json.MAPPER.createObjectNode();
    api.askIfCovered(connection, WixOrders.newest())
        .answer()
        .map(answer -> answer.path("orders").path(0))
        .filter(JsonNode::isObject)
        .ifPresent(
            order ->
                shop.put("pricesIncludeTax", order.path("taxIncludedInPrices").asBoolean(false)));
    return shop;
  }

  private Stream<RawProduct> ofV1(ObjectNode prices) {
    return stores
        .numbered("/stores/v1/products/query", "products", Json.MAPPER.createObjectNode(), false)
        .flatMap(product -> ofV1(product, prices));
  }

  /** The product, or each of its variants where they are sold for themselves. */
  private static Stream<RawProduct> ofV1(JsonNode product, ObjectNode prices) {
    var id = product.path("id").asText();
    var alone = (ObjectNode) product.deepCopy();
    alone.remove("variants");
    var json = Json.MAPPER.createObjectNode();
    json.set("product", alone);
    json.set("shop", prices);
    if (!product.path("manageVariants").asBoolean()) {
      return Stream.of(new RawProduct(id, Json.write(json)));
    }
    return WixStock.list(product.path("variants")).stream()
        .map(
            variant -> {
              json.set("variant", variant);
              return new RawProduct(id + "/" + variant.path("id").asText(), Json.write(json));
            });
  }

  private Stream<RawProduct> ofV3(ObjectNode prices) {
    var none = Json.MAPPER.createObjectNode();
    var counted = new HashMap<String, Boolean>();
    stores
        .cursored("/stores/v3/inventory-items/query", "inventoryItems", none)
        .forEach(
            item ->
                counted.merge(
                    item.path("productId").asText() + "/" + item.path("variantId").asText(),
                    item.path("trackQuantity").asBoolean(),
                    Boolean::logicalOr));
    return stores
        .cursored("/stores/v3/products/query-variants", "variants", none, "CURRENCY")
        .map(
            variant -> {
              var product = variant.path("productData").path("productId").asText();
              var id = product + "/" + variant.path("variantId").asText();
              var json = Json.MAPPER.createObjectNode();
              json.set("product", variant);
              json.put("counted", counted.getOrDefault(id, false));
              json.set("shop", prices);
              // A product without options has one variant, which nobody chooses.
              var isOnly = variant.path("optionChoices").isEmpty();
              return new RawProduct(isOnly ? product : id, Json.write(json));
            });
  }
}
