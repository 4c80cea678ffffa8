package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Shows documents the way the API does: live fields filled in, hidden ones left out, with links.
 */
final class Views {

  private final Shop shop;
  private final Links links;
  private final OrderView orders;

  Views(Shop shop) {
    this.shop = shop;
    this.links = new Links(shop);
    this.orders = new OrderView(shop, links);
  }

  /** The resource of a webhook's topic. */
  ObjectNode ofTopic(String resource, int id) {
    return switch (resource) {
      case "order" ->
          order(
              shop.orders
                  .find(id)
                  .orElseThrow(() -> Refusal.notFound("woocommerce_rest_shop_order_invalid_id")),
              shop.settings.decimals());
      case "product" ->
          product(
              shop.products
                  .find(id)
                  .orElseThrow(() -> Refusal.notFound("woocommerce_rest_product_invalid_id")));
      case "customer" ->
          plain(
              shop.customers
                  .find(id)
                  .orElseThrow(() -> Refusal.notFound("woocommerce_rest_invalid_id")),
              "customers");
      default ->
          plain(
              shop.coupons
                  .find(id)
                  .orElseThrow(() -> Refusal.notFound("woocommerce_rest_shop_coupon_invalid_id")),
              "coupons");
    };
  }

  ObjectNode order(ObjectNode kept, int decimals) {
    return orders.show(kept, decimals);
  }

  /** A refund of a known order: what it is of is said by the path only (6). */
  ObjectNode refund(ObjectNode kept, int decimals) {
    var orderId = kept.path("parent_id").asText();
    orders.showRefund(kept, decimals);
    kept.remove("parent_id");
    var collection = "orders/" + orderId + "/refunds";
    links.add(kept, collection, "orders/" + orderId, "GET", "DELETE");
    return kept;
  }

  /** A refund in the list of all refunds, which names its order. */
  ObjectNode refundOfAll(ObjectNode kept, int decimals) {
    var orderId = kept.path("parent_id").asInt();
    var shown = refund(kept, decimals);
    return ((ObjectNode)
            Json.object().put("id", shown.path("id").asInt()).put("parent_id", orderId))
        .setAll(shown);
  }

  /** A product, or a variation in the shape of a product. */
  ObjectNode product(ObjectNode kept) {
    if (!Products.isVariation(kept)) {
      return plain(kept, "products");
    }
    var shown = new VariationAsProduct(shop.products).show(kept);
    links.fillHome(shown);
    links.add(shown, "products", "products/" + kept.path("parent_id").asText(), Links.WRITABLE);
    return shown;
  }

  /** A variation under its parent. */
  ObjectNode variation(ObjectNode kept) {
    var parent = "products/" + kept.path("parent_id").asText();
    var ownStock = kept.path("manage_stock").asBoolean();
    if (!ownStock && kept.path("manage_stock").asText().equals("parent")) {
      kept.set("stock_quantity", shop.products.parentOf(kept).path("stock_quantity"));
    }
    links.fillHome(kept);
    links.add(kept, parent + "/variations", parent, Links.WRITABLE);
    return kept;
  }

  /** A document that is shown as it is kept. */
  ObjectNode plain(ObjectNode kept, String collection) {
    hide(kept);
    links.fillHome(kept);
    links.add(kept, collection, "", Links.WRITABLE);
    return kept;
  }

  Links links() {
    return links;
  }

  static void hide(ObjectNode paper) {
    var names = paper.fieldNames();
    while (names.hasNext()) {
      if (names.next().startsWith("~")) {
        names.remove();
      }
    }
  }

  /** Whether a text is shown somewhere in a document (the parameter `search`). */
  static boolean mentions(JsonNode paper, String wanted) {
    return paper.toString().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
