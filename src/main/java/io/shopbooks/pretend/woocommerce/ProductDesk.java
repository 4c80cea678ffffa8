package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes, changes and removes products and variations (`woocommerce.md` 7). */
final class ProductDesk {

  private static final List<String> PLAIN_FIELDS =
      List.of(
          "name",
          "status",
          "description",
          "short_description",
          "sku",
          "global_unique_id",
          "regular_price",
          "sale_price",
          "virtual",
          "downloadable",
          "tax_status",
          "tax_class",
          "manage_stock",
          "backorders",
          "low_stock_amount",
          "weight",
          "type");

  private final Shop shop;
  private final Webhooks webhooks;

  ProductDesk(Shop shop, Webhooks webhooks) {
    this.shop = shop;
    this.webhooks = webhooks;
  }

  /** A product or a variation by its id. */
  ObjectNode product(int id) {
    return shop.products
        .find(id)
        .orElseThrow(() -> Refusal.notFound("woocommerce_rest_product_invalid_id"));
  }

  ObjectNode variation(int parentId, int id) {
    return shop.products
        .find(id)
        .filter(product -> product.path("parent_id").asInt() == parentId)
        .orElseThrow(() -> Refusal.notFound("woocommerce_rest_product_variation_invalid_id"));
  }

  ObjectNode create(JsonNode body) {
    checkSku(0, body.path("sku").asText());
    var id = shop.counters.next(Counters.Kind.THING);
    var product = (ObjectNode) Json.resource("us/product-template.json");
    product.put("id", id);
    var slug = body.path("name").asText().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "-");
    product.put("slug", slug).put("permalink", "{home}/product/" + slug + "/");
    Dates.set(product, "date_created", shop.now(), shop.zone());
    change(product, body);
    shop.products.put(id, product);
    webhooks.happened("product.created", Integer.toString(id));
    return product;
  }

  ObjectNode update(ObjectNode product, JsonNode body) {
    var id = product.path("id").asInt();
    if (body.has("sku")) {
      checkSku(id, body.path("sku").asText());
    }
    change(product, body);
    shop.products.put(id, product);
    webhooks.happened("product.updated", Integer.toString(id));
    return product;
  }

  private void change(ObjectNode product, JsonNode body) {
    for (var field : PLAIN_FIELDS) {
      if (body.has(field) && !body.path(field).isNull()) {
        product.set(field, body.path(field));
      }
    }
    var sale = product.path("sale_price").asText();
    product.put("price", sale.isEmpty() ? product.path("regular_price").asText() : sale);
    stock(product, body);
    Dates.set(product, "date_modified", shop.now(), shop.zone());
  }

  // Without manage_stock a quantity is answered 200 and ignored; so with "parent" (7).
  private static void stock(ObjectNode product, JsonNode body) {
    if (!product.path("manage_stock").asBoolean()) {
      product.putNull("stock_quantity");
      return;
    }
    if (body.hasNonNull("stock_quantity")) {
      Products.stock(product, quantity(body.path("stock_quantity").asText()));
    } else if (product.path("stock_quantity").isNull()) {
      Products.stock(product, BigDecimal.ZERO);
    }
  }

  private static BigDecimal quantity(String text) {
    try {
      return new BigDecimal(text).setScale(0);
    } catch (ArithmeticException | NumberFormatException e) {
      var parameters = new Parameters(Map.of());
      parameters.wrong(
          "stock_quantity", "rest_invalid_type", "stock_quantity is not of type integer.");
      parameters.check();
      throw e;
    }
  }

  private void checkSku(int id, String sku) {
    shop.products
        .holderOf(sku)
        .filter(holder -> holder.path("id").asInt() != id)
        .ifPresent(
            holder -> {
              throw Refusal.of(
                  400,
                  "product_invalid_sku",
                  "Invalid or duplicated SKU.",
                  Json.object()
                      .put("resource_id", holder.path("id").asInt())
                      .put("unique_sku", sku + "-1"));
            });
  }

  ObjectNode trash(int id) {
    var product = product(id);
    ObjectNode before = product.deepCopy();
    product.put("status", "trash");
    Dates.set(product, "date_modified", shop.now(), shop.zone());
    shop.products.put(id, product);
    webhooks.happened("product.deleted", Integer.toString(id));
    return before;
  }

  /** For good, with its variations; no webhook tells (9.3). Orders keep the name only (4.2). */
  ObjectNode delete(int id) {
    var product = product(id);
    product.path("variations").forEach(variation -> shop.products.remove(variation.asText()));
    shop.products.remove(id);
    return product;
  }
}
