package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopbooks.connections.Connection;
import io.shopbooks.sale.KnownOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wix saying no, and Wix in trouble. */
class WixRefusalsTest {

  private static final String KEY = "IST.the-secret-key";
  private static final String ID = "5f6c1b2e-0000-4000-8000-000000000001";
  private static final String ERROR =
      "{\"message\":\"%s\",\"details\":{\"applicationError\":{\"code\":\"%s\"}}}";
  private static final String NO_ROWS = "{\"transactions\":[],\"pagination\":{\"total\":0}}";

  private final ScriptedShop server = new ScriptedShop();
  private final TestClock clock = new TestClock();
  private final Connection connection =
      AConnection.toWixSite(WixDesk.site("6d4f1c52-3b7a-4a58-9d0e-5c1f8e2b7a90", KEY, "", ""));

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | Check shop.api-key in mappings/connections/acme.yaml",
        "403 | it has the permission \"Read Payments\"",
        "400 | Check shop.site-id in mappings/connections/acme.yaml",
        "428 | Install the app on the site",
        "302 | See whether Wix tells of trouble at status.wix.com"
      })
  void what_a_person_has_to_change_is_told_at_once_and_without_the_key(int status, String remedy) {
    server.answersInTurn(ScriptedShop.json(status, ERROR.formatted("No for " + KEY, "NOPE")));

    var refused = catchThrowableOfType(ShopRefused.class, this::read);

    assertThat(refused.what())
        .isEqualTo(
            "answered %d (NOPE No for ***) to /payments/api/merchant/v2/transactions"
                .formatted(status));
    assertThat(refused.remedy()).contains(remedy);
    assertThat(clock.rests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void trouble_is_waited_out_and_then_left_for_the_next_run(int status) {
    server.answersInTurn(
        ScriptedShop.page(status), ScriptedShop.json(status, ""), ScriptedShop.json(NO_ROWS));
    read();
    assertThat(clock.rests).startsWith(Duration.ofSeconds(2), Duration.ofSeconds(4));

    server.answersInTurn(ScriptedShop.page(status));
    assertThatThrownBy(this::read)
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("answered " + status)
        .hasMessageContaining("(5 attempts)")
        .hasMessageEndingWith("see whether Wix tells of trouble at status.wix.com.");
  }

  @Test
  void wix_is_given_the_time_it_asks_for() {
    server.answersInTurn(
        ScriptedShop.json(429, "{}").with("Retry-After", "17"), ScriptedShop.json(NO_ROWS));

    read();

    assertThat(clock.rests).contains(Duration.ofSeconds(17));
  }

  @Test
  void an_answer_of_a_gateway_or_half_an_answer_is_never_taken_for_an_empty_list() {
    var whole = ScriptedShop.json(NO_ROWS);
    for (var useless :
        new ScriptedShop.Response[] {
          ScriptedShop.page(200),
          ScriptedShop.json(""),
          ScriptedShop.json("[]"),
          ScriptedShop.json(NO_ROWS.substring(0, 20)),
          whole.cutAfter(NO_ROWS.length() - 4)
        }) {
      server.answersInTurn(useless);
      assertThatThrownBy(this::read).isInstanceOf(ShopUnreachable.class);
    }
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_asked_for_again() {
    var open = new CountDownLatch(1);
    server.answersInTurn(ScriptedShop.json(NO_ROWS).heldUntil(open), ScriptedShop.json(NO_ROWS));

    read(Map.of("read-timeout", "100ms"));
    open.countDown();

    assertThat(clock.rests).first().isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void no_order_is_gone_as_long_as_orders_may_not_be_seen() {
    server.answers(
        request ->
            request.path().startsWith("/ecom/") || request.path().startsWith("/events/")
                ? ScriptedShop.json(403, ERROR.formatted("Permission denied", ""))
                : request.path().startsWith("/pricing-plans/")
                    ? ScriptedShop.json(404, ERROR.formatted("No such plan", ""))
                    : ScriptedShop.json(NO_ROWS));

    var known = List.of(known(ID, "ecommerce"), known("3088-CBPT-789", "events"));

    assertThat(shops(Map.of()).gone(connection, known)).isEmpty();
    assertThat(known)
        .allSatisfy(
            order ->
                assertThatThrownBy(() -> shops(Map.of()).again(connection, order))
                    .isInstanceOf(ShopRefused.class)
                    .hasMessageContaining("403"));
  }

  @Test
  void what_is_not_there_is_asked_only_of_the_list_it_came_from() {
    server.answers(
        request ->
            request.path().contains(ID)
                ? ScriptedShop.json(404, ERROR.formatted("not found", "ORDER_NOT_FOUND"))
                : request.path().startsWith("/ecom/") || request.path().startsWith("/payments/")
                    ? ScriptedShop.json(NO_ROWS)
                    : ScriptedShop.json(403, ERROR.formatted("Permission denied", "")));

    assertThat(
            shops(Map.of()).gone(connection, List.of(known(ID, "ecommerce"), known(ID, "cashier"))))
        .as("orders can be seen, and plans need not")
        .containsExactly(ID);
  }

  private KnownOrder known(String id, String source) {
    var json = "{\"source\":\"%s\",\"joined\":\"whole\",\"id\":\"%s\",\"order\":{}}";
    return new KnownOrder(id, clock.instant(), json.formatted(source, id));
  }

  @Test
  void an_order_that_all_who_could_know_it_do_not_know_is_gone() {
    server.answers(
        request ->
            request.path().contains(ID)
                ? ScriptedShop.json(404, ERROR.formatted("not found", "ORDER_NOT_FOUND"))
                : ScriptedShop.json(NO_ROWS.replace("}", ",\"orders\":[]}")));
    var known = List.of(known(ID, "plan"), known("3088-CBPT-789", "events"));

    assertThat(shops(Map.of()).gone(connection, known)).containsExactly("3088-CBPT-789", ID);
  }

  @Test
  void the_key_goes_as_it_is_and_beside_it_only_the_id_of_the_site() {
    server.answersInTurn(ScriptedShop.json(NO_ROWS));

    read();

    assertThat(server.requests).isNotEmpty();
    assertThat(server.requests)
        .allSatisfy(
            request ->
                assertThat(request.headers())
                    .containsEntry("authorization", KEY)
                    .containsEntry("wix-site-id", "6d4f1c52-3b7a-4a58-9d0e-5c1f8e2b7a90")
                    .doesNotContainKey("wix-account-id"));
  }

  private void read() {
    read(Map.of());
  }

  private void read(Map<String, String> settings) {
    Asker.take(shops(settings).changes(connection, Optional.of(clock.instant())));
  }

  private Shops shops(Map<String, String> settings) {
    return WixDesk.shops(server.address(), clock, settings);
  }
}
