package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Shows a variation in the shape of a product, as GET /products/{its id} does (7). */
final class VariationAsProduct {

  private static final List<String> EMPTIED =
      List.of(
          "categories",
          "brands",
          "tags",
          "images",
          "default_attributes",
          "variations",
          "grouped_products",
          "related_ids",
          "upsell_ids",
          "cross_sell_ids",
          "meta_data");

  private final Products products;

  VariationAsProduct(Products products) {
    this.products = products;
  }

  ObjectNode show(ObjectNode variation) {
    ObjectNode shown = products.parentOf(variation).deepCopy();
    EMPTIED.forEach(shown::putArray);
    variation
        .fields()
        .forEachRemaining(
            field -> {
              if (shown.has(field.getKey())) {
                shown.set(field.getKey(), field.getValue());
              }
            });
    var name = products.fullName(variation);
    shown.put("name", name);
    shown.put("slug", name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "-"));
    shown.put("total_sales", "0").put("reviews_allowed", false).put("has_options", false);
    shown.put("purchasable", true).put("parent_id", variation.path("parent_id").asInt());
    shown.put("price_html", Founding.priceHtml("&#36;", variation.path("price").asText()));
    if (variation.path("manage_stock").asText().equals("parent")) {
      shown.set("stock_quantity", products.parentOf(variation).path("stock_quantity"));
    }
    return shown;
  }
}
