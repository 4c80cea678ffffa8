package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes the lines of an order that is there, and counts the order again. */
final class Recalculation {

  private final Shop shop;
  private final Checkout checkout;

  Recalculation(Shop shop, Checkout checkout) {
    this.shop = shop;
    this.checkout = checkout;
  }

  /** Applies the line changes of a PUT; without any, nothing is counted again. */
  void apply(ObjectNode order, JsonNode changes) {
    var touched = false;
    for (var kind : new String[] {"line_items", "shipping_lines", "fee_lines"}) {
      for (var change : changes.path(kind)) {
        change(order, kind, change);
        touched = true;
      }
    }
    if (touched) {
      count(order);
    }
  }

  private void change(ObjectNode order, String kind, JsonNode change) {
    var lines = (ArrayNode) order.path(kind);
    if (!change.has("id")) {
      lines.add(added(kind, change));
      return;
    }
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).path("id").asInt() == change.path("id").asInt()) {
        if (change.path("quantity").asInt(1) == 0) {
          lines.remove(i);
        } else {
          update((ObjectNode) lines.get(i), change);
        }
        return;
      }
    }
    throw Refusal.of(
        400, "woocommerce_rest_invalid_item_id", "Order item ID provided is not associated.");
  }

  private static void update(ObjectNode line, JsonNode change) {
    for (var field : new String[] {"name", "method_title", "tax_class", "tax_status"}) {
      if (change.has(field)) {
        line.set(field, change.path(field));
      }
    }
    if (change.has("quantity")) {
      line.set("quantity", Amounts.number(Amounts.of(change.path("quantity"))));
    }
    for (var money : new String[] {"subtotal", "total"}) {
      if (change.has(money)) {
        line.put(money, Amounts.text(Amounts.of(change.path(money))));
      }
    }
  }

  private ObjectNode added(String kind, JsonNode change) {
    var paper = shop.paper();
    var id = paper.nextItem();
    if (kind.equals("line_items")) {
      var item = checkout.item(WrittenOrder.wanted(change));
      var net = item.price().multiply(item.quantity());
      var subtotal = item.netSubtotal().orElse(net);
      var given = Priced.net(subtotal, item.netTotal().orElse(subtotal), Rates.NONE);
      return paper.line(id, item, given, Map.of());
    }
    var priced = Priced.charge(Amounts.of(change.path("total")), Taxes.NONE);
    return kind.equals("fee_lines")
        ? paper.fee(id, WrittenOrder.fee(change), priced)
        : paper.shipping(id, WrittenOrder.shipping(change), priced, List.of());
  }

  /** Taxes every line anew from its net amounts and writes lines, tax lines and totals. */
  void count(ObjectNode order) {
    var items = new ArrayList<Cart.Item>();
    order.path("line_items").forEach(line -> items.add(item(line)));
    var shippings = new ArrayList<Cart.Shipping>();
    order.path("shipping_lines").forEach(line -> shippings.add(WrittenOrder.shipping(line)));
    var fees = new ArrayList<Cart.Fee>();
    order.path("fee_lines").forEach(line -> fees.add(WrittenOrder.fee(line)));
    var place = Checkout.taxedAt(order.path("shipping"), order.path("billing"));
    var cart = new Cart(items, List.of(), shippings, fees, place, isExempt(order), false);
    var bill = checkout.till(cart).ring().bill();
    write(order, bill);
  }

  private void write(ObjectNode order, Bill bill) {
    for (var i = 0; i < bill.lines().size(); i++) {
      var line = (ObjectNode) order.path("line_items").path(i);
      var priced = bill.lines().get(i);
      OrderPaper.amounts(line, priced);
      line.set("price", Amounts.price(priced.total(), line.path("quantity").decimalValue()));
    }
    for (var i = 0; i < bill.shipping().size(); i++) {
      OrderPaper.charge((ObjectNode) order.path("shipping_lines").path(i), bill.shipping().get(i));
    }
    for (var i = 0; i < bill.fees().size(); i++) {
      OrderPaper.charge((ObjectNode) order.path("fee_lines").path(i), bill.fees().get(i));
    }
    var paper = shop.paper();
    var taxLines = order.putArray("tax_lines");
    bill.rates().forEach(rate -> taxLines.add(paper.taxLine(paper.nextItem(), rate, bill)));
    new OrderTotals(order).write(bill);
  }

  // A line whose product is gone is taxed the way it was.
  private Cart.Item item(JsonNode line) {
    var known =
        shop.products.goods(line.path("product_id").asInt(), line.path("variation_id").asInt());
    var taxStatus =
        known.map(Goods::taxStatus).orElse(line.path("taxes").isEmpty() ? "none" : "taxable");
    var goods =
        new Goods(
            line.path("product_id").asInt(),
            line.path("variation_id").asInt(),
            line.path("name").asText(),
            line.path("sku").asText(),
            BigDecimal.ZERO,
            taxStatus,
            line.path("tax_class").asText(),
            false);
    return new Cart.Item(
        goods,
        line.path("quantity").decimalValue(),
        BigDecimal.ZERO,
        Optional.of(Amounts.of(line.path("subtotal"))),
        Optional.of(Amounts.of(line.path("total"))));
  }

  private static boolean isExempt(JsonNode order) {
    for (var meta : order.path("meta_data")) {
      if (meta.path("key").asText().equals("is_vat_exempt")) {
        return meta.path("value").asText().equals("yes");
      }
    }
    return false;
  }
}
