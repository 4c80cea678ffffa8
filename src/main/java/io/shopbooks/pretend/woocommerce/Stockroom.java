package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Moves stock when orders do (`woocommerce.md` 7). A line remembers in its meta how many pieces it
 * took, so that nothing is taken or given back twice.
 */
final class Stockroom {

  private static final String TAKEN = "_reduced_stock";
  private static final String RESTOCKED = "_restock_refunded_items";

  private final Shop shop;
  private final Webhooks webhooks;

  Stockroom(Shop shop, Webhooks webhooks) {
    this.shop = shop;
    this.webhooks = webhooks;
  }

  /** Takes the pieces of an order off the shelf. */
  void take(ObjectNode order) {
    for (var line : order.path("line_items")) {
      if (meta(line, TAKEN).isEmpty()) {
        var quantity = line.path("quantity").decimalValue();
        move(line, quantity.negate()).ifPresent(left -> took((ObjectNode) line, quantity, left));
      }
    }
  }

  private void took(ObjectNode line, BigDecimal quantity, BigDecimal left) {
    if (left.signum() < 0) {
      addMeta(line, "Backordered", quantity.min(left.negate()));
    }
    addMeta(line, TAKEN, quantity);
  }

  /** Puts back what an order took. */
  void giveBack(ObjectNode order) {
    for (var line : order.path("line_items")) {
      meta(line, TAKEN)
          .ifPresent(
              taken -> {
                move(line, taken);
                removeMeta(line, TAKEN);
              });
    }
  }

  /** Puts back refunded pieces of one line, and says so on the line. */
  void restock(ObjectNode line, BigDecimal pieces) {
    var taken = meta(line, TAKEN);
    if (taken.isEmpty() || pieces.signum() <= 0) {
      return;
    }
    var back = pieces.min(taken.get());
    move(line, back);
    setMeta(line, TAKEN, taken.get().subtract(back));
    var before = meta(line, RESTOCKED).orElse(BigDecimal.ZERO);
    setMeta(line, RESTOCKED, before.add(back));
  }

  private Optional<BigDecimal> move(JsonNode line, BigDecimal pieces) {
    var variation = line.path("variation_id").asInt();
    var id = variation > 0 ? variation : line.path("product_id").asInt();
    return shop.products.stockKeeper(id).map(keeper -> moved(keeper, pieces));
  }

  private BigDecimal moved(ObjectNode keeper, BigDecimal pieces) {
    var left = keeper.path("stock_quantity").decimalValue().add(pieces);
    Products.stock(keeper, left);
    var zone = shop.zone();
    Dates.set(keeper, "date_modified", shop.now(), zone);
    shop.products.put(keeper.path("id"), keeper);
    webhooks.happened("product.updated", keeper.path("id").asText());
    return left;
  }

  private static Optional<BigDecimal> meta(JsonNode line, String key) {
    for (var meta : line.path("meta_data")) {
      if (meta.path("key").asText().equals(key)) {
        return Optional.of(new BigDecimal(meta.path("value").asText()));
      }
    }
    return Optional.empty();
  }

  private void addMeta(ObjectNode line, String key, BigDecimal value) {
    line.withArray("meta_data").add(shop.paper().lineMeta(key, Amounts.text(value)));
  }

  private void setMeta(ObjectNode line, String key, BigDecimal value) {
    for (var meta : line.path("meta_data")) {
      if (meta.path("key").asText().equals(key)) {
        var text = Amounts.text(value);
        ((ObjectNode) meta).put("value", text).put("display_value", text);
        return;
      }
    }
    addMeta(line, key, value);
  }

  private static void removeMeta(JsonNode line, String key) {
    var metas = ((ArrayNode) line.path("meta_data")).elements();
    while (metas.hasNext()) {
      if (metas.next().path("key").asText().equals(key)) {
        metas.remove();
      }
    }
  }
}
