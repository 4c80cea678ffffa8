package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.pretend.wix.WixSite.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Products and stock, of which a site has the V1 or the V3 catalog (`wix.md` 6). */
class StoresTest {

  private static final String V1_STOCK = "/stores-reader/v2/inventoryItems/query";
  private static final String V3_STOCK = "/stores/v3/inventory-items/query";

  private OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private void v1() {
    site.close();
    site = OpenSite.of(WixSite.us().with(Catalog.V1_CATALOG));
  }

  private JsonNode v1Product(String name) {
    var filter = "{\"query\":{\"filter\":\"{\\\"name\\\":\\\"" + name + "\\\"}\"},";
    return site.post("/stores/v1/products/query", filter + "\"includeVariants\":true}")
        .json()
        .at("/products/0");
  }

  private JsonNode v1Item(String productId) {
    var filter = "{\"query\":{\"filter\":\"{\\\"productId\\\":\\\"" + productId + "\\\"}\"}}";
    return site.post(V1_STOCK, filter).json().at("/inventoryItems/0");
  }

  private JsonNode v3Item(String sku) {
    var filter = "{\"query\":{\"filter\":{\"product.variantSku\":\"" + sku + "\"}}}";
    return site.post(V3_STOCK, filter).json().at("/inventoryItems/0");
  }

  @ParameterizedTest
  @EnumSource(Catalog.class)
  @DisplayName("6 a site tells its catalog, and the API of the other answers 428")
  void a_site_tells_its_catalog(Catalog catalog) {
    site.close();
    site = OpenSite.of(WixSite.us().with(catalog));

    assertThat(site.get("/stores/v3/provision/version").json().path("catalogVersion").asText())
        .isEqualTo(catalog.name());
    assertThat(site.post("/stores/v1/products/query", "{}").status())
        .isEqualTo(catalog == Catalog.V1_CATALOG ? 200 : 428);
    assertThat(site.post(V3_STOCK, "{}").status())
        .isEqualTo(catalog == Catalog.V3_CATALOG ? 200 : 428);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"query\":{\"filter\":{\"name\":\"Hat\"}}}', query.filter FORMAT",
    "'{\"query\":{\"filter\":\"name=Hat\"}}', query.filter FORMAT",
    "'{\"query\":{\"sort\":[{\"numericId\":\"asc\"}]}}', query.sort FORMAT",
    "'{\"query\":{\"paging\":{\"limit\":101}}}', query.paging.limit MAX",
    "'{\"query\":{\"paging\":{\"offset\":10001}}}', query.paging.offset MAX",
  })
  @DisplayName("6 V1 filters and sortings are strings of JSON, pages end at 100 and at 10000")
  void v1_filters_are_strings_of_json(String body, String violation) {
    v1();

    assertThat(site.post("/stores/v1/products/query", body).violation()).isEqualTo(violation);
    var sorted = "{\"query\":{\"sort\":\"[{\\\"numericId\\\":\\\"desc\\\"}]\"}}";
    assertThat(site.post("/stores/v1/products/query", sorted).list("products", "name"))
        .containsExactly("Print", "Candle", "Shirt", "Hat");
  }

  @Test
  @DisplayName("6 V1 prices are JSON numbers, and managed variants have the SKUs")
  void v1_prices_are_numbers_and_variants_have_skus() {
    v1();

    assertThat(v1Product("Hat").path("sku").asText()).isEqualTo("HAT");
    assertThat(v1Product("Hat").at("/variants/0/id").asText()).isEqualTo(Stockroom.NO_VARIANT);
    var shirt = v1Product("Shirt");
    assertThat(shirt.has("sku")).isFalse();
    assertThat(shirt.at("/variants/1/variant/sku").asText()).isEqualTo("SHIRT-M");
    assertThat(shirt.at("/priceData/price").isNumber()).isTrue();
    assertThat(shirt.path("manageVariants").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("6 V1 setting a quantity without trackQuantity switches tracking off for all")
  void v1_without_track_quantity_tracking_is_switched_off() {
    v1();
    var id = v1Product("Hat").path("id").asText();
    var variants = "\"variants\":[{\"variantId\":\"" + Stockroom.NO_VARIANT + "\",\"quantity\":4}]";
    var address = "/stores/v2/inventoryItems/product/" + id;

    var right = "{\"inventoryItem\":{\"trackQuantity\":true," + variants + "}}";
    assertThat(site.patch(address, right).status()).isEqualTo(200);
    assertThat(v1Item(id).at("/variants/0/quantity").asInt()).isEqualTo(4);

    var trapped = "{\"inventoryItem\":{" + variants + "}}";
    assertThat(site.patch(address, trapped).status()).isEqualTo(200);
    assertThat(v1Item(id).path("trackQuantity").asBoolean()).isFalse();
    assertThat(v1Item(id).at("/variants/0").has("quantity")).isFalse();
  }

  @Test
  @DisplayName("6 V1 stock goes up and down, never below nothing, at most 300 at once")
  void v1_stock_goes_up_and_down() {
    v1();
    var id = v1Product("Candle").path("id").asText();
    var one = "{\"productId\":\"" + id + "\",\"decrementBy\":2}";
    var down = "/stores/v2/inventoryItems/decrement";

    assertThat(site.post(down, "{\"decrementData\":[" + one + "]}").status()).isEqualTo(200);
    assertThat(v1Item(id).at("/variants/0/quantity").asInt()).isEqualTo(1);
    assertThat(site.post(down, "{\"decrementData\":[" + one + "]}").text())
        .contains("INSUFFICIENT_INVENTORY");
    assertThat(site.post(down, "{\"decrementData\":[" + (one + ",").repeat(300) + one + "]}"))
        .extracting(Reply::violation)
        .isEqualTo("decrementData MAX");
    var up = "{\"incrementData\":[{\"inventoryId\":\"" + id + "\",\"incrementBy\":5}]}";
    assertThat(site.post("/stores/v2/inventoryItems/increment", up).status()).isEqualTo(200);
    assertThat(v1Item(id).at("/variants/0/quantity").asInt()).isEqualTo(6);
  }

  @Test
  @DisplayName("6 V3 a quantity is set with the last revision, a stale one is 409")
  void v3_a_quantity_is_set_with_the_last_revision() {
    var item = v3Item("HAT");
    var id = item.path("id").asText();
    var body = wanted(id, item.path("revision").asText(), 4);
    var change = "{\"inventoryItem\":" + body + ",\"reason\":\"MANUAL\"}";
    var address = "/stores/v3/inventory-items/" + id;

    var changed = site.patch(address, change);
    assertThat(changed.json().at("/inventoryItem/quantity").asInt()).isEqualTo(4);
    assertThat(changed.json().at("/inventoryItem/revision").asText()).isEqualTo("2");
    assertThat(site.patch(address, change).status()).isEqualTo(409);
    assertThat(v3Item("HAT").path("quantity").asInt()).isEqualTo(4);
  }

  private static String wanted(String id, String revision, int quantity) {
    return "{\"id\":\""
        + id
        + "\",\"revision\":\""
        + revision
        + "\",\"quantity\":"
        + quantity
        + "}";
  }

  @Test
  @DisplayName("6 V3 no revision, no reason, too many and uncounted goods are refused")
  void v3_wrong_changes_are_refused() {
    var id = v3Item("HAT").path("id").asText();
    var address = "/stores/v3/inventory-items/" + id;
    var item = "{\"inventoryItem\":" + wanted(id, "1", 4);

    assertThat(site.patch(address, item + "}").violation()).isEqualTo("reason FORMAT");
    assertThat(site.patch(address, item + ",\"reason\":\"WHIM\"}").violation())
        .isEqualTo("reason FORMAT");
    assertThat(
            site.patch(address, "{\"inventoryItem\":{\"quantity\":4},\"reason\":\"MANUAL\"}")
                .violation())
        .isEqualTo("inventoryItem.revision REQUIRED_FIELD");
    var many = "{\"inventoryItem\":" + wanted(id, "1", 100_000) + ",\"reason\":\"MANUAL\"}";
    assertThat(site.patch(address, many).violation()).isEqualTo("inventoryItem.quantity MAX");
    var print = v3Item("").path("id").asText();
    var uncounted = "{\"inventoryItem\":" + wanted(print, "1", 4) + ",\"reason\":\"MANUAL\"}";
    assertThat(site.patch("/stores/v3/inventory-items/" + print, uncounted).text())
        .contains("INVENTORY_QUANTITY_NOT_TRACKED");
  }

  @Test
  @DisplayName("6 V3 a bulk is answered with 200, and each result says for itself")
  void v3_each_result_of_a_bulk_says_for_itself() {
    var hat = v3Item("HAT").path("id").asText();
    var shirt = v3Item("SHIRT-S").path("id").asText();
    var items =
        "[{\"inventoryItem\":"
            + wanted(hat, "1", 4)
            + "},{\"inventoryItem\":"
            + wanted(shirt, "99", 4)
            + "}]";

    var reply =
        site.post(
            "/stores/v3/bulk/inventory-items/update",
            "{\"inventoryItems\":" + items + ",\"reason\":\"MANUAL\",\"returnEntity\":true}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/results/0/itemMetadata/success").asBoolean()).isTrue();
    assertThat(reply.json().at("/results/0/item/quantity").asInt()).isEqualTo(4);
    assertThat(reply.json().at("/results/1/itemMetadata/success").asBoolean()).isFalse();
    assertThat(reply.json().at("/results/1/itemMetadata/error/code").asText()).isEqualTo("409");
    assertThat(reply.json().at("/bulkActionMetadata/totalFailures").asInt()).isEqualTo(1);
    assertThat(v3Item("SHIRT-S").path("quantity").asInt()).isEqualTo(12);
  }

  @Test
  @DisplayName("6 V3 stock is queried 1000 at a time, by cursors, products 100 at a time")
  void v3_stock_is_queried_by_cursors() {
    var first = site.post(V3_STOCK, "{\"query\":{\"cursorPaging\":{\"limit\":3}}}");
    var cursor = first.json().at("/pagingMetadata/cursors/next").asText();
    var second =
        site.post(V3_STOCK, "{\"query\":{\"cursorPaging\":{\"cursor\":\"" + cursor + "\"}}}");

    assertThat(first.list("inventoryItems", "id")).hasSize(3);
    assertThat(second.list("inventoryItems", "id"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(first.list("inventoryItems", "id"));
    assertThat(site.post(V3_STOCK, "{\"query\":{\"cursorPaging\":{\"limit\":1001}}}").violation())
        .isEqualTo("cursorPaging.limit MAX");
    var products = "/stores/v3/products/query";
    assertThat(site.post(products, "{\"query\":{\"cursorPaging\":{\"limit\":101}}}").violation())
        .isEqualTo("cursorPaging.limit MAX");
    assertThat(site.post(products, "{\"query\":{\"filter\":{\"slug\":\"hat\"}}}"))
        .extracting(reply -> reply.list("products", "name").get(0))
        .isEqualTo("Hat");
    assertThat(site.post(products, "{\"query\":{\"filter\":{\"name\":\"Hat\"}}}").violation())
        .isEqualTo("filter.name CUSTOM");
  }

  @Test
  @DisplayName("6 V3 variants have SKU and price, the price a string")
  void v3_variants_have_sku_and_price() {
    var query = "{\"query\":{\"filter\":{\"sku\":{\"$in\":[\"HAT\"]}}}}";

    var variant = site.post("/stores/v3/products/query-variants", query).json().at("/variants/0");

    assertThat(variant.at("/price/actualPrice/amount").isTextual()).isTrue();
    assertThat(variant.at("/productData/productId").asText())
        .isEqualTo(v3Item("HAT").path("productId").asText());
  }

  @Test
  @DisplayName("6 what the site sells leaves its stock, and reading does not allow writing")
  void what_the_site_sells_leaves_its_stock() {
    var order = site.wix.sells(anOrder().of(NewLine.of("Hat", "10").times(3)));

    assertThat(v3Item("HAT").path("quantity").asInt()).isEqualTo(37);
    var line = site.get("/ecom/v1/orders/" + order).json().at("/order/lineItems/0");
    assertThat(line.at("/catalogReference/catalogItemId").asText())
        .isEqualTo(v3Item("HAT").path("productId").asText());
    site.headers.put("Authorization", site.wix.access().keyFor(Scope.READ_PRODUCTS).key());
    assertThat(site.patch("/stores/v3/inventory-items/x", "{}").status()).isEqualTo(403);
    assertThat(site.post(V3_STOCK, "{}").status()).isEqualTo(200);
  }
}
