package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** Products and stock of the V1 catalog, where filters are strings of JSON (`wix.md` 6). */
final class StockV1 {

  private static final int MOST = 100;
  private static final int FARTHEST = 10_000;
  private static final int MOST_CHANGES = 300;
  private static final Fields FIELDS =
      new Fields()
          .with(Fields.ALL, true, "id", "name", "sku", "numericId", "lastUpdated", "productId");

  private final Site site;
  private final Stockroom stockroom;

  StockV1(Site site, Stockroom stockroom) {
    this.site = site;
    this.stockroom = stockroom;
  }

  void addTo(Routes routes) {
    routes
        .needing(Scope.READ_PRODUCTS, null)
        .post("/stores/v1/products/query", this::products)
        .post("/stores/v1/variants/query", call -> Refusal.notPretended("Flat variants"))
        .post("/stores-reader/v2/inventoryItems/query", this::inventory)
        .post("/stores/v2/inventoryItems/query", this::inventory)
        .needing(Scope.MANAGE_PRODUCTS, null)
        .patch("/stores/v2/inventoryItems/product/{id}", this::set)
        .post("/stores/v2/inventoryItems/increment", call -> change(call, "increment", 1))
        .post("/stores/v2/inventoryItems/decrement", call -> change(call, "decrement", -1));
  }

  private void check() {
    if (site.settings.catalog() != WixSite.Catalog.V1_CATALOG) {
      throw Refusal.of(428, "This site has no V1 catalog");
    }
  }

  private Answer products(Call call) {
    var withVariants = call.body().path("includeVariants").asBoolean();
    var withHidden = call.body().path("includeHiddenProducts").asBoolean();
    var seen = stockroom.products().filter(p -> withHidden || p.path("visible").asBoolean());
    return page(call, "products", seen.map(p -> product(p, withVariants)));
  }

  private Answer inventory(Call call) {
    return page(call, "inventoryItems", stockroom.products().map(StockV1::item));
  }

  private Answer page(Call call, String name, Stream<ObjectNode> documents) {
    check();
    var query = call.body().path("query");
    var paging = query.path("paging");
    var limit = Call.bounded("query.paging.limit", paging.path("limit").asInt(MOST), 1, MOST);
    var offset = Call.bounded("query.paging.offset", paging.path("offset").asInt(), 0, FARTHEST);
    var wanted = new Filter(FIELDS).read(text(query, "filter"));
    var found = documents.filter(wanted).sorted(order(text(query, "sort"))).toList();
    var answer = Json.object();
    answer.putArray(name).addAll(found.stream().skip(offset).limit(limit).toList());
    return Answer.ok(answer.put("totalResults", found.size()));
  }

  // Only here are filter and sort JSON encoded as strings.
  private static JsonNode text(JsonNode query, String field) {
    var sent = query.path(field);
    if (sent.isMissingNode()) {
      return MissingNode.getInstance();
    }
    if (!sent.isTextual()) {
      throw Refusal.field("query." + field, "FORMAT", "must be a string of JSON");
    }
    try {
      return Json.read(sent.asText());
    } catch (UncheckedIOException e) {
      throw Refusal.field("query." + field, "FORMAT", "must be a string of JSON");
    }
  }

  private static Comparator<ObjectNode> order(JsonNode sort) {
    Comparator<ObjectNode> order = (one, other) -> 0;
    for (var wish : sort) {
      for (var field : wish.properties()) {
        var name = field.getKey();
        Comparator<ObjectNode> by = (a, b) -> Filter.compare(a.path(name), b.path(name));
        order = order.thenComparing(field.getValue().asText().equals("desc") ? by.reversed() : by);
      }
    }
    return order;
  }

  private static ObjectNode product(ObjectNode kept, boolean withVariants) {
    var variants = kept.path("variants");
    var managed = variants.size() > 1;
    var product = Json.object();
    for (var field : List.of("id", "name", "slug", "numericId", "visible")) {
      product.set(field, kept.path(field));
    }
    if (!managed) {
      product.put("sku", variants.path(0).path("sku").asText());
    }
    product.put("productType", "physical");
    var price = Json.number(Stockroom.price(kept));
    var asked = Json.number(Stockroom.asked(kept));
    product.putObject("priceData").put("price", price).put("discountedPrice", asked);
    ((ObjectNode) product.path("priceData")).set("currency", kept.path("currency"));
    var stock = product.putObject("stock").put("trackInventory", isTracked(kept));
    stock.put("inStock", true);
    product.put("manageVariants", managed).put("inventoryItemId", kept.path("id").asText());
    product.set("lastUpdated", kept.path("updatedDate"));
    if (withVariants) {
      var list = product.putArray("variants");
      variants.forEach(variant -> list.add(variant(kept, variant, price)));
    }
    return product;
  }

  private static ObjectNode variant(ObjectNode kept, JsonNode variant, BigDecimal price) {
    var shown = Json.object().put("id", variant.path("id").asText());
    shown.set("choices", variant.has("choices") ? variant.path("choices") : Json.object());
    var inner = shown.putObject("variant").put("sku", variant.path("sku").asText());
    inner.put("visible", true).putObject("priceData").put("price", price);
    var stock = shown.putObject("stock").put("trackQuantity", isTracked(kept));
    stock.set("quantity", variant.path("quantity"));
    return shown;
  }

  private static boolean isTracked(JsonNode kept) {
    return kept.path("tracked").asBoolean();
  }

  private static ObjectNode item(ObjectNode kept) {
    var id = kept.path("id").asText();
    var item = Json.object().put("id", id).put("productId", id);
    item.put("trackQuantity", isTracked(kept));
    var variants = item.putArray("variants");
    for (var variant : kept.path("variants")) {
      var shown = variants.addObject().put("variantId", variant.path("id").asText());
      var quantity = variant.path("quantity").asInt();
      shown.put("inStock", quantity > 0 || !isTracked(kept));
      if (isTracked(kept)) {
        shown.put("quantity", quantity);
      }
    }
    item.set("lastUpdated", kept.path("updatedDate"));
    item.set("numericId", kept.path("numericId"));
    return item;
  }

  private Answer set(Call call, MatchResult address) {
    check();
    var product = stockroom.product(address.group(1)).orElseThrow(StockV1::notFound);
    var item = call.body().path("inventoryItem");
    // Left out it is false, which switches tracking off for all variants.
    product.put("tracked", item.path("trackQuantity").asBoolean());
    stockroom.keep(product);
    for (var wanted : item.path("variants")) {
      var place = place(product, wanted);
      stockroom.set(place, wanted.path("quantity").asInt());
    }
    return Answer.ok(Json.object());
  }

  private static Stockroom.Place place(ObjectNode product, JsonNode wanted) {
    var id = wanted.path("variantId").asText(Stockroom.NO_VARIANT);
    for (var variant : product.path("variants")) {
      if (variant.path("id").asText().equals(id)) {
        return new Stockroom.Place(product, (ObjectNode) variant);
      }
    }
    throw notFound();
  }

  private static Refusal notFound() {
    return Refusal.of(404, "There is no such product or variant");
  }

  private Answer change(Call call, String verb, int sign) {
    check();
    var changes = call.body().path(verb + "Data");
    Call.bounded(verb + "Data", changes.size(), 1, MOST_CHANGES);
    for (var change : changes) {
      var id = change.path(change.has("inventoryId") ? "inventoryId" : "productId").asText();
      var product = stockroom.product(id).orElseThrow(StockV1::notFound);
      var place = place(product, change);
      var quantity = place.quantity() + sign * change.path(verb + "By").asInt();
      if (quantity < 0) {
        throw Refusal.application(400, "INSUFFICIENT_INVENTORY", "There are not so many");
      }
      stockroom.set(place, quantity);
    }
    return Answer.ok(Json.object());
  }
}
