package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.pretend.PretendServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes ask and order, the pages, and the journal. */
class ControlTest {

  private final OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  private Reply outside(String method, String path, String body) {
    return site.call(method, path, body, Map.of());
  }

  @Test
  void the_audit_tells_charges_payments_and_calls() {
    var id =
        site.wix.sells(
            anOrder()
                .of("Hat", "10")
                .paid(NewPayment.giftCard().of("4"))
                .paid(NewPayment.online("creditCard")));
    site.wix.refunds(id, NewRefund.of("2").ofPayment(2));
    site.search("{}");

    var audit = outside("GET", "/pretend/audit", null).json();

    assertThat(audit.at("/charges/0/amount").asText()).isEqualTo("6");
    assertThat(audit.at("/charges/0/refunded").asText()).isEqualTo("2");
    assertThat(audit.at("/charges/0/order").asText()).isEqualTo(id);
    assertThat(audit.at("/payments/0/kind").asText()).isEqualTo("gift card");
    assertThat(audit.at("/payments/1/charge").asText())
        .isEqualTo(audit.at("/charges/0/id").asText());
    assertThat(audit.path("requests").path("POST /ecom/v1/orders/search").asInt()).isEqualTo(1);
    site.wix.forgetsCalls();
    assertThat(site.wix.audit().requests()).isEmpty();
  }

  @Test
  void one_order_is_sold_from_outside() {
    var lines =
        "{\"lines\":[{\"name\":\"Hat\",\"price\":\"10\"},{\"name\":\"Shirt\",\"price\":\"20\"}]}";

    var id = outside("POST", "/pretend/sell", lines).json().path("order").asText();

    assertThat(site.search("{}").list("orders", "id")).containsExactly(id);
    assertThat(site.wix.audit().payments().get(0).amount()).isEqualByComparingTo("30");
  }

  @Test
  void sales_are_made_from_outside_the_same_for_the_same_seed() {
    var told = outside("POST", "/pretend/sell?count=5&seed=9", null).json().path("events");

    assertThat(told).hasSize(5);
    try (var other = OpenSite.of(WixSite.us())) {
      new WixLife(other.wix, 9).livesThrough(Duration.ZERO, 5);
      assertThat(other.wix.audit().charges()).isEqualTo(site.wix.audit().charges());
    }
    assertThat(outside("POST", "/pretend/sell?count=many", null).status()).isEqualTo(400);
    assertThat(outside("POST", "/pretend/fault", "{\"kind\":\"odd\"}").status()).isEqualTo(400);
    assertThat(outside("GET", "/pretend/nothing", null).status()).isEqualTo(404);
  }

  @Test
  void pages_show_transactions_orders_and_one_order() {
    var id = site.wix.sells(anOrder().of("Hat <b>", "10").of("Shirt", "20"));
    site.wix.refunds(id, NewRefund.of("5"));
    site.wix.sells(NewTickets.of("Concert", "40", 1));

    var transactions = outside("GET", "/", null).text();
    var orders = outside("GET", "/orders", null).text();
    var one = outside("GET", "/order/" + id, null).text();

    assertThat(transactions)
        .contains(
            "Harbour Studio", "Hat &lt;b&gt;, Shirt", "30.00 USD", "5.00 USD", "Concert", "Events")
        .contains("PARTIAL_REFUND", "/wix/order/" + id, "prefers-color-scheme: dark", "viewport");
    assertThat(orders).contains("#10001", "30.00 USD", "PARTIALLY_REFUNDED", "Jane Doe");
    assertThat(one).contains("Hat &lt;b&gt;", "Payment PARTIALLY_REFUNDED", "Refund SUCCEEDED");
    assertThat(outside("GET", "/order/unknown", null).status()).isEqualTo(404);
    assertThat(outside("GET", "/orders?page=2", null).text()).contains("Page 2 of 1");
  }

  @Test
  void a_journal_restores_everything_and_goes_on_without_giving_an_id_twice(@TempDir Path folder)
      throws IOException {
    var clock = new HandClock();
    Audit before;
    String publicKey;
    try (var wix = PretendWix.open(WixSite.us(), clock, folder)) {
      new WixLife(wix, 7).livesThroughAMonth();
      before = wix.audit();
      publicKey = wix.webhooks().publicKey();
    }
    var file = folder.resolve("wix.jsonl");
    // As a killed process leaves it.
    Files.writeString(file, "{\"kind\":\"CASHIER\",\"id", StandardOpenOption.APPEND);

    try (var wix = PretendWix.open(WixSite.us(), clock, folder);
        var server = PretendServer.start(0)) {
      wix.mountOn(server, "/wix");
      assertThat(wix.audit().charges()).isEqualTo(before.charges());
      assertThat(wix.audit().payments()).isEqualTo(before.payments());
      assertThat(wix.webhooks().publicKey()).isEqualTo(publicKey);
      var id = wix.sells(anOrder().of("Hat", "10"));
      assertThat(before.payments()).extracting(Audit.Payment::order).doesNotContain(id);
      assertThat(wix.audit().charges()).hasSize(before.charges().size() + 1);
    }
  }
}
