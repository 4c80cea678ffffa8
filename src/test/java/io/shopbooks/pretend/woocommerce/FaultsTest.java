package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.Fault.every;
import static io.shopbooks.pretend.woocommerce.Fault.next;
import static io.shopbooks.pretend.woocommerce.Fault.nth;
import static io.shopbooks.pretend.woocommerce.Fault.sometimes;
import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real host does wrong, on command (`woocommerce.md` 2.4, 7 and 10). */
class FaultsTest {

  private final OpenShop open = OpenShop.of(Store.us());
  private final PretendWooCommerce shop = open.shop;
  private final Caller caller = open.caller();

  @AfterEach
  void close() {
    open.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 503})
  @DisplayName("10 an HTML page comes instead of JSON, once")
  void an_html_page_comes_instead_of_json_once(int status) {
    shop.fails(next("/orders").with(Trouble.htmlPage(status)));

    var reply = caller.get("/orders");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    assertThat(reply.text()).contains("critical error");
    assertThat(caller.get("/orders").json().isArray()).isTrue();
  }

  @Test
  @DisplayName("10 text stands before the JSON: a notice, or a byte order mark")
  void text_stands_before_the_json() {
    shop.fails(next("/orders").with(Trouble.textBefore("<br />\nNotice: Undefined index")));
    shop.fails(nth(1, "/products").with(Trouble.byteOrderMark()));

    assertThat(caller.get("/orders").text()).startsWith("<br />").endsWith("[]");
    assertThat(caller.get("/products").response().body())
        .startsWith(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '['});
  }

  @Test
  @DisplayName("10 half of a body arrives")
  void half_of_a_body_arrives() {
    shop.sells(anOrder().of("TSHIRT-01"));
    shop.fails(next("/orders").with(Trouble.truncated()));

    assertThatThrownBy(() -> caller.tryCall("GET", "/orders", "")).isInstanceOf(IOException.class);
    assertThat(caller.get("/orders").ids()).hasSize(1);
  }

  @Test
  @DisplayName("10 hosts say when to come again, in seconds or as a date, or not at all")
  void hosts_say_when_to_come_again() {
    var date = "Sun, 22 Nov 2026 12:05:00 GMT";
    shop.fails(next("/orders").with(Trouble.retryAfter(429, "120")));
    shop.fails(next("/orders").with(Trouble.retryAfter(503, date)));
    shop.fails(next("/orders").with(Trouble.status(502)));
    shop.fails(next("/orders").with(Trouble.status(504)));

    var seconds = caller.get("/orders");
    var until = caller.get("/orders");
    var silent = caller.get("/orders");

    assertThat(seconds.status()).isEqualTo(429);
    assertThat(seconds.header("Retry-After")).isEqualTo("120");
    assertThat(until.status()).isEqualTo(503);
    assertThat(until.header("Retry-After")).isEqualTo(date);
    assertThat(silent.status()).isEqualTo(502);
    assertThat(silent.header("Retry-After")).isEmpty();
    assertThat(caller.get("/orders").status()).isEqualTo(504);
    assertThat(caller.get("/orders").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("2.4 a plugin refuses in the API's own form")
  void a_plugin_refuses_in_the_apis_own_form() {
    var words = "The password you entered is incorrect.";
    shop.fails(next("/orders").with(Trouble.refusal(401, "incorrect_password", words)));

    assertThat(caller.get("/orders").code()).isEqualTo("incorrect_password");
  }

  @Test
  @DisplayName("2.4 a redirect points elsewhere")
  void a_redirect_points_elsewhere() {
    shop.fails(next("/orders").with(Trouble.redirect(301, "https://www.shop.example/")));

    var reply = caller.get("/orders");

    assertThat(reply.status()).isEqualTo(301);
    assertThat(reply.header("Location")).isEqualTo("https://www.shop.example/");
  }

  @Test
  @DisplayName("10 a connection is cut before the shop hears, or after it did the work")
  void a_connection_is_cut_before_or_after_the_work() {
    shop.fails(next("/orders").on("POST").with(Trouble.cutBefore()));
    assertThatThrownBy(() -> caller.tryCall("POST", "/orders", "{}"))
        .isInstanceOf(IOException.class);
    assertThat(shop.audit().orders()).isEmpty();

    shop.fails(next("/orders").on("POST").with(Trouble.cutAfter()));
    assertThatThrownBy(() -> caller.tryCall("POST", "/orders", "{}"))
        .isInstanceOf(IOException.class);
    assertThat(shop.audit().orders()).hasSize(1);
  }

  @Test
  @DisplayName("7 a slow answer waits until it is let go")
  void a_slow_answer_waits_until_it_is_let_go() throws Exception {
    var gate = new CountDownLatch(1);
    shop.fails(next("/orders").with(Trouble.heldUntil(gate)));

    var waiting = CompletableFuture.supplyAsync(() -> caller.get("/orders"));
    assertThat(caller.get("/products?per_page=1").status()).isEqualTo(200);
    assertThat(waiting).isNotDone();
    gate.countDown();

    assertThat(waiting.get().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("7 an answer takes its time by the shop's clock")
  void an_answer_takes_its_time_by_the_shops_clock() {
    shop.fails(next("/orders").first(() -> open.clock.movesSeconds(90)));

    assertThat(caller.get("/orders").header("Date")).isEqualTo("Sun, 22 Nov 2026 12:01:30 GMT");
  }

  @Test
  @DisplayName("10 a cache answers an address as it first saw it, until the address changes")
  void a_cache_answers_an_address_as_it_first_saw_it() {
    shop.fails(every("/orders").on("GET").with(Trouble.staleCache()));
    assertThat(caller.get("/orders").ids()).isEmpty();
    shop.sells(anOrder().of("TSHIRT-01"));

    assertThat(caller.get("/orders").ids()).isEmpty();
    assertThat(caller.get("/orders?nocache=1").ids()).hasSize(1);
    shop.recovers();
    assertThat(caller.get("/orders").ids()).hasSize(1);
  }

  @Test
  @DisplayName("10 the n-th call fails, and only that of its path and method")
  void the_nth_call_fails() {
    shop.fails(nth(3, "/orders").on("GET").with(Trouble.status(500)));

    assertThat(caller.get("/orders").status()).isEqualTo(200);
    assertThat(caller.get("/products").status()).isEqualTo(200);
    assertThat(caller.post("/orders", "{}").status()).isEqualTo(201);
    assertThat(caller.get("/orders").status()).isEqualTo(200);
    assertThat(caller.get("/orders").status()).isEqualTo(500);
    assertThat(caller.get("/orders").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("10 calls fail by chance, the same ones for the same seed")
  void calls_fail_by_chance_the_same_ones_for_the_same_seed() {
    var first = statuses(7);
    var second = statuses(7);

    assertThat(first).isEqualTo(second).contains(200, 503);
  }

  private List<Integer> statuses(long seed) {
    shop.fails(sometimes(0.3, seed, "/orders").with(Trouble.status(503)));
    var statuses = IntStream.range(0, 30).mapToObj(i -> caller.get("/orders").status()).toList();
    shop.recovers();
    return statuses;
  }
}
