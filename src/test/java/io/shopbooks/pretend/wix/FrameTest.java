package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.pretend.PretendServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits, faults, what other processes ask, pages and the journal (`wix.md` 7). */
class FrameTest {

  private OpenSite site = OpenSite.of(WixSite.us());

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  @DisplayName("7 the call over the limit of a minute is 429, and the minute slides")
  void the_call_over_the_limit_is_429() {
    site.close();
    site = OpenSite.of(WixSite.us().limitedTo(3));
    site.cashier("");
    site.clock.moves(Duration.ofSeconds(30));
    site.cashier("");
    assertThat(site.cashier("").status()).isEqualTo(200);

    var over = site.cashier("");
    assertThat(over.status()).isEqualTo(429);
    assertThat(over.json().path("message").asText()).isEqualTo("Resource exhausted");
    site.clock.moves(Duration.ofSeconds(30));
    assertThat(site.cashier("").status()).isEqualTo(200);
    assertThat(site.cashier("").status()).isEqualTo(429);
  }

  @Test
  @DisplayName("7 a real site takes 200 calls a minute; the limit can be switched off")
  void the_limit_can_be_switched_off() {
    assertThat(WixSite.us().callsPerMinute()).isEqualTo(200);
    site.close();
    site = OpenSite.of(WixSite.us().limitedTo(0));
    for (var call = 0; call < 210; call++) {
      assertThat(site.cashier("limit=1").status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("7 every answer carries x-wix-request-id and no Retry-After")
  void every_answer_carries_a_request_id() throws Exception {
    site.wix.fails(Fault.on("/orders").answers(429));
    var address = site.server.address("/wix/ecom/v1/orders/x");
    var request = HttpRequest.newBuilder(URI.create(address.toString())).build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("x-wix-request-id")).isPresent();
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  @DisplayName("7 a 500 says nothing at all")
  void a_500_says_nothing() {
    site.wix.fails(Fault.on("/transactions").answers(500));

    assertThat(site.cashier("").text()).isEqualTo("{\"message\":\"\",\"details\":{}}");
    assertThat(site.cashier("").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"path\":\"/transactions\",\"kind\":\"answers\",\"status\":503}', 503",
    "'{\"path\":\"/transactions\",\"kind\":\"page\",\"status\":502}', 502",
    "'{\"path\":\"/transactions\",\"kind\":\"empty\",\"status\":504}', 504",
    "'{\"path\":\"/transactions\",\"kind\":\"slow\",\"millis\":1}', 200",
  })
  @DisplayName("7 faults are ordered from outside")
  void faults_are_ordered_from_outside(String fault, int status) {
    assertThat(outside("POST", "/pretend/fault", fault).status()).isEqualTo(200);

    assertThat(site.cashier("").status()).isEqualTo(status);
    assertThat(site.cashier("").status()).isEqualTo(200);
  }

  private Reply outside(String method, String path, String body) {
    return site.call(method, path, body, Map.of());
  }

  @ParameterizedTest
  @CsvSource({"cut, 0", "cut-after, 1", "truncated, 1"})
  @DisplayName("7 lost answers end the connection, before or after the site did its work")
  void lost_answers_end_the_connection(String kind, int counted) {
    outside(
        "POST", "/pretend/fault", "{\"path\":\"/search\",\"times\":9,\"kind\":\"" + kind + "\"}");

    assertThatThrownBy(() -> site.tryCall("POST", "/ecom/v1/orders/search", "{}", site.headers))
        .isInstanceOf(IOException.class);
    // The client asks once more by itself where it may; the site counts what it was asked.
    var calls = site.wix.audit().requests().getOrDefault("POST /ecom/v1/orders/search", 0);
    assertThat(calls > 0).isEqualTo(counted > 0);
    outside("DELETE", "/pretend/fault", null);
    assertThat(site.search("{}").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("7 a slow answer waits for its latch, and others do not")
  void a_slow_answer_waits_for_its_latch() throws Exception {
    var latch = new CountDownLatch(1);
    site.wix.fails(Fault.on("/transactions").waitsFor(latch));
    var slow = CompletableFuture.supplyAsync(() -> site.cashier("").status());

    assertThat(site.search("{}").status()).isEqualTo(200);
    assertThat(slow).isNotDone();
    latch.countDown();

    assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(200);
  }

  @Test
  void a_fault_may_let_calls_through_first_and_strike_twice() {
    site.wix.fails(Fault.on("/transactions").after(1).times(2).answers(503));

    assertThat(site.cashier("").status()).isEqualTo(200);
    assertThat(site.cashier("").status()).isEqualTo(503);
    assertThat(site.cashier("").status()).isEqualTo(503);
    assertThat(site.cashier("").status()).isEqualTo(200);
  }

  @Test
  void something_may_happen_right_before_a_call_is_answered() {
    site.wix.fails(Fault.on("/search").whenAsked(() -> site.wix.sells(anOrder().of("Hat", "10"))));

    assertThat(site.search("{}").json().path("orders")).hasSize(1);
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
        .contains("Harbour Studio", "Hat &lt;b&gt;, Shirt", "30 USD", "Concert", "Events")
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
