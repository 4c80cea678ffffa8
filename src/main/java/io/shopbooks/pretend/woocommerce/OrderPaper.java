package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Writes the parts of an order the way they were recorded, amounts as they are kept. */
final class OrderPaper {

  private final Counters counters;
  private final Papers taxes;

  OrderPaper(Counters counters, Papers taxes) {
    this.counters = counters;
    this.taxes = taxes;
  }

  int nextItem() {
    return counters.next(Counters.Kind.ITEM);
  }

  ObjectNode meta(String key, JsonNode value) {
    var meta = Json.object().put("id", counters.next(Counters.Kind.META)).put("key", key);
    meta.set("value", value);
    return meta;
  }

  /** Meta of a line, which is shown under a label, too. */
  ObjectNode lineMeta(String key, String value) {
    return Json.object()
        .put("id", counters.next(Counters.Kind.META))
        .put("key", key)
        .put("value", value)
        .put("display_key", key)
        .put("display_value", value);
  }

  ObjectNode line(int id, Cart.Item item, Priced priced, Map<String, JsonNode> meta) {
    var goods = item.goods();
    var line =
        Json.object()
            .put("id", id)
            .put("name", goods.name())
            .put("product_id", goods.productId())
            .put("variation_id", goods.variationId());
    line.set("quantity", Amounts.number(item.quantity()));
    line.put("tax_class", goods.taxClass());
    amounts(line, priced);
    var metas = line.putArray("meta_data");
    meta.forEach((key, value) -> metas.add(lineMeta(key, value.asText())));
    line.put("sku", goods.sku()).put("global_unique_id", "");
    line.set("price", Amounts.price(priced.total(), item.quantity()));
    line.putObject("image").put("id", "").put("src", "");
    return line.putNull("parent_name");
  }

  /** Puts amounts and taxes of a line of goods; what the lines' taxes add up to is shown later. */
  static void amounts(ObjectNode line, Priced priced) {
    line.put("subtotal", Amounts.text(priced.subtotal())).put("subtotal_tax", "0");
    line.put("total", Amounts.text(priced.total())).put("total_tax", "0");
    line.set("taxes", taxes(priced.totalTaxes(), priced.subtotalTaxes()));
  }

  /** Taxes of a charge have no subtotal. */
  private static ArrayNode taxes(Taxes total) {
    var array = Json.array();
    total
        .byRate()
        .forEach(
            (rate, amount) ->
                array
                    .addObject()
                    .put("id", rate)
                    .put("total", Amounts.text(amount))
                    .put("subtotal", ""));
    return array;
  }

  private static ArrayNode taxes(Taxes total, Taxes subtotal) {
    var array = taxes(total);
    for (var tax : array) {
      var before = subtotal.byRate().get(tax.path("id").asInt());
      ((ObjectNode) tax).put("subtotal", Amounts.text(before));
    }
    return array;
  }

  static void charge(ObjectNode line, Priced priced) {
    line.put("total", Amounts.text(priced.total())).put("total_tax", "0");
    line.set("taxes", taxes(priced.totalTaxes()));
  }

  ObjectNode shipping(int id, Cart.Shipping shipping, Priced priced, List<Cart.Item> packed) {
    var line =
        Json.object()
            .put("id", id)
            .put("method_title", shipping.title())
            .put("method_id", shipping.methodId())
            .put("instance_id", shipping.instanceId());
    charge(line, priced);
    line.put("tax_status", shipping.isTaxed() ? "taxable" : "none");
    var metas = line.putArray("meta_data");
    if (!packed.isEmpty()) {
      var items =
          packed.stream()
              .map(item -> item.goods().name() + " &times; " + item.quantity().toPlainString())
              .toList();
      metas.add(lineMeta("Items", String.join(", ", items)));
    }
    return line;
  }

  ObjectNode fee(int id, Cart.Fee fee, Priced priced) {
    var line =
        Json.object()
            .put("id", id)
            .put("name", fee.name())
            .put("tax_class", fee.taxClass())
            .put("tax_status", fee.taxable() || fee.net().signum() < 0 ? "taxable" : "none")
            .put("amount", fee.raw());
    charge(line, priced);
    line.putArray("meta_data");
    return line;
  }

  ObjectNode coupon(int id, CouponUse use) {
    var coupon = use.coupon();
    var line =
        Json.object()
            .put("id", id)
            .put("code", coupon.code())
            .put("discount", Amounts.text(use.discount()))
            .put("discount_tax", Amounts.text(use.discountTax()));
    var type = coupon.isForWholeCart() ? "null" : "\"" + coupon.type() + "\"";
    var free = coupon.freeShipping() ? ",true" : "";
    var amount = Amounts.number(coupon.amount());
    var info = "[%d,\"%s\",%s,%s%s]".formatted(coupon.id(), coupon.code(), type, amount, free);
    line.putArray("meta_data").add(lineMeta("coupon_info", info));
    line.put("discount_type", coupon.type()).set("nominal_amount", amount);
    return line.put("free_shipping", coupon.freeShipping());
  }

  /** The sum of one rate over an order or a refund. */
  ObjectNode taxLine(int id, int rateId, Bill bill) {
    var rate = TaxRate.of(taxes.get(rateId));
    var line =
        Json.object()
            .put("id", id)
            .put("rate_code", rate.code())
            .put("rate_id", rateId)
            .put("label", rate.name())
            .put("compound", rate.compound())
            .put("tax_total", Amounts.text(bill.taxOnGoods(rateId)))
            .put("shipping_tax_total", Amounts.text(bill.taxOnShipping(rateId)));
    line.set("rate_percent", Amounts.number(rate.percent()));
    line.putArray("meta_data");
    return line;
  }
}
