package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Fills a new shop from what was recorded in a real one: the US store as it was, the others with
 * its goods at their prices and with their own settings and tax rates.
 */
final class Founding {

  private final Shop shop;
  private final StoreKind kind;

  Founding(Shop shop) {
    this.shop = shop;
    this.kind = shop.store.kind;
  }

  void found() {
    shop.foundedIn(kind.zone);
    settings();
    taxes();
    goods();
    recorded("coupons").forEach(coupon -> shop.coupons.load(id(coupon), offered(coupon)));
    isTaken(Counters.Kind.THING, "coupons");
    recorded("customers")
        .forEach(customer -> shop.customers.load(id(customer), (ObjectNode) customer));
    isTaken(Counters.Kind.CUSTOMER, "customers");
    if (shop.store.has(Store.Habit.HISTORY)) {
      history();
    }
  }

  private void settings() {
    for (var group : new String[] {"general", "tax"}) {
      for (var setting : recorded("settings-" + group)) {
        shop.settings.load(
            setting.path("id").asText(), ((ObjectNode) setting).put(Settings.GROUP, group));
      }
    }
    set("woocommerce_store_address", kind.facts.street());
    set("woocommerce_store_city", kind.facts.city());
    set("woocommerce_store_postcode", kind.facts.postcode());
    set("woocommerce_default_country", kind.facts.country());
    set("woocommerce_currency", kind.currency.code());
    set("woocommerce_price_num_decimals", Integer.toString(kind.currency.decimals()));
    set("woocommerce_prices_include_tax", kind.pricesIncludeTax ? "yes" : "no");
    set("woocommerce_tax_display_shop", kind.pricesIncludeTax ? "incl" : "excl");
    set("woocommerce_tax_display_cart", kind.pricesIncludeTax ? "incl" : "excl");
    var atSubtotal = shop.store.has(Store.Habit.TAX_AT_SUBTOTAL);
    set("woocommerce_tax_round_at_subtotal", atSubtotal ? "yes" : "no");
  }

  private void set(String setting, String value) {
    shop.settings.load(setting, shop.settings.get(setting).put("value", value));
  }

  private void taxes() {
    if (kind == StoreKind.US) {
      recorded("taxes").forEach(rate -> shop.taxes.load(id(rate), (ObjectNode) rate));
    }
    shop.store.rates().forEach(rate -> shop.taxes.load(rate.id(), rate.paper()));
  }

  private void goods() {
    for (var name : new String[] {"products", "variations"}) {
      for (var product : recorded(name)) {
        shop.products.load(id(product), priced((ObjectNode) product));
      }
      isTaken(Counters.Kind.THING, name);
    }
  }

  private ObjectNode offered(JsonNode coupon) {
    var paper = (ObjectNode) coupon;
    if (!paper.path("discount_type").asText().equals("percent")) {
      paper.put("amount", kind.price(0, paper.path("amount").asText()));
    }
    return paper;
  }

  private ObjectNode priced(ObjectNode product) {
    for (var price : new String[] {"price", "regular_price", "sale_price"}) {
      product.put(price, kind.price(id(product), product.path(price).asText()));
    }
    if (kind != StoreKind.US) {
      product.put("price_html", priceHtml(kind.currency.entity(), product.path("price").asText()));
    }
    return product;
  }

  /** A price as themes print it. */
  static String priceHtml(String symbol, String price) {
    return """
        <span class="woocommerce-Price-amount amount"><bdi>\
        <span class="woocommerce-Price-currencySymbol" translate="no">%s</span>%s</bdi></span>"""
        .formatted(symbol, price);
  }

  private void history() {
    for (var order : recorded("orders")) {
      new Recorded((ObjectNode) order).sharpen();
      shop.orders.load(id(order), (ObjectNode) order);
      remember(order);
    }
    for (var refund : recorded("refunds")) {
      shop.refunds.load(id(refund), (ObjectNode) refund);
      remember(refund);
    }
  }

  // Ids of lines and meta are never handed out twice, so those of the history are taken.
  private void remember(JsonNode paper) {
    shop.counters.isTaken(Counters.Kind.THING, id(paper));
    for (var kindOfLine :
        new String[] {"line_items", "shipping_lines", "fee_lines", "coupon_lines", "tax_lines"}) {
      for (var line : paper.path(kindOfLine)) {
        shop.counters.isTaken(Counters.Kind.ITEM, id(line));
        metas(line);
      }
    }
    metas(paper);
  }

  private void metas(JsonNode holder) {
    holder.path("meta_data").forEach(meta -> shop.counters.isTaken(Counters.Kind.META, id(meta)));
  }

  private void isTaken(Counters.Kind counter, String name) {
    recorded(name).forEach(paper -> shop.counters.isTaken(counter, id(paper)));
  }

  private static JsonNode recorded(String name) {
    return Json.resource("us/" + name + ".json");
  }

  private static int id(JsonNode paper) {
    return paper.path("id").asInt();
  }
}
