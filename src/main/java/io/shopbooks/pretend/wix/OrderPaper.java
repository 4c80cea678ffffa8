package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopbooks.pretend.wix.Stockroom.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Writes a new order as the API tells it (`wix.md` 2.3, 8). */
final class OrderPaper {

  private static final String OLD_LINE_ID = "00000000-0000-0000-0000-%012d";

  private final NewOrder order;
  private final Bill bill;
  private final String currency;
  private final Site site;
  private final Stockroom stockroom;

  OrderPaper(NewOrder order, Bill bill, String currency, Site site, Stockroom stockroom) {
    this.order = order;
    this.bill = bill;
    this.currency = currency;
    this.site = site;
    this.stockroom = stockroom;
  }

  ObjectNode write(String id, Instant at) {
    var paper = Json.object().put("id", id).put("number", site.nextNumber() + "");
    paper.put("createdDate", at.toString()).put("updatedDate", at.toString());
    paper.put("status", "INITIALIZED").put("paymentStatus", "NOT_PAID");
    paper.put("fulfillmentStatus", order.shipping == null ? "FULFILLED" : "NOT_FULFILLED");
    paper.put("currency", currency).put("taxIncludedInPrices", order.taxIncluded);
    if (!currency.equals(site.settings.currency())) {
      paper
          .putObject("currencyConversionDetails")
          .put("originalCurrency", site.settings.currency())
          .put("conversionRate", "1.0842");
    }
    if (order.imported) {
      paper.put("imported", true);
    }
    paper.put("buyerLanguage", "en").put("siteLanguage", "en").put("weightUnit", "KG");
    paper.putObject("channelInfo").put("type", order.channel);
    paper
        .putObject("buyerInfo")
        .put("contactId", site.nextId())
        .put("visitorId", site.nextId())
        .put("email", order.shopper.email());
    var isPos = order.channel.equals("POS");
    paper.putObject("createdBy").put(isPos ? "userId" : "visitorId", site.nextId());
    paper.set("billingInfo", order.shopper.contact());
    paper.set("recipientInfo", order.shopper.contact());
    lines(paper);
    sums(paper);
    shipping(paper);
    fees(paper);
    discounts(paper);
    paper.set("taxInfo", tax());
    activity(paper, "ORDER_PLACED", at);
    return paper;
  }

  static void activity(ObjectNode paper, String type, Instant at) {
    paper.withArray("activities").addObject().put("type", type).put("createdDate", at + "");
  }

  private void lines(ObjectNode paper) {
    var list = paper.putArray("lineItems");
    for (var billed : bill.lines()) {
      var line = billed.line();
      var item = list.addObject().put("id", OLD_LINE_ID.formatted(list.size()));
      item.putObject("productName").put("original", line.name());
      if (line.app() != null) {
        item.set("catalogReference", reference(line));
      }
      item.put("quantity", line.quantity());
      if (!line.weight().isEmpty()) {
        item.putObject("decimalQuantity")
            .put("measurementUnit", "KILOGRAM")
            .put("value", line.weight());
      }
      item.putObject("itemType").put("preset", line.preset());
      var isShippable = line.preset().equals("PHYSICAL");
      var physical = item.putObject("physicalProperties").put("shippable", isShippable);
      if (!line.sku().isEmpty()) {
        physical.put("sku", line.sku());
      }
      item.put("paymentOption", line.option());
      item.set("price", price(line.price()));
      item.set("priceBeforeDiscounts", price(line.price()));
      item.set("totalDiscount", price(billed.discount()));
      parts(item, billed.part(), "totalPriceBeforeTax", "totalPriceAfterTax");
    }
  }

  private ObjectNode reference(NewLine line) {
    var reference = Json.object().put("appId", line.app().id());
    var known = line.sku().isEmpty() ? Optional.<Place>empty() : stockroom.place("sku", line.sku());
    var product = known.map(place -> place.product().path("id").asText());
    reference.put("catalogItemId", product.orElseGet(site::nextId));
    if (line.app() == WixApp.STORES_CATALOG) {
      var variant = known.map(this::variant).orElseGet(site::nextId);
      if (!variant.equals(Stockroom.NO_VARIANT)) {
        reference.putObject("options").put("variantId", variant);
      }
    }
    return reference;
  }

  private String variant(Place place) {
    var isFirst = site.settings.catalog() == WixSite.Catalog.V1_CATALOG;
    return place.variant().path(isFirst ? "id" : "v3").asText();
  }

  private void parts(ObjectNode holder, Bill.Part part, String before, String after) {
    holder.set(before, price(part.before()));
    holder.set(after, price(part.after()));
    holder.set("taxInfo", taxOf(part));
  }

  private ObjectNode taxOf(Bill.Part part) {
    var isTaxed = part.tax().signum() != 0;
    var info = Json.object();
    info.set("taxAmount", price(part.tax()));
    info.set("taxableAmount", price(isTaxed ? part.before() : BigDecimal.ZERO));
    info.put("taxRate", isTaxed ? order.taxRate.toPlainString() : "0");
    info.put("taxIncludedInPrice", order.taxIncluded);
    if (isTaxed) {
      var rate = info.putArray("taxBreakdown").addObject();
      names(rate).set("taxAmount", price(part.tax()));
    }
    return info;
  }

  private ObjectNode names(ObjectNode rate) {
    return rate.put("jurisdiction", order.shopper.city())
        .put("jurisdictionType", "STATE")
        .put("rate", order.taxRate.toPlainString())
        .put("taxName", order.taxName)
        .put("taxType", "Sales Tax");
  }

  private ObjectNode tax() {
    var info = Json.object();
    info.set("totalTax", price(bill.tax()));
    if (bill.tax().signum() != 0) {
      var rate = info.putArray("taxBreakdown").addObject();
      names(rate).set("aggregatedTaxAmount", price(bill.tax()));
    }
    return info;
  }

  private void sums(ObjectNode paper) {
    var fees = order.fees.stream().map(NewOrder.Fee::price);
    var summary = paper.putObject("priceSummary");
    summary.set("subtotal", price(bill.subtotal()));
    summary.set("shipping", price(order.shipping == null ? BigDecimal.ZERO : order.shipping));
    summary.set("tax", price(bill.tax()));
    summary.set("discount", price(bill.discount()));
    summary.set("total", price(bill.total()));
    summary.set("totalAdditionalFees", price(fees.reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  private void shipping(ObjectNode paper) {
    if (order.shipping == null) {
      return;
    }
    var info = paper.putObject("shippingInfo").put("title", "Standard");
    var cost = info.putObject("cost");
    cost.set("price", price(order.shipping));
    parts(cost, bill.shipping(), "totalPriceBeforeTax", "totalPriceAfterTax");
    info.putObject("logistics").putObject("shippingDestination").setAll(order.shopper.contact());
  }

  private void fees(ObjectNode paper) {
    if (order.fees.isEmpty()) {
      return;
    }
    var list = paper.putArray("additionalFees");
    for (var fee : order.fees) {
      var part = bill.fees().get(list.size());
      var one = list.addObject().put("id", site.nextId()).put("name", fee.name());
      one.put("code", fee.name().toLowerCase()).put("source", fee.source());
      one.set("price", price(fee.price()));
      parts(one, part, "priceBeforeTax", "priceAfterTax");
    }
  }

  private void discounts(ObjectNode paper) {
    if (bill.discount().signum() == 0) {
      return;
    }
    var discount = paper.putArray("appliedDiscounts").addObject();
    discount.put("id", site.nextId()).put("discountType", "GLOBAL");
    var coupon = discount.putObject("coupon").put("id", site.nextId()).put("code", order.coupon);
    coupon.put("name", order.coupon).set("amount", price(bill.discount()));
    var shares = discount.putArray("lineItemDiscounts");
    for (var line : bill.lines()) {
      var share = shares.addObject().put("id", OLD_LINE_ID.formatted(shares.size()));
      share.set("totalDiscount", price(line.discount()));
    }
  }

  private ObjectNode price(BigDecimal amount) {
    return Amounts.price(amount, currency);
  }
}
