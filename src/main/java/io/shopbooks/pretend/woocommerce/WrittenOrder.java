package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Reads the body of POST /orders as an order to be made. Amounts given there are net (5). */
final class WrittenOrder {

  private WrittenOrder() {}

  static NewOrder read(JsonNode body) {
    var order = NewOrder.anOrder().via(body.path("created_via").asText("rest-api"));
    order.billing = address(Buyer.NOBODY.billing(), body.path("billing"));
    order.shipping = address(Buyer.NOBODY.shipping(), body.path("shipping"));
    order.customer = body.path("customer_id").asInt();
    order.parent = body.path("parent_id").asInt();
    order.currency = body.path("currency").asText();
    order.gateway = body.path("payment_method").asText();
    order.gatewayTitle = body.path("payment_method_title").asText();
    order.transaction = body.path("transaction_id").asText();
    order.note = body.path("customer_note").asText();
    order.status = body.path("status").asText();
    order.paid = body.path("set_paid").asBoolean();
    body.path("line_items").forEach(line -> order.with(wanted(line)));
    body.path("shipping_lines").forEach(line -> order.shippings.add(shipping(line)));
    body.path("fee_lines").forEach(line -> order.fees.add(fee(line)));
    body.path("coupon_lines").forEach(line -> order.coupons.add(line.path("code").asText()));
    body.path("meta_data")
        .forEach(meta -> order.meta.put(meta.path("key").asText(), meta.path("value")));
    order.exempt = order.meta.getOrDefault("is_vat_exempt", Json.object()).asText().equals("yes");
    if (order.exempt) {
      order.meta.remove("is_vat_exempt");
    }
    return order;
  }

  private static ObjectNode address(ObjectNode empty, JsonNode given) {
    given
        .fields()
        .forEachRemaining(
            field -> {
              if (empty.has(field.getKey())) {
                empty.put(field.getKey(), field.getValue().asText());
              }
            });
    return empty;
  }

  static NewOrder.Wanted wanted(JsonNode line) {
    var meta = new LinkedHashMap<String, JsonNode>();
    line.path("meta_data").forEach(m -> meta.put(m.path("key").asText(), m.path("value")));
    var hasProduct = line.path("product_id").asInt() > 0 || line.path("variation_id").asInt() > 0;
    if (!hasProduct && line.path("sku").asText().isEmpty()) {
      throw Checkout.noProduct();
    }
    return new NewOrder.Wanted(
        hasProduct ? "" : line.path("sku").asText(),
        line.path("product_id").asInt(),
        line.path("variation_id").asInt(),
        new BigDecimal(line.path("quantity").asText("1")),
        Optional.empty(),
        money(line.path("subtotal")),
        money(line.path("total")),
        meta);
  }

  static Cart.Shipping shipping(JsonNode line) {
    return new Cart.Shipping(
        line.path("method_id").asText(),
        line.path("method_title").asText(),
        line.path("instance_id").asText(),
        Amounts.of(line.path("total")));
  }

  static Cart.Fee fee(JsonNode line) {
    var taxable = !line.path("tax_status").asText("taxable").equals("none");
    return new Cart.Fee(
        line.path("name").asText(),
        Amounts.of(line.path("total")),
        taxable,
        line.path("tax_class").asText(),
        line.path("amount").asText());
  }

  private static Optional<BigDecimal> money(JsonNode text) {
    return text.asText().isEmpty() ? Optional.empty() : Optional.of(Amounts.of(text));
  }
}
