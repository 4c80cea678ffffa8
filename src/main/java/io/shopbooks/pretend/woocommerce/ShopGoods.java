package io.shopbooks.pretend.woocommerce;

import java.math.BigDecimal;

/** What a merchant does to goods, coupons and tax rates. */
public final class ShopGoods {

  private final Shop shop;
  private final ProductDesk desk;

  ShopGoods(Shop shop, ProductDesk desk) {
    this.shop = shop;
    this.desk = desk;
  }

  /** Adds a product as POST /products does, given the same JSON; gives its id. */
  public int adds(String json) {
    return shop.alone(() -> desk.create(Json.read(json)).path("id").asInt());
  }

  /** Changes a product as PUT /products/{id} does, given the same JSON. */
  public void changes(int productId, String json) {
    shop.alone(() -> desk.update(desk.product(productId), Json.read(json)));
  }

  /** Gives a product this SKU, though another may hold it: imports and direct SQL do so (7). */
  public void relabels(int productId, String sku) {
    shop.alone(() -> shop.products.put(productId, desk.product(productId).put("sku", sku)));
  }

  /** Deletes a product for good; orders of it keep its name only. */
  public void deletes(int productId) {
    shop.alone(() -> desk.delete(productId));
  }

  /** The id of the product or variation with this SKU. */
  public int idOf(String sku) {
    return shop.alone(() -> shop.products.holderOf(sku).orElseThrow().path("id").asInt());
  }

  /** The stock of a product or variation; zero if it is not managed. */
  public BigDecimal stock(int productId) {
    return shop.alone(() -> Amounts.of(desk.product(productId).path("stock_quantity")));
  }

  /** Offers a coupon: percent, fixed_cart or fixed_product, without free shipping. */
  public void offers(String code, String type, String amount) {
    shop.alone(
        () -> {
          var id = shop.counters.next(Counters.Kind.THING);
          var coupon = Json.object().put("id", id).put("code", code).put("amount", amount);
          coupon.put("status", "publish").put("discount_type", type);
          Dates.set(coupon, "date_created", shop.now(), shop.zone());
          Dates.set(coupon, "date_modified", shop.now(), shop.zone());
          shop.coupons.put(id, coupon.put("description", "").put("free_shipping", false));
        });
  }

  /** Changes a tax rate; orders keep the percentage they were made with. */
  public void taxes(int rateId, String percent) {
    shop.alone(
        () -> {
          var rate = shop.taxes.get(rateId);
          shop.taxes.put(rateId, rate.put("rate", Amounts.shown(new BigDecimal(percent), 4)));
          shop.ratesChanged();
        });
  }
}
