package io.shopbooks.pretend.wix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.pretend.wix.WixSite.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which catalog a site has, and products and stock of the V1 catalog (`wix.md` 6). */
class StockV1Test {

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
}
