package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes orders: prices them, writes them, and lets them go as far as their payment takes them. */
final class Checkout {

  private final Shop shop;
  private final Webhooks webhooks;
  private final Progress progress;

  Checkout(Shop shop, Webhooks webhooks, Progress progress) {
    this.shop = shop;
    this.webhooks = webhooks;
    this.progress = progress;
  }

  /**
   * Takes an order and gives it back as it is kept.
   *
   * @throws Refusal if a product or coupon does not exist
   */
  ObjectNode take(NewOrder wanted) {
    var at = wanted.at == null ? shop.now() : wanted.at;
    var cart = cart(wanted);
    var receipt = till(cart).ring();
    var order = written(wanted, cart, receipt, at);
    announce(order, wanted);
    settle(order, wanted, at);
    if (wanted.withGatewayFee && wanted.paid) {
      noteFee(order, wanted.gateway);
    }
    Dates.set(order, "date_modified", at, shop.zone());
    shop.orders.put(order.path("id"), order);
    return order;
  }

  private void noteFee(ObjectNode order, String gateway) {
    var metas = order.withArray("meta_data");
    var total = Amounts.of(order.path("total"));
    Gateways.fee(gateway, total, shop.settings.decimals())
        .forEach((key, value) -> metas.add(shop.paper().meta(key, TextNode.valueOf(value))));
  }

  Till till(Cart cart) {
    var rates = shop.settings.hasTaxes() ? shop.rates() : List.<TaxRate>of();
    return new Till(shop.settings.rounding(), rates, shop.settings.base(), cart);
  }

  private Cart cart(NewOrder wanted) {
    var coupons = wanted.coupons.stream().map(this::coupon).toList();
    var isFree = coupons.stream().anyMatch(Coupon::freeShipping);
    var shippings = wanted.shippings.stream().map(shipping -> isFree ? free() : shipping).toList();
    return new Cart(
        wanted.items.stream().map(this::item).toList(),
        coupons,
        shippings,
        wanted.fees,
        taxedAt(wanted.shipping, wanted.billing),
        wanted.exempt,
        wanted.createdVia.equals("store-api"));
  }

  private static Cart.Shipping free() {
    return new Cart.Shipping("free_shipping", "Free shipping", "2", BigDecimal.ZERO);
  }

  /** Taxed where it is shipped to; without a shipping address, where it is billed to. */
  static Place taxedAt(JsonNode shipping, JsonNode billing) {
    var place = Buyer.of(shipping).place();
    return place.isKnown() ? place : Buyer.of(billing).place();
  }

  private Coupon coupon(String code) {
    return shop.coupons
        .glimpses()
        .filter(paper -> paper.path("code").asText().equals(code))
        .map(Coupon::of)
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    400,
                    "woocommerce_rest_invalid_coupon",
                    "Coupon \"" + code + "\" does not exist!"));
  }

  Cart.Item item(NewOrder.Wanted wanted) {
    var goods =
        wanted.sku().isEmpty()
            ? shop.products.goods(wanted.productId(), wanted.variationId())
            : shop.products.bySku(wanted.sku());
    var found = goods.orElseThrow(Checkout::noProduct);
    return new Cart.Item(
        found,
        wanted.quantity(),
        wanted.price().orElse(found.price()),
        wanted.netSubtotal(),
        wanted.netTotal());
  }

  static Refusal noProduct() {
    return Refusal.of(
        400, "woocommerce_rest_required_product_reference", "Product ID or SKU is required.");
  }

  private ObjectNode written(NewOrder wanted, Cart cart, Receipt receipt, Instant at) {
    var order = new OrderHead(shop).write(wanted, cart, at);
    new OrderTotals(order).write(receipt.bill());
    var paper = shop.paper();
    var bill = receipt.bill();
    var goods = order.withArray("line_items");
    for (var i = 0; i < cart.items().size(); i++) {
      var meta = wanted.items.get(i).meta();
      goods.add(paper.line(paper.nextItem(), cart.items().get(i), bill.lines().get(i), meta));
    }
    var packed = wanted.createdVia.equals("store-api") ? cart.items() : List.<Cart.Item>of();
    var ways = order.withArray("shipping_lines");
    for (var i = 0; i < cart.shipping().size(); i++) {
      var priced = bill.shipping().get(i);
      ways.add(paper.shipping(paper.nextItem(), cart.shipping().get(i), priced, packed));
    }
    var fees = order.withArray("fee_lines");
    for (var i = 0; i < cart.fees().size(); i++) {
      fees.add(paper.fee(paper.nextItem(), cart.fees().get(i), bill.fees().get(i)));
    }
    var coupons = order.withArray("coupon_lines");
    receipt.coupons().forEach(use -> coupons.add(paper.coupon(paper.nextItem(), use)));
    var taxes = order.withArray("tax_lines");
    bill.rates().forEach(rate -> taxes.add(paper.taxLine(paper.nextItem(), rate, bill)));
    return order;
  }

  private void settle(ObjectNode order, NewOrder wanted, Instant at) {
    var isFree =
        wanted.createdVia.equals("store-api") && Amounts.of(order.path("total")).signum() == 0;
    if (isFree) {
      order.put("payment_method", "").put("payment_method_title", "");
    }
    if (wanted.paid || isFree) {
      progress.paid(order, at);
    }
    if (!wanted.status.isEmpty()) {
      progress.to(order, wanted.status, at);
    } else if (!wanted.paid && !isFree && wanted.createdVia.equals("store-api")) {
      progress.to(order, Gateways.statusUnpaid(wanted.gateway), at);
    }
  }

  // A checkout's order.updated comes first, that of an order made over REST second (9.2; recorded).
  private void announce(ObjectNode order, NewOrder wanted) {
    var id = order.path("id").asText();
    var topics = new ArrayList<>(List.of("order.created", "order.updated"));
    if (wanted.createdVia.equals("store-api")) {
      Collections.reverse(topics);
    }
    if (!wanted.status.endsWith("draft")) {
      topics.forEach(topic -> webhooks.happened(topic, id));
    }
  }
}
