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

/** What is money at the cashier, what is not, and what comes late (`wix.md` 4.1, 4.3). */
class CashierMoneyTest {

  private OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private void reopen(WixSite settings) {
    site.close();
    site = OpenSite.of(settings);
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

  private static String window(String from, String to, String start, String end) {
    var day = "2026-03-31T";
    return from + "=" + day + start + ":00.000Z&" + to + "=" + day + end + ":00.000Z";
  }

  @Test
  @DisplayName("4.1 a refunded row is PARTIAL_REFUND, then REFUND; on some sites still APPROVED")
  void a_refunded_row_has_a_status_of_its_own_or_not() {
    var id = film("4.99");
    site.wix.refundsCharge(id, "1", "SUCCEEDED");
    assertThat(row("").path("status").asText()).isEqualTo("PARTIAL_REFUND");
    site.wix.refundsCharge(id, null, "SUCCEEDED");
    assertThat(row("").path("status").asText()).isEqualTo("REFUND");

    reopen(WixSite.us().with(Habit.REFUNDED_STAYS_APPROVED));
    site.wix.refundsCharge(film("4.99"), null, "SUCCEEDED");

    assertThat(row("").path("status").asText()).isEqualTo("APPROVED");
    assertThat(row("includeRefunds=true").path("refunds")).hasSize(1);
  }

  @Test
  @DisplayName("4.1 OFFLINE is no proof of payment: paying by hand leaves the row as it is")
  void offline_is_no_proof_of_payment() {
    var id = site.wix.sells(anOrder().of("Hat", "10").payingOffline());
    site.wix.marksPaid(id, "CASH");

    assertThat(site.cashier("").list("transactions", "status")).containsExactly("OFFLINE");
    assertThat(row("").path("paymentMethod").asText()).isEqualTo("offline");
    assertThat(row("").has("providerTransactionId")).isFalse();
  }

  @Test
  @DisplayName("4.1 zero totals and gift cards are in no row")
  void zero_totals_and_gift_cards_are_in_no_row() {
    site.wix.sells(anOrder().of("Hat", "10").discounted("FREE", "10"));
    site.wix.sells(anOrder().of("Hat", "10").paid(NewPayment.giftCard()));

    assertThat(ids("")).isEmpty();
    assertThat(site.search("{}").list("orders", "paymentStatus")).containsExactly("PAID", "PAID");
  }

  @Test
  @DisplayName("4.1 declined and abandoned charges are listed too")
  void declined_charges_are_listed_too() {
    var declined = NewPayment.online("creditCard").being("DECLINED");
    site.wix.sells(anOrder().of("Hat", "10").paid(declined));

    assertThat(site.cashier("").list("transactions", "status")).containsExactly("DECLINED");
    assertThat(site.search("{}").json().path("orders")).isEmpty();
  }

  @Test
  @DisplayName("4.1 a row that is seen late was updated when it was first seen")
  void a_row_that_is_seen_late_was_updated_when_first_seen() {
    var late = NewPayment.online("payPal").withRowLateBy(Duration.ofMinutes(30));
    var id = site.wix.sells(anOrder().of("Hat", "10").paid(late));
    site.wix.refunds(id, NewRefund.of("1"));
    assertThat(ids("")).isEmpty();

    site.clock.moves(Duration.ofMinutes(30));

    assertThat(ids(window("from", "to", "12:00", "12:00"))).hasSize(1);
    assertThat(ids(window("fromUpdated", "toUpdated", "12:30", "12:30"))).hasSize(1);
    assertThat(row("includeRefunds=true").path("refunds")).hasSize(1);
  }

  @Test
  @DisplayName("4.1 all that can be missing is missing on some sites")
  void all_that_can_be_missing_is_missing_on_some_sites() {
    reopen(WixSite.us().with(Habit.SPARSE_ROWS));
    site.wix.sells(anOrder().of("Hat", "10"));

    assertThat(row("").path("order").path("description").has("billingAddress")).isFalse();
    assertThat(row("").has("paymentMethod")).isFalse();
  }

  @Test
  @DisplayName(
      "4.3 the platform tells the same charges otherwise: strings, captured, by createdDate")
  void the_platform_tells_the_same_charges_otherwise() {
    var id = film("4.90");
    site.wix.refundsCharge(id, null, "SUCCEEDED");
    var search = "/payments/platform/v1/payments/search";

    var payments =
        site.post(search, "{\"search\":{\"filter\":{\"charge.status\":\"CAPTURED\"}}}").json();
    var payment = payments.at("/payments/0");
    assertThat(payment.at("/charge/id").asText()).isEqualTo(id);
    assertThat(payment.at("/charge/amount").isTextual()).isTrue();
    assertThat(payments.at("/pagingMetadata/count").asInt()).isEqualTo(1);
    var one = site.get("/payments/platform/v1/payments/" + payment.path("id").asText());
    assertThat(one.json().at("/payment/charge/id").asText()).isEqualTo(id);

    var byUpdate =
        "{\"search\":{\"filter\":{\"updatedDate\":{\"$gte\":\"2026-01-01T00:00:00Z\"}}}}";
    assertThat(site.post(search, byUpdate).violation()).isEqualTo("filter.updatedDate CUSTOM");
    assertThat(site.get("/payments/platform/v1/payments/unknown").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("4.3 refunds are queried by charge only")
  void refunds_are_queried_by_charge_only() {
    var id = film("4.90");
    var refund = site.wix.refundsCharge(id, "1", "SUCCEEDED");
    var query = "/payments/refunds/v1/refunds/query";

    var found = site.post(query, "{\"query\":{\"filter\":{\"chargeId\":\"" + id + "\"}}}");
    assertThat(found.list("refunds", "id")).containsExactly(refund);
    assertThat(
            site.get("/payments/refunds/v1/refunds/" + refund).json().at("/refund/full").asText())
        .isEqualTo("false");
    assertThat(site.post(query, "{\"query\":{\"filter\":{\"status\":\"FAILED\"}}}").violation())
        .isEqualTo("filter.status CUSTOM");
  }
}
