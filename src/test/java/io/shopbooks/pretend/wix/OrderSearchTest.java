package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching eCommerce orders: what comes, what is trapped, what is refused (`wix.md` 2). */
class OrderSearchTest {

  private final OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  /** Sells so many orders, a minute apart, and gives their ids, oldest first. */
  private List<String> sold(int count) {
    var ids = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      site.clock.moves(Duration.ofMinutes(1));
      ids.add(site.wix.sells(anOrder().of("Hat", "10").of("Shirt", "20")));
    }
    return ids;
  }

  private static List<String> ids(Reply reply) {
    return reply.list("orders", "id");
  }

  @Test
  @DisplayName("2.1 an order is got by id, and an unknown id is ORDER_NOT_FOUND")
  void an_order_is_got_by_id() {
    var id = sold(1).get(0);

    var known = site.get("/ecom/v1/orders/" + id);
    var unknown = site.get("/ecom/v1/orders/" + site.wix.siteId());

    assertThat(known.json().at("/order/id").asText()).isEqualTo(id);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().at("/details/applicationError/code").asText())
        .isEqualTo("ORDER_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stores/v2/orders/query", "/ecom/v1/orders/query"})
  @DisplayName("2.1 the old orders APIs are gone")
  void the_old_orders_apis_are_gone(String path) {
    assertThat(site.post(path, "{\"query\":{}}").status()).isEqualTo(404);
    assertThat(site.search("{}").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("2.1 aggregations are refused rather than invented")
  void aggregations_are_refused_rather_than_invented() {
    assertThat(site.post("/ecom/v1/orders/aggregate", "{}").status()).isEqualTo(501);
  }

  @Test
  @DisplayName("2.2 a body that is not wrapped in search gets the default page again and again")
  void a_body_not_wrapped_in_search_gets_the_default_page() {
    var newest = sold(3).get(2);
    var unwrapped =
        "{\"sort\":[{\"fieldName\":\"createdDate\",\"order\":\"ASC\"}],"
            + "\"cursorPaging\":{\"limit\":1}}";

    var trapped = site.post("/ecom/v1/orders/search", unwrapped);
    var again =
        site.post("/ecom/v1/orders/search", "{\"query\":{\"paging\":{\"limit\":1,\"offset\":1}}}");

    assertThat(ids(trapped)).hasSize(3).startsWith(newest);
    assertThat(ids(again)).isEqualTo(ids(trapped));
    assertThat(ids(site.search("{\"cursorPaging\":{\"limit\":1}}"))).containsExactly(newest);
  }

  @Test
  @DisplayName("2.2 cursors lead through all pages and back, the metadata is called metadata")
  void cursors_lead_through_all_pages_and_back() {
    var sold = sold(5);
    var first =
        site.search(
            "{\"sort\":[{\"fieldName\":\"createdDate\",\"order\":\"ASC\"}],"
                + "\"cursorPaging\":{\"limit\":2}}");
    var second = site.search(following(first, "next"));
    var third = site.search(following(second, "next"));

    assertThat(ids(first)).isEqualTo(sold.subList(0, 2));
    assertThat(ids(second)).isEqualTo(sold.subList(2, 4));
    assertThat(ids(third)).isEqualTo(sold.subList(4, 5));
    assertThat(ids(site.search(following(third, "prev")))).isEqualTo(sold.subList(2, 4));
    assertThat(first.json().path("metadata").path("count").asInt()).isEqualTo(2);
    assertThat(first.json().path("metadata").path("hasNext").asBoolean()).isTrue();
    assertThat(third.json().path("metadata").path("hasNext").asBoolean()).isFalse();
    assertThat(third.json().at("/metadata/cursors/next").isMissingNode()).isTrue();
    assertThat(first.json().path("pagingMetadata").isMissingNode()).isTrue();
  }

  private static String following(Reply page, String cursor) {
    var text = page.json().at("/metadata/cursors/" + cursor).asText();
    return "{\"cursorPaging\":{\"limit\":2,\"cursor\":\"" + text + "\"}}";
  }

  @Test
  @DisplayName("2.2 a cursor brings its own filter, and another one sent with it is not looked at")
  void a_cursor_brings_its_own_filter() {
    sold(3);
    var page = site.search("{\"cursorPaging\":{\"limit\":2}}");
    var with = following(page, "next").replaceFirst("\\{", "{\"filter\":{\"number\":\"1\"},");

    assertThat(ids(site.search(with))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"cursorPaging\":{\"limit\":101}}', cursorPaging.limit MAX",
    "'{\"cursorPaging\":{\"limit\":0}}', cursorPaging.limit MIN",
    "'{\"cursorPaging\":{\"limit\":\"50\"}}', cursorPaging.limit FORMAT",
    "'{\"cursorPaging\":{\"cursor\":\"abc\"}}', cursorPaging.cursor FORMAT",
    "'{\"sort\":[{\"fieldName\":\"archived\"}]}', sort.fieldName CUSTOM",
    "'{\"sort\":[{\"fieldName\":\"id\"}]}', sort.fieldName CUSTOM",
    "'{\"sort\":[{\"fieldName\":\"number\",\"order\":\"UP\"}]}', sort.order FORMAT",
    "'{\"sort\":[{\"fieldName\":\"number\"},{\"fieldName\":\"number\"},{\"fieldName\":\"number\"},"
        + "{\"fieldName\":\"number\"},{\"fieldName\":\"number\"}]}', sort MAX_SIZE",
    "'{\"filter\":\"{}\"}', filter FORMAT",
    "'{\"filter\":{\"colour\":\"red\"}}', filter.colour CUSTOM",
    "'{\"filter\":{\"status\":{\"$gt\":\"A\"}}}', filter.status CUSTOM",
    "'{\"filter\":{\"id\":{\"$startsWith\":\"5\"}}}', filter.id CUSTOM",
    "'{\"filter\":{\"lineItems.catalogReference.appId\":\"x\"}}',"
        + " filter.lineItems.catalogReference.appId CUSTOM",
    "'{\"filter\":{\"updatedDate\":{\"$gte\":\"2026-03-01\"}}}', none",
    "'{\"filter\":{\"updatedDate\":{\"$gte\":\"2026-03-01T25:00:00Z\"}}}', filter.updatedDate"
        + " FORMAT",
  })
  @DisplayName("2.2 what cannot be searched for is refused with the field and its rule")
  void what_cannot_be_searched_for_is_refused(String search, String violation) {
    var reply = site.search(search);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.violation())
        .isEqualTo(violation.equals("none") ? "filter.updatedDate FORMAT" : violation);
  }

  @Test
  @DisplayName("2.2 a cursor longer than 16000 characters is refused")
  void a_cursor_that_is_too_long_is_refused() {
    var search = "{\"cursorPaging\":{\"cursor\":\"" + "a".repeat(16_001) + "\"}}";

    assertThat(site.search(search).violation()).isEqualTo("cursorPaging.cursor MAX_LENGTH");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"number\":\"10001\"}', 1",
    "'{\"number\":{\"$in\":[\"10001\",\"10003\"]}}', 2",
    "'{\"number\":{\"$nin\":[\"10001\"]}}', 2",
    "'{\"number\":{\"$ne\":\"10001\"}}', 2",
    "'{\"number\":{\"$gt\":\"10001\",\"$lt\":\"10003\"}}', 1",
    "'{\"createdDate\":{\"$gte\":\"2026-03-31T12:02:00.000Z\"}}', 2",
    "'{\"createdDate\":{\"$lte\":\"2026-03-31T12:02:00Z\"}}', 2",
    "'{\"priceSummary.total.amount\":{\"$eq\":\"30.00\"}}', 3",
    "'{\"balanceSummary.paid.amount\":{\"$gt\":\"29\"}}', 3",
    "'{\"paymentStatus\":{\"$in\":[\"PAID\"]}}', 3",
    "'{\"buyerInfo.email\":{\"$startsWith\":\"jane\"}}', 3",
    "'{\"imported\":{\"$exists\":false}}', 3",
    "'{\"$and\":[{\"paymentStatus\":\"PAID\"},{\"number\":\"10002\"}]}', 1",
    "'{\"$or\":[{\"number\":\"10001\"},{\"number\":\"10002\"}]}', 2",
    "'{\"$not\":{\"number\":\"10001\"}}', 2",
    "'{\"lineItems.catalogReference.appId\":{\"$hasSome\":"
        + "[\"215238eb-22a5-4c36-9e7b-e7c08025e04e\"]}}', 3",
    "'{\"lineItems.catalogReference.appId\":{\"$hasAll\":"
        + "[\"13d21c63-b5ec-5912-8397-c3a5ddb27a97\"]}}', 0",
  })
  @DisplayName("2.2 filters are JSON objects with the operators their fields take")
  void filters_are_objects_with_operators(String filter, int found) {
    sold(3);

    assertThat(ids(site.search("{\"filter\":" + filter + "}"))).hasSize(found);
  }

  @Test
  @DisplayName("2.2 a body that is no JSON, or not called JSON, is refused")
  void a_body_that_is_no_json_is_refused() {
    var headers = new LinkedHashMap<>(site.headers);
    headers.put("Content-Type", "text/plain");

    assertThat(site.post("/ecom/v1/orders/search", "{search").status()).isEqualTo(400);
    assertThat(site.post("/ecom/v1/orders/search", "[]").status()).isEqualTo(400);
    assertThat(site.call("POST", "/ecom/v1/orders/search", "{}", headers).status()).isEqualTo(400);
  }
}
