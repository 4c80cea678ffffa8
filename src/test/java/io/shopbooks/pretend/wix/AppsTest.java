package io.shopbooks.pretend.wix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events and Pricing Plans, which have orders of their own (`wix.md` 4.4, 4.5). */
class AppsTest {

  private static final String ALL = "fieldset=DETAILS&fieldset=INVOICE&fieldset=TICKETS";

  private OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private Reply tickets(String query) {
    return site.get("/events/v1/orders?" + query);
  }

  private Reply plans(String query) {
    return site.get("/pricing-plans/v2/orders?" + query);
  }

  private JsonNode row() {
    return site.cashier("includeRefunds=true").json().at("/transactions/0");
  }

  @Test
  @DisplayName("4.4 without a fieldset almost nothing is told: no status and no total")
  void without_a_fieldset_almost_nothing_is_told() {
    site.wix.sells(NewTickets.of("Concert", "32.50", 2));

    var bare = tickets("").json().at("/orders/0");
    var full = tickets(ALL).json().at("/orders/0");

    assertThat(bare.has("orderNumber")).isTrue();
    assertThat(bare.has("status") || bare.has("totalPrice") || bare.has("invoice")).isFalse();
    assertThat(tickets("fieldset=DETAILS").json().at("/orders/0").has("invoice")).isFalse();
    assertThat(full.at("/totalPrice/value").asText()).isEqualTo("65.00");
    assertThat(full.at("/totalPrice/currency").asText()).isEqualTo("USD");
    assertThat(full.path("tickets")).hasSize(2);
    assertThat(full.path("status").asText()).isEqualTo("PAID");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=401, limit MAX",
    "fieldset=ALL, fieldset FORMAT",
    "status=OPEN, status FORMAT",
    "tag=PAID, tag FORMAT",
    "sort=updated:asc, sort FORMAT",
  })
  @DisplayName("4.4 wrong parameters are refused with the field and its rule")
  void wrong_parameters_of_events_are_refused(String query, String violation) {
    assertThat(tickets(query).status()).isEqualTo(400);
    assertThat(tickets(query).violation()).isEqualTo(violation);
  }

  @Test
  @DisplayName("4.4 more than 100 may be asked for, but no more come")
  void no_more_than_100_come() {
    for (var i = 0; i < 101; i++) {
      site.wix.sells(NewTickets.of("Concert", "1", 1));
    }

    var page = tickets("limit=400").json();

    assertThat(page.path("limit").asInt()).isEqualTo(100);
    assertThat(page.path("orders")).hasSize(100);
    assertThat(page.path("total").asInt()).isEqualTo(101);
    assertThat(tickets("offset=100").json().path("orders")).hasSize(1);
  }

  @Test
  @DisplayName("4.4 there is no filter by date: it is not looked at")
  void there_is_no_filter_by_date() {
    site.wix.sells(NewTickets.of("Concert", "10", 1));

    var asked = tickets("from=2030-01-01T00:00:00.000Z&to=2030-02-01T00:00:00.000Z");

    assertThat(asked.json().path("orders")).hasSize(1);
  }

  @Test
  @DisplayName("4.4 the oldest come first only if asked, and only the paid if asked")
  void events_are_sorted_and_filtered_as_asked() {
    var first = site.wix.sells(NewTickets.of("Concert", "10", 1));
    site.clock.moves(Duration.ofMinutes(1));
    var second = site.wix.sells(NewTickets.of("Concert", "10", 1).being("DECLINED"));

    assertThat(tickets("").list("orders", "orderNumber")).containsExactly(second, first);
    assertThat(tickets("sort=created:asc").list("orders", "orderNumber"))
        .containsExactly(first, second);
    assertThat(tickets("status=PAID").list("orders", "orderNumber")).containsExactly(first);
    assertThat(tickets("tag=CONFIRMED").list("orders", "orderNumber")).containsExactly(first);
  }

  @Test
  @DisplayName("4.4 the cashier's row has the order's number and the fee as an item SERVICE_FEE")
  void the_row_of_tickets_has_a_service_fee() {
    var number = site.wix.sells(NewTickets.of("Concert", "40", 1).withFee("FEE_ADDED"));

    assertThat(row().at("/order/description/wixAppOrderId").asText()).isEqualTo(number);
    var items = row().at("/order/description/items");
    assertThat(items.at("/1/id").asText()).isEqualTo("SERVICE_FEE");
    assertThat(row().at("/amount/amount").decimalValue()).isEqualByComparingTo("41");
    var order = tickets(ALL).json().at("/orders/0");
    assertThat(order.at("/invoice/fees/0/type").asText()).isEqualTo("FEE_ADDED");
    assertThat(order.at("/invoice/revenue/value").asText()).isEqualTo("40.00");
    assertThat(order.at("/paymentDetails/transaction/transactionId").asText())
        .isEqualTo(row().path("transactionId").asText());
  }

  @Test
  @DisplayName("4.4 an included fee is in no item and not on top")
  void an_included_fee_is_not_on_top() {
    site.wix.sells(NewTickets.of("Concert", "40", 1).withFee("FEE_INCLUDED"));

    assertThat(row().at("/order/description/items")).hasSize(1);
    assertThat(row().at("/amount/amount").decimalValue()).isEqualByComparingTo("40");
  }

  @Test
  @DisplayName("4.4 refunds of tickets are told by the cashier alone")
  void refunds_of_tickets_are_told_by_the_cashier_alone() {
    var number = site.wix.sells(NewTickets.of("Concert", "40", 1));
    var before = tickets(ALL).text();

    site.wix.refundsTickets(number, null);

    assertThat(tickets(ALL).text()).isEqualTo(before);
    assertThat(row().path("status").asText()).isEqualTo("REFUND");
  }

  @Test
  @DisplayName("4.4 free tickets have no row; tickets paid at the door stay OFFLINE there")
  void free_and_offline_tickets() {
    site.wix.sells(NewTickets.of("Talk", "0", 1));
    assertThat(tickets(ALL).list("orders", "status")).containsExactly("FREE");
    assertThat(site.cashier("").json().path("transactions")).isEmpty();

    var number = site.wix.sells(NewTickets.of("Concert", "40", 1).being("OFFLINE_PENDING"));
    site.wix.marksTicketsPaid(number);

    assertThat(tickets("status=PAID").list("orders", "orderNumber")).containsExactly(number);
    assertThat(row().path("status").asText()).isEqualTo("OFFLINE");
  }

  @Test
  @DisplayName("4.4 one order is got by event and number")
  void one_order_is_got_by_event_and_number() {
    var number = site.wix.sells(NewTickets.of("Concert", "40", 1));

    var found = site.get("/events/v1/events/" + BoxOffice.EVENT_ID + "/orders/" + number);

    assertThat(found.json().at("/order/orderNumber").asText()).isEqualTo(number);
    assertThat(site.get("/events/v1/events/other/orders/" + number).status()).isEqualTo(404);
    assertThat(site.get("/events/v1/orders/summary").status()).isEqualTo(501);
  }

  @Test
  @DisplayName("7 an app that is not installed answers 428")
  void an_app_that_is_not_installed_answers_428() {
    assertThat(tickets("").status()).isEqualTo(200);
    site.close();
    site = OpenSite.of(WixSite.us().without(WixApp.EVENTS).without(WixApp.PRICING_PLANS));

    assertThat(tickets("").status()).isEqualTo(428);
    assertThat(plans("").status()).isEqualTo(428);
    assertThat(site.cashier("").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=51, limit MAX",
    "orderStatuses=OPEN, orderStatuses FORMAT",
    "paymentStatuses=DONE, paymentStatuses FORMAT",
    "sorting.fieldName=updatedDate, sorting.fieldName FORMAT",
  })
  @DisplayName("4.5 plans come 50 at a time, sorted by two fields only")
  void wrong_parameters_of_plans_are_refused(String query, String violation) {
    assertThat(plans(query).violation()).isEqualTo(violation);
    assertThat(plans("limit=50&sorting.fieldName=endDate").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("4.5 amounts of plans are plain strings, the rate a percentage")
  void amounts_of_plans_are_plain_strings() {
    var id = site.wix.sells(NewPlan.of("Gold", "50.00").taxed("7.00"));

    var order = site.get("/pricing-plans/v2/orders/" + id).json().path("order");
    var price = order.at("/pricing/prices/0/price");

    assertThat(price.path("total").asText()).isEqualTo("53.50");
    assertThat(price.at("/tax/rate").asText()).isEqualTo("7.00");
    assertThat(order.at("/buyer").has("email")).isFalse();
    assertThat(row().at("/order/id").asText()).isEqualTo(order.path("wixPayOrderId").asText());
    assertThat(row().at("/order/description/wixAppOrderId").asText()).isEqualTo(id);
    assertThat(site.get("/pricing-plans/v2/orders/unknown").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("4.5 a renewal is another row and no other order")
  void a_renewal_is_another_row() {
    var who = Shopper.inNewYork("Mia", "Ortiz");
    var id = site.wix.sells(NewPlan.of("Gold", "50").monthly(12).by(who));
    site.clock.moves(Duration.ofDays(30));

    site.wix.renews(id, "APPROVED", who);

    assertThat(plans("").list("orders", "id")).containsExactly(id);
    assertThat(plans("").json().at("/orders/0/currentCycle/index").asInt()).isEqualTo(2);
    assertThat(site.cashier("order=date:asc").list("transactions", "type"))
        .containsExactly("INITIALIZE_RECURRING", "RECURRING");
    site.wix.renews(id, "DECLINED", who);
    assertThat(plans("paymentStatuses=FAILED").list("orders", "id")).containsExactly(id);
  }

  @Test
  @DisplayName("4.5 drafts, free and offline plans are orders without a row")
  void drafts_free_and_offline_plans_have_no_row() {
    site.wix.sells(NewPlan.of("Gold", "50").abandoned());
    site.wix.sells(NewPlan.of("Letter", "0"));
    var offline = site.wix.sells(NewPlan.of("Gold", "50").offline());

    assertThat(site.cashier("").json().path("transactions")).isEmpty();
    assertThat(plans("orderStatuses=DRAFT").json().path("orders")).hasSize(1);
    assertThat(plans("paymentStatuses=NOT_APPLICABLE").json().path("orders")).hasSize(1);
    site.wix.marksPlanPaid(offline);
    assertThat(plans("paymentStatuses=PAID").list("orders", "id")).containsExactly(offline);
    assertThat(plans("").json().at("/pagingMetadata/total").asInt()).isEqualTo(3);
  }
}
