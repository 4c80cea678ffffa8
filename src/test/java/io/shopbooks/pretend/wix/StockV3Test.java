package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Products and stock of a site with the V3 catalog (`wix.md` 6). */
class StockV3Test {

  private static final String V3_STOCK = "/stores/v3/inventory-items/query";

  private final OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private JsonNode v3Item(String sku) {
    var filter = "{\"query\":{\"filter\":{\"product.variantSku\":\"" + sku + "\"}}}";
    return site.post(V3_STOCK, filter).json().at("/inventoryItems/0");
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
    var product = v3Item("HAT").path("productId").asText();
    var of = "\"query\":{\"filter\":{\"productData.productId\":\"" + product + "\"}}";
    var path = "/stores/v3/products/query-variants";

    var variant = site.post(path, "{" + of + "}").json().at("/variants/0");
    var told = site.post(path, "{" + of + ",\"fields\":[\"CURRENCY\"]}").json().at("/variants/0");

    assertThat(variant.path("sku").asText()).isEqualTo("HAT");
    assertThat(variant.at("/price/actualPrice/amount").isTextual()).isTrue();
    assertThat(variant.at("/productData").has("currency")).isFalse();
    assertThat(told.at("/productData/currency").asText()).isEqualTo("USD");
    assertThat(site.post(path, "{\"query\":{\"filter\":{\"sku\":\"HAT\"}}}").violation())
        .isEqualTo("filter.sku CUSTOM");
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
