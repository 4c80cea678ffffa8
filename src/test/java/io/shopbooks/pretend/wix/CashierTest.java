package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewCharge.aCharge;
import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cashier's Transactions List, the ledger of all apps (`wix.md` 4.1). */
class CashierTest {

  private final OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private String film(String price) {
    site.clock.moves(Duration.ofMinutes(1));
    return site.wix.charges(aCharge(WixApp.VIDEO, price).of("Film", price).at(now()));
  }

  private Instant now() {
    return site.clock.instant();
  }

  private JsonNode row(String query) {
    return site.cashier(query).json().at("/transactions/0");
  }

  private List<String> ids(String query) {
    return site.cashier(query).list("transactions", "transactionId");
  }

  @Test
  @DisplayName("4.1 amounts are JSON numbers, in rows, items and charges alike")
  void amounts_are_json_numbers() {
    site.wix.sells(anOrder().of("Hat", "33.50").shippedFor("5"));

    var text = site.cashier("").text();

    assertThat(text).contains("\"amount\":38.5,", "\"price\":33.5", "\"shipping\":5");
    assertThat(row("").path("platformFee").isNumber()).isTrue();
  }

  @Test
  @DisplayName("4.1 the country is alpha-3, where the order has alpha-2")
  void the_country_is_alpha_3() {
    site.wix.sells(anOrder().of("Hat", "10"));

    assertThat(row("").at("/order/description/billingAddress/countryCode").asText())
        .isEqualTo("USA");
  }

  @Test
  @DisplayName("4.1 a row names the app, the order in it, and its items")
  void a_row_names_app_order_and_items() {
    var id = site.wix.sells(anOrder().of("Hat", "10").of("Shirt", "20"));

    assertThat(row("").path("appId").asText()).isEqualTo("1380b703-ce81-ff05-f115-39571d94dfcd");
    assertThat(row("").at("/order/description/wixAppOrderId").asText()).isEqualTo(id);
    assertThat(row("").at("/order/description/items"))
        .extracting(item -> item.path("name").asText())
        .containsExactly("Hat", "Shirt");
  }

  @Test
  @DisplayName("4.1 a booking's row is of the Bookings app")
  void a_bookings_row_is_of_the_bookings_app() {
    site.wix.sells(anOrder().of(NewLine.booking("Massage", "60")));

    assertThat(row("").path("appId").asText()).isEqualTo(WixApp.BOOKINGS.id());
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-03-01T00:00:00.000Z, from CUSTOM",
    "to=2026-03-01T00:00:00.000Z, from CUSTOM",
    "fromUpdated=2026-03-01T00:00:00.000Z, fromUpdated CUSTOM",
    "from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z, from FORMAT",
    "from=2026-03-01&to=2026-03-02, from FORMAT",
    "from=2026-03-01T00:00:00.000+00:00&to=2026-03-02T00:00:00.000Z, from FORMAT",
    "status=PAID, status FORMAT",
    "limit=101, limit MAX",
    "limit=0, limit MIN",
    "limit=many, limit FORMAT",
    "offset=-1, offset MIN",
    "order=date, order FORMAT",
    "order=name:asc, order FORMAT",
  })
  @DisplayName("4.1 wrong parameters are refused with the field and its rule")
  void wrong_parameters_are_refused(String query, String violation) {
    var reply = site.cashier(query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.violation()).isEqualTo(violation);
  }

  @Test
  @DisplayName("4.1 a window of creation holds its both ends, with milliseconds and offset")
  void a_window_of_creation_holds_both_ends() {
    var first = film("4.99");
    var second = film("5.99");

    assertThat(ids("order=date:asc&" + window("from", "to", "12:01", "12:02")))
        .containsExactly(first, second);
    assertThat(ids(window("from", "to", "12:02", "12:30"))).containsExactly(second);
    assertThat(ids("from=2026-03-31T14:01:00.000%2B02:00&to=2026-03-31T14:01:00.000%2B02:00"))
        .containsExactly(first);
  }

  private static String window(String from, String to, String start, String end) {
    var day = "2026-03-31T";
    return from + "=" + day + start + ":00.000Z&" + to + "=" + day + end + ":00.000Z";
  }

  @Test
  @DisplayName("4.1 a refund is found by the window of updates, not by that of creation")
  void a_refund_is_found_by_the_window_of_updates() {
    var id = film("4.99");
    site.clock.moves(Duration.ofMinutes(10));
    assertThat(ids(window("fromUpdated", "toUpdated", "12:05", "12:59"))).isEmpty();

    site.wix.refundsCharge(id, null, "SUCCEEDED");

    assertThat(ids(window("fromUpdated", "toUpdated", "12:05", "12:59"))).containsExactly(id);
    assertThat(ids(window("from", "to", "12:05", "12:59"))).isEmpty();
  }

  @Test
  @DisplayName("4.1 refunds come only with includeRefunds=true")
  void refunds_come_only_when_asked_for() {
    site.wix.refundsCharge(film("4.99"), "1.50", "SUCCEEDED");

    assertThat(row("").has("refunds")).isFalse();
    var refund = row("includeRefunds=true").at("/refunds/0");
    assertThat(refund.path("amount").decimalValue()).isEqualByComparingTo("1.5");
    assertThat(refund.path("type").asText()).isEqualTo("PARTIAL");
    assertThat(row("includeRefunds=true").at("/refundability/isRefundable").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("4.1 rows are filtered by status, app, method, provider and currency")
  void rows_are_filtered() {
    var film = film("4.99");
    var song = site.wix.charges(aCharge(WixApp.MUSIC, "1").in("EUR").by("payPal"));
    var no = site.wix.charges(aCharge(WixApp.MUSIC, "2").being("DECLINED"));

    assertThat(ids("status=DECLINED")).containsExactly(no);
    assertThat(ids("status=DECLINED&status=APPROVED")).hasSize(3);
    assertThat(ids("appId=" + WixApp.VIDEO.id())).containsExactly(film);
    assertThat(ids("currency=EUR")).containsExactly(song);
    assertThat(ids("paymentMethod=payPal")).containsExactly(song);
    assertThat(ids("paymentProvider=com.stripe")).hasSize(3);
    assertThat(ids("appInstanceId=" + CashierBook.instanceOf(WixApp.VIDEO))).containsExactly(film);
  }

  @Test
  @DisplayName("4.1 offset pages shift when a sale comes in between, unless oldest come first")
  void offset_pages_shift_unless_oldest_come_first() {
    var ids = List.of(film("1"), film("2"), film("3"));
    assertThat(ids("limit=2")).containsExactly(ids.get(2), ids.get(1));
    var late = film("4");

    assertThat(ids("limit=2&offset=2")).containsExactly(ids.get(1), ids.get(0));
    assertThat(ids("order=date:asc&limit=2")).containsExactly(ids.get(0), ids.get(1));
    assertThat(ids("order=date:asc&limit=2&offset=2")).containsExactly(ids.get(2), late);
    assertThat(ids("order=amount:desc&limit=1")).containsExactly(late);
  }

  @Test
  @DisplayName("4.1 the pagination tells offset, limit and total, the total not with ignoreTotals")
  void the_pagination_tells_the_total() {
    film("1");
    film("2");

    var pagination = site.cashier("limit=1&offset=1").json().path("pagination");
    assertThat(pagination.path("total").asInt()).isEqualTo(2);
    assertThat(pagination.path("limit").asInt()).isEqualTo(1);
    assertThat(pagination.path("offset").asInt()).isEqualTo(1);
    assertThat(site.cashier("ignoreTotals=true").json().path("pagination").has("total")).isFalse();
  }
}
