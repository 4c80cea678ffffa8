package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;

/** Shows orders and refunds (`woocommerce.md` 4 and 6). */
final class OrderView {

  private static final Set<String> EDITABLE = Set.of("pending", "on-hold", "auto-draft");
  private static final Set<String> UNPAID = Set.of("pending", "failed", "checkout-draft");

  private final Shop shop;
  private final Links links;

  OrderView(Shop shop, Links links) {
    this.shop = shop;
    this.links = links;
  }

  /** Changes the kept order into what GET answers, with so many decimals. */
  ObjectNode show(ObjectNode order, int decimals) {
    Views.hide(order);
    live(order);
    var id = order.path("id").asText();
    var status = order.path("status").asText();
    var owes = Amounts.of(order.path("total")).signum() > 0;
    order.put(
        "payment_url",
        "%s/checkout/order-pay/%s/?pay_for_order=true&key=%s"
            .formatted(shop.home(), id, order.path("order_key").asText()));
    order.put("is_editable", EDITABLE.contains(status));
    order.put("needs_payment", UNPAID.contains(status) && owes);
    Amounts.show(order, decimals);
    links.add(order, "orders", "", Links.WRITABLE);
    ((ObjectNode) order.path("_links"))
        .putArray("email_templates")
        .addObject()
        .put("embeddable", true)
        .put("href", links.href("orders/" + id + "/actions/email_templates"));
    return order;
  }

  void showRefund(ObjectNode refund, int decimals) {
    Views.hide(refund);
    live(refund);
    Amounts.show(refund, decimals);
    refund.put("amount", Amounts.shown(Amounts.of(refund.path("amount")), decimals));
  }

  private void live(ObjectNode paper) {
    for (var line : paper.path("line_items")) {
      product((ObjectNode) line);
      taxOfLine((ObjectNode) line, "subtotal_tax", "subtotal");
      taxOfLine((ObjectNode) line, "total_tax", "total");
    }
    for (var line : paper.path("fee_lines")) {
      taxOfLine((ObjectNode) line, "total_tax", "total");
    }
    for (var line : paper.path("shipping_lines")) {
      taxOfLine((ObjectNode) line, "total_tax", "total");
    }
  }

  // What a product is called and numbered is read from the product now, not from the sale (4.2).
  private void product(ObjectNode line) {
    var variation = line.path("variation_id").asInt();
    var id = variation > 0 ? variation : line.path("product_id").asInt();
    var image = Json.object();
    shop.products
        .glimpse(id)
        .ifPresentOrElse(
            product -> {
              line.put("sku", sku(product));
              line.set("global_unique_id", product.path("global_unique_id"));
              if (variation > 0) {
                line.set("parent_name", shop.products.parentOf(product).path("name"));
                image.put("id", 0).put("src", "");
              } else {
                image.put("id", "").put("src", "");
              }
            },
            () -> {
              line.put("product_id", 0).put("variation_id", 0);
              line.putNull("sku").putNull("global_unique_id");
              image.put("id", 0).put("src", "");
            });
    line.set("image", image);
  }

  private String sku(JsonNode product) {
    var own = product.path("sku").asText();
    return own.isEmpty() && Products.isVariation(product)
        ? shop.products.parentOf(product).path("sku").asText()
        : own;
  }

  // A line's tax is the sum of its taxes, each rounded the way the shop rounds at this moment.
  private void taxOfLine(ObjectNode line, String sumField, String field) {
    var rounding = shop.settings.rounding();
    var sum = BigDecimal.ZERO;
    for (var tax : line.path("taxes")) {
      sum = sum.add(rounding.taxOfLine(Amounts.of(tax.path(field))));
    }
    line.put(sumField, sum.toPlainString());
  }
}
