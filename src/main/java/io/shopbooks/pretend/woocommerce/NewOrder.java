package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order about to be made: {@code anOrder().of("TSHIRT-01", 2).shippedFor("5.99").paidBy(
 * "stripe")}. Amounts are decimal texts, as the shop enters prices; without more, a guest in New
 * York buys nothing, by checkout, and pays on delivery.
 */
public final class NewOrder {

  final List<Wanted> items = new ArrayList<>();
  final List<String> coupons = new ArrayList<>();
  final List<Cart.Shipping> shippings = new ArrayList<>();
  final List<Cart.Fee> fees = new ArrayList<>();
  final Map<String, JsonNode> meta = new LinkedHashMap<>();
  ObjectNode billing = Buyer.at("John Guest", "New York", "NY", "US").billing();
  ObjectNode shipping = Buyer.at("John Guest", "New York", "NY", "US").shipping();
  int customer;
  int parent;
  String createdVia = "store-api";
  String currency = "";
  String gateway = "cod";
  String gatewayTitle = "";
  String transaction = "";
  String note = "";
  String number = "";
  String status = "";
  boolean paid;
  boolean exempt;
  boolean withGatewayFee;
  Instant at;

  private NewOrder() {}

  /** An order of a product: by SKU, or by id. */
  record Wanted(
      String sku,
      int productId,
      int variationId,
      BigDecimal quantity,
      Optional<BigDecimal> price,
      Optional<BigDecimal> netSubtotal,
      Optional<BigDecimal> netTotal,
      Map<String, JsonNode> meta) {}

  /** An order to be filled. */
  public static NewOrder anOrder() {
    return new NewOrder();
  }

  /** With one piece of this SKU at the shop's price. */
  public NewOrder of(String sku) {
    return of(sku, 1);
  }

  /** With pieces of this SKU at the shop's price. */
  public NewOrder of(String sku, int pieces) {
    return with(sku, BigDecimal.valueOf(pieces), Optional.empty());
  }

  /** With pieces of this SKU at another price per piece ("2.675"). */
  public NewOrder of(String sku, int pieces, String price) {
    return with(sku, BigDecimal.valueOf(pieces), Optional.of(new BigDecimal(price)));
  }

  /** With a part of a piece ("2.75"), as plugins for decimal quantities sell. */
  public NewOrder ofMeasure(String sku, String quantity) {
    return with(sku, new BigDecimal(quantity), Optional.empty());
  }

  /** With pieces of a product or, if that is not 0, of one of its variations. */
  public NewOrder ofProduct(int productId, int variationId, int pieces) {
    var none = Optional.<BigDecimal>empty();
    var quantity = BigDecimal.valueOf(pieces);
    return with(new Wanted("", productId, variationId, quantity, none, none, none, Map.of()));
  }

  private NewOrder with(String sku, BigDecimal quantity, Optional<BigDecimal> price) {
    return with(
        new Wanted(sku, 0, 0, quantity, price, Optional.empty(), Optional.empty(), Map.of()));
  }

  NewOrder with(Wanted item) {
    items.add(item);
    return this;
  }

  /** With a coupon of the shop, by its code. */
  public NewOrder withCoupon(String code) {
    coupons.add(code);
    return this;
  }

  /** Shipped at a flat rate, net ("5.99"). Said twice, two packages. */
  public NewOrder shippedFor(String net) {
    shippings.add(new Cart.Shipping("flat_rate", "Flat rate", "1", new BigDecimal(net)));
    return this;
  }

  /** Fetched at the shop, which costs nothing. */
  public NewOrder pickedUp() {
    shippings.add(new Cart.Shipping("local_pickup", "Local pickup", "3", BigDecimal.ZERO));
    return this;
  }

  /** With a taxable fee, net; a negative one is a discount or a credit. */
  public NewOrder withFee(String name, String net) {
    return withFee(name, net, true);
  }

  /** With a fee of the cart, net, flagged taxable or not. */
  public NewOrder withFee(String name, String net, boolean taxable) {
    fees.add(new Cart.Fee(name, new BigDecimal(net), taxable, "", net));
    return this;
  }

  /** Billed and shipped to this buyer. */
  public NewOrder to(Buyer buyer) {
    billing = buyer.billing();
    shipping = buyer.shipping();
    return this;
  }

  /** Made for a customer who has an account. */
  public NewOrder byCustomer(int id) {
    customer = id;
    return this;
  }

  /** Paid now through this gateway ("stripe"). */
  public NewOrder paidBy(String gatewayId) {
    gateway = gatewayId;
    paid = true;
    return this;
  }

  /** To be paid later through this gateway ("bacs", "cod"). */
  public NewOrder toBePaidBy(String gatewayId) {
    gateway = gatewayId;
    paid = false;
    return this;
  }

  /** With the gateway's own id of the payment. */
  public NewOrder withTransaction(String id) {
    transaction = id;
    return this;
  }

  /** In another currency than the shop's; the prices stay the same figures. */
  public NewOrder in(String otherCurrency) {
    currency = otherCurrency;
    return this;
  }

  /** In this status, whatever the payment would make of it. */
  public NewOrder inStatus(String wanted) {
    status = wanted;
    return this;
  }

  /** Shown under another number than its id, as plugins do. */
  public NewOrder numbered(String shown) {
    number = shown;
    return this;
  }

  /** With a note of the customer. */
  public NewOrder noting(String customerNote) {
    note = customerNote;
    return this;
  }

  /** With order meta of a plugin. */
  public NewOrder withMeta(String key, String value) {
    meta.put(key, TextNode.valueOf(value));
    return this;
  }

  /** With the gateway's fee in the order's meta, as its plugin writes it (13). */
  public NewOrder withGatewayFee() {
    withGatewayFee = true;
    return this;
  }

  /** By a buyer who pays no tax. */
  public NewOrder exempt() {
    exempt = true;
    return this;
  }

  /** Made by this way ("rest-api", "admin", "subscription") instead of the checkout. */
  public NewOrder via(String way) {
    createdVia = way;
    return this;
  }

  /** Made at this time instead of now. */
  public NewOrder at(Instant time) {
    at = time;
    return this;
  }
}
