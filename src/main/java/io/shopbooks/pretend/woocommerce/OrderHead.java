package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;

/** Writes the fields of a new order that are not money, in the order they were recorded in. */
final class OrderHead {

  private final Shop shop;

  OrderHead(Shop shop) {
    this.shop = shop;
  }

  ObjectNode write(NewOrder wanted, Cart cart, Instant at) {
    var id = shop.counters.next(Counters.Kind.THING);
    var zone = shop.zone();
    var order = Json.object().put("id", id).put("parent_id", wanted.parent);
    var currency = wanted.currency.isEmpty() ? shop.settings.currency() : wanted.currency;
    order.put("status", "pending").put("currency", currency).put("version", "11.0.1");
    order.put("prices_include_tax", shop.settings.rounding().pricesIncludeTax());
    order.put("date_created", Dates.local(at, zone)).put("date_modified", Dates.local(at, zone));
    OrderTotals.FIELDS.forEach(field -> order.put(field, "0"));
    order.put("customer_id", wanted.customer);
    order.put("order_key", "wc_order_" + Codes.letters("order" + id, 13));
    var isCheckout = wanted.createdVia.equals("store-api");
    order.set("billing", isCheckout ? sanitized(wanted.billing) : wanted.billing);
    order.set("shipping", isCheckout ? sanitized(wanted.shipping) : wanted.shipping);
    payment(order, wanted);
    order.put("customer_ip_address", isCheckout ? "203.0.113." + id % 250 : "");
    order.put("customer_user_agent", isCheckout ? "Mozilla/5.0" : "");
    order
        .put("created_via", wanted.createdVia)
        .put("customer_note", isCheckout ? untagged(wanted.note) : wanted.note);
    order.putNull("date_completed").putNull("date_paid");
    order.put("cart_hash", isCheckout ? Codes.hex("cart" + id) : "");
    order.put("number", wanted.number.isEmpty() ? Integer.toString(id) : wanted.number);
    meta(order, wanted, isCheckout);
    for (var kind : OrderTotals.LINES) {
      order.putArray(kind);
    }
    order.putArray("refunds");
    order.put("payment_url", "").put("is_editable", true).put("needs_payment", true);
    order.put("needs_processing", !cart.items().stream().allMatch(i -> i.goods().isDownload()));
    order.put("date_created_gmt", Dates.gmt(at)).put("date_modified_gmt", Dates.gmt(at));
    order.putNull("date_completed_gmt").putNull("date_paid_gmt");
    return order.put("currency_symbol", StoreKind.symbolOf(currency));
  }

  // The checkout strips tags everywhere and turns & of an address into an entity; REST does not
  // (11).
  private static ObjectNode sanitized(ObjectNode address) {
    var clean = Json.object();
    address
        .fields()
        .forEachRemaining(
            field ->
                clean.put(
                    field.getKey(), untagged(field.getValue().asText()).replace("&", "&amp;")));
    return clean;
  }

  private static String untagged(String text) {
    return text.replaceAll("<[^>]*>", "");
  }

  private static void payment(ObjectNode order, NewOrder wanted) {
    var title =
        wanted.gatewayTitle.isEmpty() ? Gateways.title(wanted.gateway) : wanted.gatewayTitle;
    order.put("payment_method", wanted.gateway).put("payment_method_title", title);
    order.put("transaction_id", wanted.transaction);
  }

  private void meta(ObjectNode order, NewOrder wanted, boolean isCheckout) {
    var metas = order.putArray("meta_data");
    var paper = shop.paper();
    wanted.meta.forEach((key, value) -> metas.add(paper.meta(key, value)));
    if (isCheckout || wanted.exempt) {
      metas.add(paper.meta("is_vat_exempt", TextNode.valueOf(wanted.exempt ? "yes" : "no")));
    }
  }
}
