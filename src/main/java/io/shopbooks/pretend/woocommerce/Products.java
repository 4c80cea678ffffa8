package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Products and variations. */
final class Products extends Papers {

  Products(Journal journal, Counters counters) {
    super("products", Keeping.OPEN, journal, counters);
  }

  static boolean isVariation(JsonNode product) {
    return product.path("type").asText().equals("variation");
  }

  /** What a cart needs to know of a product or a variation. */
  Optional<Goods> goods(int productId, int variationId) {
    return glimpse(variationId > 0 ? variationId : productId).map(this::goods);
  }

  /** The product or variation with this SKU as its own; of several the first. */
  Optional<Goods> bySku(String sku) {
    return holderOf(sku).map(this::goods);
  }

  /** Who holds this SKU; nobody holds the empty one. */
  Optional<JsonNode> holderOf(String sku) {
    return sku.isEmpty()
        ? Optional.empty()
        : glimpses().filter(product -> product.path("sku").asText().equals(sku)).findFirst();
  }

  private Goods goods(JsonNode product) {
    var isVariation = isVariation(product);
    var id = product.path("id").asInt();
    var parentId = product.path("parent_id").asInt();
    var parent = isVariation ? parentOf(product) : product;
    var taxClass = product.path("tax_class").asText();
    return new Goods(
        isVariation ? parentId : id,
        isVariation ? id : 0,
        isVariation ? fullName(product) : product.path("name").asText(),
        product.path("sku").asText(),
        Amounts.of(product.path("price")),
        product.path("tax_status").asText(),
        taxClass.equals("parent") ? parent.path("tax_class").asText() : taxClass,
        product.path("virtual").asBoolean() && product.path("downloadable").asBoolean());
  }

  /** "Hoodie - Red, S". */
  String fullName(JsonNode variation) {
    return parentOf(variation).path("name").asText() + " - " + variation.path("name").asText();
  }

  JsonNode parentOf(JsonNode variation) {
    return glimpse(variation.path("parent_id").asText()).orElseGet(Json::object);
  }

  /** Who keeps the stock: the product itself, or the parent for {@code manage_stock: "parent"}. */
  Optional<ObjectNode> stockKeeper(int id) {
    return glimpse(id)
        .flatMap(
            product ->
                product.path("manage_stock").asText().equals("parent")
                    ? glimpse(product.path("parent_id").asText())
                    : Optional.of(product))
        .filter(product -> product.path("manage_stock").asBoolean())
        .map(ObjectNode.class::cast)
        .map(ObjectNode::deepCopy);
  }

  /** Sets a quantity; the stock status follows by itself (`woocommerce.md` 7). */
  static void stock(ObjectNode product, BigDecimal quantity) {
    product.set("stock_quantity", Amounts.number(quantity));
    var orders = !product.path("backorders").asText().equals("no");
    var status = quantity.signum() > 0 ? "instock" : orders ? "onbackorder" : "outofstock";
    product.put("stock_status", status);
  }
}
