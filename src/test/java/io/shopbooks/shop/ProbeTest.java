package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.connections.Connection;
import io.shopbooks.shop.ScriptedShop.Response;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code check} is told about a shop. */
class ProbeTest {

  private final ScriptedShop server = new ScriptedShop();
  private final Connection connection = AConnection.toShopAt(server.address());
  private final TestClock clock = new TestClock();
  private final Map<String, Response> answers = new HashMap<>();

  @BeforeEach
  void open() {
    says(
        "/wp-json/",
        Recorded.text("us/wp-json-root.json")
            .replace("https://127.0.0.1:8443", "" + server.address()));
    says("/wp-json/wc/v3/orders", "[]");
    says("/wp-json/wc/v3/system_status", Recorded.text("us/system_status.trimmed.json"));
    says("/wp-json/wc/v3/settings/tax", Recorded.text("us/settings-tax.json"));
    says("/wp-json/wc/v3/payment_gateways", Recorded.text("us/payment_gateways.json"));
    says("/wp-json/wc/v3/taxes", Recorded.text("us/taxes.json"));
    says("/wp-json/wc/v3/webhooks", "[]");
    server.answers(
        request ->
            request.method().equals("OPTIONS")
                ? answers.getOrDefault(
                    "OPTIONS", ScriptedShop.json(Recorded.text("us/schema-orders-options.json")))
                : answers.getOrDefault(request.path(), ScriptedShop.page(404)));
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @Test
  void a_shop_in_order_tells_everything_and_finds_nothing() {
    var probe = probe();

    assertThat(probe.findings()).isEmpty();
    assertThat(probe.reachable()).isTrue();
    assertThat(probe.settings())
        .isEqualTo(
            new Probe.Settings(
                Optional.of("11.0.1"),
                Optional.of("USD"),
                Optional.of(2),
                Optional.of(ZoneId.of("America/New_York")),
                Optional.of(false),
                Optional.of(false)));
    assertThat(probe.statuses())
        .contains("processing", "awaiting-pickup", "trash")
        .doesNotContain("any");
    assertThat(probe.gateways())
        .contains(new Probe.Gateway("cod", "Cash on delivery", true))
        .hasSize(3);
    assertThat(probe.taxRates()).extracting(Probe.TaxRate::name).contains("NY State Tax");
    assertThat(probe.taxRates().get(1).percent()).isEqualByComparingTo("4.875");
    assertThat(probe.taxRates().get(1).region()).isEqualTo("US NY");
  }

  @Test
  void a_shop_that_does_not_answer_is_one_finding() {
    server.answersInTurn(ScriptedShop.page(503));

    var probe = probe();

    assertThat(probe.reachable()).isFalse();
    assertThat(probe.findings()).hasSize(1);
    assertThat(probe.findings().get(0).stopsSales()).isTrue();
    assertThat(Told.what(probe.findings().get(0))).contains("answered 503");
  }

  @Test
  void a_key_that_may_not_read_orders_is_one_finding_with_its_remedy() {
    answers.put(
        "/wp-json/wc/v3/orders",
        ScriptedShop.json(401, Recorded.text("us/errors/401-no-auth.json")));

    var probe = probe();

    assertThat(probe.reachable()).isTrue();
    assertThat(probe.findings()).hasSize(1);
    assertThat(probe.findings().get(0).stopsSales()).isTrue();
    assertThat(Told.remedy(probe.findings().get(0))).startsWith("The shop saw no key it knows.");
  }

  @Test
  void every_other_missing_right_is_a_finding_that_stops_nothing() {
    var refused = ScriptedShop.json(403, "{\"code\":\"woocommerce_rest_cannot_view\"}");
    for (var path :
        new String[] {"system_status", "settings/tax", "payment_gateways", "taxes", "webhooks"}) {
      answers.put("/wp-json/wc/v3/" + path, refused);
    }
    answers.put("/wp-json/", ScriptedShop.page(403));
    answers.put("OPTIONS", ScriptedShop.page(403));

    var probe = probe();

    assertThat(probe.findings())
        .extracting(finding -> Told.what(finding).replaceFirst(" cannot be read: .*", ""))
        .containsExactly(
            "The site's address and time zone",
            "The settings",
            "Tax settings",
            "Order statuses",
            "Payment methods",
            "Tax rates",
            "Webhooks");
    assertThat(probe.findings())
        .noneMatch(Probe.Finding::stopsSales)
        .noneMatch(finding -> Told.remedy(finding).isBlank());
    assertThat(probe.settings()).isEqualTo(Probe.Settings.UNKNOWN);
  }

  @Test
  void a_woocommerce_that_cannot_tell_changes_stops_sales() {
    says("/wp-json/wc/v3/system_status", "{\"environment\":{\"version\":\"5.7.2\"}}");

    assertThat(probe().findings())
        .containsExactly(new Probe.Finding(Snag.OLD_WOOCOMMERCE, Map.of("version", "5.7.2"), true));
    says("/wp-json/wc/v3/system_status", "{\"environment\":{\"version\":\"5.8.0\"}}");
    assertThat(probe().findings()).isEmpty();
  }

  @Test
  void a_status_the_shop_does_not_have_is_told_with_those_it_has() {
    answers.put(
        "OPTIONS",
        ScriptedShop.json(
            Recorded.text("us/schema-orders-options.json").replace("\"completed\"", "\"done\"")));

    assertThat(probe().findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(Told.what(finding)).isEqualTo("The shop has no order status completed.");
              assertThat(Told.remedy(finding))
                  .isEqualTo(
                      "Write in mappings/connections/acme.yaml only these: awaiting-pickup, cancelled,"
                          + " done, failed, on-hold, pending, processing, refunded, trash.");
            });
  }

  @Test
  void another_address_and_another_time_zone_are_told() {
    says(
        "/wp-json/",
        "{\"home\":\"https://acme.example\",\"timezone_string\":\"\",\"gmt_offset\":5.5,\"namespaces\":[]}");

    var probe = probe();

    assertThat(probe.settings().timeZone()).contains(ZoneId.of("+05:30"));
    assertThat(probe.findings())
        .extracting(Told::what)
        .containsExactly(
            "The shop calls itself https://acme.example, the connection calls it "
                + server.address()
                + ".",
            "The shop lives in the time zone +05:30, the books in America/New_York.");
  }

  @Test
  void webhooks_that_were_given_up_or_cannot_be_checked_are_told() {
    var webhooks =
        Recorded.text("us/webhooks/list.json")
            .replace("http://127.0.0.1:8080/hook/us", "https://books.example/webhooks/acme");
    says("/wp-json/wc/v3/webhooks", webhooks);

    assertThat(probe().findings())
        .extracting(Told::what)
        .containsExactly("The shop gave its webhook 13 (order.created) up.");
    assertThat(probe().webhooks())
        .hasSizeGreaterThan(5)
        .contains(
            new Probe.Webhook("13", "order.created", "disabled", "http://127.0.0.1:8080/fail"));
    assertThat(probe(AConnection.withoutWebhookSecretTo(server.address())).findings())
        .extracting(Told::what)
        .contains("Webhook 12 (action.woocommerce_order_refunded) is refused: no secret is known.");
  }

  @Test
  void a_long_list_of_tax_rates_is_read_to_its_end() {
    var rate = "{\"id\":1,\"name\":\"A\",\"rate\":\"5.0000\",\"country\":\"CA\",\"state\":\"\"}";
    server.answers(
        request -> {
          if (!request.path().endsWith("/taxes")) {
            return answers.getOrDefault(
                request.path(), ScriptedShop.json(Recorded.text("us/schema-orders-options.json")));
          }
          var count = request.param("page").equals("1") ? 100 : 7;
          return ScriptedShop.json("[" + (rate + ",").repeat(count - 1) + rate + "]");
        });

    assertThat(probe().taxRates()).hasSize(107);
  }

  private Probe probe() {
    return probe(connection);
  }

  private Probe probe(Connection to) {
    var settings = Settings.usual();
    return new Shops(settings, new Mappings(Path.of("mappings"), settings), clock, clock).probe(to);
  }

  private void says(String path, String json) {
    answers.put(path, ScriptedShop.json(json));
  }
}
