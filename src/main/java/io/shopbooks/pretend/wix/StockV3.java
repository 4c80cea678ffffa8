package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** Products and stock of the V3 catalog, where every change names its revision (`wix.md` 6). */
final class StockV3 {

  private static final String LOCATION = "3b0f1c7d-8e52-4a96-b1d4-6f7c2e9a0b58";
  private static final Set<String> REASONS = Set.of("ORDER", "MANUAL", "REVERT_INVENTORY_CHANGE");
  private static final int MOST_ITEMS = 1000;
  private static final Search.Rules ITEMS =
      new Search.Rules(
          new Fields()
              .with(Fields.EQUALITY, false, "variantId", "productId", "locationId")
              .with(Fields.EQUALITY, false, "trackQuantity", "availabilityStatus")
              .with(Fields.ALL, true, "updatedDate", "quantity", "product.variantSku"),
          100,
          1000,
          "createdDate");
  private static final Search.Rules PRODUCTS =
      new Search.Rules(
          new Fields()
              .with(Fields.ALL, true, "id", "handle", "slug", "createdDate", "updatedDate")
              .with(Fields.EQUALITY, false, "visible"),
          100,
          100,
          "createdDate");
  private static final Search.Rules VARIANTS =
      new Search.Rules(
          new Fields().with(Fields.ALL, true, "variantId", "productData.productId"),
          100,
          1000,
          "variantId");

  private final Site site;
  private final Stockroom stockroom;

  StockV3(Site site, Stockroom stockroom) {
    this.site = site;
    this.stockroom = stockroom;
  }

  void addTo(Routes routes) {
    routes
        .needing(Scope.READ_PRODUCTS, null)
        .get("/stores/v3/provision/version", this::version)
        .post("/stores/v3/products/query", this::products)
        .post("/stores/v3/products/query-variants", this::variants)
        .post(
            "/stores/v3/products/search-variants",
            call -> Refusal.notPretended("Searches of variants"))
        .post("/stores/v3/inventory-items/query", this::items)
        .needing(Scope.MANAGE_PRODUCTS, null)
        .patch("/stores/v3/inventory-items/{id}", this::set)
        .post("/stores/v3/bulk/inventory-items/update", this::setMany)
        .post("/stores/v3/bulk/inventory-items/{delta}", call -> Refusal.notPretended("Deltas"));
  }

  private Answer version(Call call, MatchResult address) {
    return Answer.ok(Json.object().put("catalogVersion", site.settings.catalog().name()));
  }

  private void check() {
    if (site.settings.catalog() != WixSite.Catalog.V3_CATALOG) {
      throw Refusal.of(428, "This site has no V3 catalog");
    }
  }

  private Answer listed(String name, JsonNode query, Search.Rules rules, Stream<ObjectNode> all) {
    check();
    var page = Search.of(query, rules).page(all, rules);
    var answer = Json.object();
    answer.putArray(name).addAll(page.documents());
    answer.set("pagingMetadata", page.metadata());
    return Answer.ok(answer);
  }

  private Answer products(Call call) {
    return listed(
        "products", call.body().path("query"), PRODUCTS, stockroom.products().map(this::product));
  }

  private ObjectNode product(ObjectNode kept) {
    var product = Json.object();
    for (var field : Set.of("id", "name", "slug", "visible", "createdDate", "updatedDate")) {
      product.set(field, kept.path(field));
    }
    return product.put("handle", kept.path("slug").asText());
  }

  private Answer variants(Call call) {
    // The currency is given only to those who ask for it.
    var withCurrency =
        Json.at(call.body(), "fields").stream().anyMatch(f -> f.asText().equals("CURRENCY"));
    return listed(
        "variants",
        call.body().path("query"),
        VARIANTS,
        stockroom.places().map(place -> variant(place, withCurrency)));
  }

  private ObjectNode variant(Stockroom.Place place, boolean withCurrency) {
    var kept = place.variant();
    var product = place.product();
    var variant = Json.object().put("variantId", kept.path("v3").asText()).put("visible", true);
    if (!kept.path("sku").asText().isEmpty()) {
      variant.put("sku", kept.path("sku").asText());
    }
    var choices = variant.putArray("optionChoices");
    for (var choice : kept.path("choices").properties()) {
      choices
          .addObject()
          .putObject("optionChoiceNames")
          .put("optionName", choice.getKey())
          .put("choiceName", choice.getValue().asText());
    }
    var price = variant.putObject("price");
    price.putObject("actualPrice").put("amount", Amounts.text(Stockroom.asked(product)));
    if (product.has("reduced")) {
      price.putObject("compareAtPrice").put("amount", Amounts.text(Stockroom.price(product)));
    }
    var data = variant.putObject("productData").put("productId", id(place));
    for (var field : List.of("name", "slug", "visible")) {
      data.set(field, product.path(field));
    }
    data.put("productType", "PHYSICAL").put("handle", product.path("slug").asText());
    if (withCurrency) {
      data.set("currency", product.path("currency"));
    }
    variant.putObject("inventoryStatus").put("inStock", isThere(place));
    return variant;
  }

  private static String id(Stockroom.Place place) {
    return place.product().path("id").asText();
  }

  private static boolean isThere(Stockroom.Place place) {
    return !place.isTracked() || place.quantity() > 0;
  }

  private Answer items(Call call) {
    return listed(
        "inventoryItems", call.body().path("query"), ITEMS, stockroom.places().map(this::item));
  }

  private ObjectNode item(Stockroom.Place place) {
    var kept = place.variant();
    var item = Json.object().put("id", kept.path("item").asText());
    item.put("revision", kept.path("revision").asText());
    item.put("variantId", kept.path("v3").asText()).put("productId", id(place));
    item.put("locationId", LOCATION).put("trackQuantity", place.isTracked());
    if (place.isTracked()) {
      item.put("quantity", place.quantity());
    } else {
      item.put("inStock", true);
    }
    item.put("availabilityStatus", isThere(place) ? "IN_STOCK" : "OUT_OF_STOCK");
    var product = item.putObject("product").put("name", place.product().path("name").asText());
    product.put("variantSku", kept.path("sku").asText());
    item.set("createdDate", place.product().path("createdDate"));
    item.set("updatedDate", place.product().path("updatedDate"));
    return item;
  }

  private Answer set(Call call, MatchResult address) {
    check();
    var body = call.body();
    checkReason(body);
    var wanted = body.path("inventoryItem");
    if (!wanted.path("id").asText(address.group(1)).equals(address.group(1))) {
      throw Refusal.field("inventoryItem.id", "CUSTOM", "is another than that of the address");
    }
    var answer = Json.object();
    answer.set("inventoryItem", change(address.group(1), wanted));
    return Answer.ok(answer);
  }

  private static void checkReason(ObjectNode body) {
    if (!REASONS.contains(body.path("reason").asText())) {
      throw Refusal.field("reason", "FORMAT", "must be ORDER, MANUAL or REVERT_INVENTORY_CHANGE");
    }
  }

  private ObjectNode change(String id, JsonNode wanted) {
    var place =
        stockroom.place("item", id).orElseThrow(() -> Refusal.of(404, "There is no item " + id));
    var revision = wanted.path("revision").asText();
    if (revision.isEmpty()) {
      throw Refusal.field("inventoryItem.revision", "REQUIRED_FIELD", "must be given");
    }
    if (!revision.equals(place.variant().path("revision").asText())) {
      throw Refusal.of(409, "The revision is not the last one: read the item again");
    }
    if (!place.isTracked()) {
      throw Refusal.application(400, "INVENTORY_QUANTITY_NOT_TRACKED", "It is not counted");
    }
    var quantity = wanted.path("quantity").asInt();
    stockroom.set(
        place, Call.bounded("inventoryItem.quantity", quantity, -Stockroom.MOST, Stockroom.MOST));
    return item(place);
  }

  // Answered with 200 even if all of them failed: each result says for itself.
  private Answer setMany(Call call) {
    check();
    var body = call.body();
    checkReason(body);
    Call.bounded("inventoryItems", body.path("inventoryItems").size(), 1, MOST_ITEMS);
    var answer = Json.object();
    var results = answer.putArray("results");
    var failures = 0;
    for (var wanted : body.path("inventoryItems")) {
      var metadata = Json.object().put("originalIndex", results.size());
      var result = results.addObject();
      var item = wanted.path("inventoryItem");
      metadata.put("id", item.path("id").asText());
      try {
        var changed = change(item.path("id").asText(), item);
        metadata.put("success", true);
        if (body.path("returnEntity").asBoolean()) {
          result.set("item", changed);
        }
      } catch (Refusal refusal) {
        failures++;
        var code = refusal.code().isEmpty() ? String.valueOf(refusal.status()) : refusal.code();
        var error = metadata.put("success", false).putObject("error");
        error.put("code", code).put("description", refusal.getMessage());
      }
      result.set("itemMetadata", metadata);
    }
    answer
        .putObject("bulkActionMetadata")
        .put("totalSuccesses", results.size() - failures)
        .put("totalFailures", failures)
        .put("undetailedFailures", 0);
    return Answer.ok(answer);
  }
}
