package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.PRODUCT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** The products, their variants and how many there are (`wix.md` 6), whichever catalog shows it. */
final class Stockroom {

  /** Stands for the only variant of a product in V1. */
  static final String NO_VARIANT = "00000000-0000-0000-0000-000000000000";

  static final int MOST = 99_999;

  private final Site site;
  private final Happenings happenings;

  Stockroom(Site site, Happenings happenings) {
    this.site = site;
    this.happenings = happenings;
    if (site.count(PRODUCT) == 0) {
      Json.resource("catalog.json").forEach(product -> stock((ObjectNode) product.deepCopy()));
    }
  }

  private void stock(ObjectNode product) {
    product
        .put("id", site.nextId())
        .put("numericId", 1001 + site.count(PRODUCT))
        .put("visible", true);
    product.put("createdDate", site.now().toString());
    product.put("currency", site.settings.currency());
    for (var variant : product.path("variants")) {
      var isOnly = product.path("variants").size() == 1;
      ((ObjectNode) variant).put("id", isOnly ? NO_VARIANT : site.nextId());
      // V3 has a variant of its own id for products without variants too.
      ((ObjectNode) variant).put("v3", site.nextId()).put("item", site.nextId());
      ((ObjectNode) variant).put("revision", 1);
    }
    keep(product);
  }

  Stream<ObjectNode> products() {
    return site.all(PRODUCT);
  }

  /** A copy of a product, to change and keep. */
  Optional<ObjectNode> product(String id) {
    return site.find(PRODUCT, id).map(ObjectNode::deepCopy);
  }

  /** A product and one of its variants. */
  record Place(ObjectNode product, ObjectNode variant) {

    boolean isTracked() {
      return product.path("tracked").asBoolean();
    }

    int quantity() {
      return variant.path("quantity").asInt();
    }
  }

  /** The variant of which a field ("item", "sku") has this value, to change and keep. */
  Optional<Place> place(String field, String value) {
    return places().filter(p -> p.variant().path(field).asText().equals(value)).findFirst();
  }

  Stream<Place> places() {
    return products()
        .map(ObjectNode::deepCopy)
        .flatMap(
            product ->
                Json.at(product, "variants").stream()
                    .map(variant -> new Place(product, (ObjectNode) variant)));
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  /** What it costs usually. */
  static BigDecimal price(JsonNode product) {
    return product.path("price").decimalValue();
  }

  /** What it costs now: less, if it is reduced. */
  static BigDecimal asked(JsonNode product) {
    return product.has("reduced") ? product.path("reduced").decimalValue() : price(product);
  }

  /** Writes how many there are; the revision moves on. */
  void set(Place place, int quantity) {
    var variant = place.variant();
    variant.put("quantity", quantity).put("revision", variant.path("revision").asInt() + 1);
    keep(place.product());
    tell(place);
  }

  void keep(ObjectNode product) {
    product.put("updatedDate", site.now().toString());
    site.put(PRODUCT, product.path("id").asText(), product);
  }

  /** The site sold some: its own stock falls without anybody's help. */
  void sold(String sku, int quantity) {
    if (!sku.isEmpty()) {
      place("sku", sku).filter(Place::isTracked).ifPresent(p -> set(p, p.quantity() - quantity));
    }
  }

  private void tell(Place place) {
    var product = place.product().path("id").asText();
    var change = Json.object().put("inventoryItemId", product).put("productId", product);
    change.put("variantId", place.variant().path("id").asText());
    happenings.flat(
        "com.wix.ecommerce.inventory.api.v1.InventoryVariantsChanged", change, site.now());
  }
}
