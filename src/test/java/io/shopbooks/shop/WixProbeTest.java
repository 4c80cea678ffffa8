package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.connections.Connection;
import io.shopbooks.pretend.wix.Fault;
import io.shopbooks.pretend.wix.NewCharge;
import io.shopbooks.pretend.wix.NewOrder;
import io.shopbooks.pretend.wix.NewPayment;
import io.shopbooks.pretend.wix.NewTickets;
import io.shopbooks.pretend.wix.Scope;
import io.shopbooks.pretend.wix.WixApp;
import io.shopbooks.pretend.wix.WixSite;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code check} says of a Wix site. */
class WixProbeTest {

  private static WixDesk desk;

  @BeforeAll
  static void open() {
    desk = WixDesk.of(WixSite.us().limitedTo(0).without(WixApp.PRICING_PLANS));
    desk.wix.sells(NewOrder.anOrder().of("Hat", "10").of("Shirt", "20"));
    desk.wix.sells(NewTickets.of("General admission", "32.50", 1));
    desk.wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4.99").of("Film", "4.99"));
    desk.wix.charges(NewCharge.aCharge(WixApp.MUSIC, "9").of("Album", "9").being("DECLINED"));
    var yesterday = desk.clock.instant().minus(Duration.ofHours(25));
    var late = NewPayment.online("payPal").withRowLateBy(Duration.ofDays(30));
    desk.wix.sells(NewOrder.anOrder().of("Lamp", "12").at(yesterday).paid(late));
    var before = desk.clock.instant().minus(Duration.ofDays(20));
    var deposit = NewPayment.online("creditCard").of("5");
    var table = desk.wix.sells(NewOrder.anOrder().of("Table", "90").at(before).paid(deposit));
    desk.wix.pays(table, NewPayment.online("creditCard"));
    var klarna = NewPayment.online("Klarna");
    desk.wix.sells(NewOrder.anOrder().of("Chair", "40").at(before).paid(klarna));
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @AfterEach
  void recover() {
    desk.wix.recovers();
  }

  @Test
  void a_site_that_can_be_read_tells_its_currency_its_methods_and_how_many_found_their_order() {
    var probe = probe(desk.connection());

    assertThat(probe.reachable()).isTrue();
    assertThat(probe.settings().currency()).contains("USD");
    assertThat(probe.gateways()).extracting(Probe.Gateway::id).contains("creditcard");
    assertThat(Told.what(finding(probe, "last 90 days")))
        .isEqualTo("Of the last 90 days' online payments, 5 of 6 found their order.");
    assertThat(Told.remedy(finding(probe, "last 90 days")))
        .contains("1 are told")
        .contains("1 miss order or payment");
    assertThat(finding(probe, "developer preview").stopsSales()).isFalse();
    assertThat(Told.what(finding(probe, "Pricing Plans"))).contains("not installed (428)");
    assertThat(probe.findings()).noneMatch(Probe.Finding::stopsSales);
  }

  @Test
  void a_glance_reads_the_sales_of_the_last_week_alone() {
    var glance = desk.shops().glance(desk.connection());

    assertThat(probe(desk.connection()).gateways())
        .extracting(Probe.Gateway::id)
        .contains("klarna");
    assertThat(glance.gateways()).extracting(Probe.Gateway::id).doesNotContain("klarna");
    assertThat(glance.settings().currency()).contains("USD");
    assertThat(glance.findings()).noneMatch(Probe.Finding::stopsSales);
  }

  @Test
  void a_missing_permission_is_named_with_the_apps_that_are_not_covered() {
    var key = desk.wix.access().keyFor(Scope.READ_PAYMENTS, Scope.READ_PLANS);

    var probe = probe(desk.connection(key.key()));

    var tickets = finding(probe, "Orders of Wix Events cannot be read");
    assertThat(Told.remedy(tickets)).contains("\"Read Basic Events Order Info\"");
    assertThat(Told.what(tickets)).contains("paid tickets are booked from their payments alone");
    assertThat(tickets.stopsSales()).as("the site sells them").isTrue();
    var stores = finding(probe, "Orders of Wix Stores");
    assertThat(Told.remedy(stores)).contains("\"Read Orders\"");
    assertThat(Told.what(stores)).contains("left until the key may");
    assertThat(stores.stopsSales()).as("the site sells with them").isTrue();
  }

  @Test
  void without_payments_no_sale_is_covered() {
    var key = desk.wix.access().keyFor(Scope.READ_ORDERS);

    var probe = probe(desk.connection(key.key()));

    assertThat(probe.findings()).hasSize(1);
    assertThat(finding(probe, "Payments cannot be read").stopsSales()).isTrue();
    assertThat(Told.remedy(finding(probe, "Payments"))).contains("\"Read Payments\"");
  }

  @Test
  void a_wrong_site_and_a_wrong_key_are_told_as_what_they_are() {
    var other = "00000000-3b7a-4a58-9d0e-5c1f8e2b7a90";
    var elsewhere = WixDesk.site(other, desk.wix.key().key(), "", "");

    assertThat(Told.remedy(finding(probe(AConnection.toWixSite(elsewhere)), "cannot be read")))
        .startsWith("Check shop.site-id");
    assertThat(Told.remedy(finding(probe(desk.connection("IST.wrong")), "cannot be read")))
        .startsWith("Check shop.api-key");
  }

  @Test
  void a_site_that_does_not_answer_is_unreachable_and_no_app_is_called_covered() {
    desk.wix.fails(Fault.on("/").always().answers(503));
    var probe = probe(desk.connection());
    assertThat(probe.reachable()).isFalse();
    assertThat(Told.what(finding(probe, "cannot be reached"))).contains("answered 503");

    desk.wix.recovers();
    desk.wix.fails(Fault.on("/events/").times(2).answers(503));
    assertThat(probe(desk.connection()).reachable())
        .as("a moment's trouble is waited out")
        .isTrue();
  }

  @Test
  void webhooks_that_would_be_refused_are_told() {
    var id = desk.wix.siteId();
    var key = desk.wix.key().key();
    var client = desk.wix.access().client();
    var pem = desk.wix.webhooks().publicKey();

    var halfway = AConnection.toWixSite(WixDesk.site(id, key, pem, ""));
    var wrong = AConnection.toWixSite(WixDesk.site(id, key, "a key", client.instanceId()));
    var right = AConnection.toWixSite(WixDesk.site(id, key, pem, client.instanceId()));

    assertThat(Told.what(finding(probe(halfway), "Webhooks are refused"))).contains("go together");
    assertThat(Told.what(finding(probe(wrong), "Webhooks are refused"))).contains("no public key");
    assertThat(probe(right).findings()).noneMatch(found -> Told.what(found).contains("Webhooks"));
  }

  private static Probe probe(Connection connection) {
    return desk.shops().probe(connection);
  }

  private static Probe.Finding finding(Probe probe, String words) {
    assertThat(probe.findings()).anyMatch(found -> Told.what(found).contains(words));
    return probe.findings().stream()
        .filter(found -> Told.what(found).contains(words))
        .findFirst()
        .orElseThrow();
  }
}
