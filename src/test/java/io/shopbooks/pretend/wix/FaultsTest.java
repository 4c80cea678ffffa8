package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits, faults and lost answers (`wix.md` 7). */
class FaultsTest {

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
}
