package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Fault;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.pretend.woocommerce.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One world for all: each test writes the choices it checks, and puts back what it switched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckCommandTest {

  private static final String SYNC =
      "sync: { time-zone: America/New_York, start-date: \"2026-01-01\" }\n";
  private static final String TAXES = "taxes: { mode: mapped, us-code: New York City }\n";

  private World world;
  private String head;

  @BeforeAll
  void open() throws IOException {
    world = World.of(Store.us(), Region.US, "").with("shopbooks.shop.attempts", "1");
    head = Files.readString(world.file());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @BeforeEach
  void everythingIsWell() throws IOException {
    world.shop.recovers();
    world.company.preferences().customNumbers(true).useSalesTax(true).subscription("SUBSCRIBED");
    choose(SYNC + TAXES);
  }

  private void choose(String choices) throws IOException {
    Files.writeString(world.file(), head + choices);
  }

  private Typed check() {
    return Typed.in(world, "check", "acme", "--json");
  }

  /** What would stop sales. */
  private static List<String> stops(Typed check) {
    return findings(check, true);
  }

  private static List<String> findings(Typed check, boolean stops) {
    return StreamSupport.stream(
            check.json().path("connections").path(0).path("findings").spliterator(), false)
        .peek(finding -> assertThat(finding.path("remedy").asText()).isNotBlank())
        .filter(finding -> finding.path("stopsSales").asBoolean() == stops)
        .map(finding -> finding.path("what").asText())
        .toList();
  }

  @Test
  void a_connection_that_fits_ends_with_0_and_checking_it_sends_nothing() {
    var check = Typed.in(world, "check", "acme");

    assertThat(check.out())
        .contains("acme: ready", "WooCommerce 11.0.1", "Acme Goods Inc.", "SUBSCRIBED")
        .containsPattern("quickbooks  [1-9]\\d* metered reads, 0 writes");
    assertThat(check.status()).isZero();
    var calls = check().json().path("connections").path(0).path("quickbooks");
    assertThat(calls.path("reads").asInt()).isPositive();
    assertThat(calls.path("writes").asInt(-1)).isZero();
    assertThat(world.company.documents()).isEmpty();
    assertThat(world.company.counters().getOrDefault("writes", 0L)).isZero();
  }

  @Test
  void without_a_name_all_are_checked_and_broken_files_end_with_2() throws IOException {
    assertThat(Typed.in(world, "check").status()).isZero();

    var broken = world.file().resolveSibling("broken.yaml");
    Files.writeString(broken, "shop: {}\n");
    try {
      var check = Typed.in(world, "check", "--json");

      assertThat(check.status()).isEqualTo(2);
      assertThat(check.json().path("connections")).hasSize(1);
      assertThat(check.json().path("broken").toString()).contains("broken.yaml:1");
    } finally {
      Files.delete(broken);
    }
  }

  @Test
  void everything_the_connection_names_must_be_in_the_company() throws IOException {
    choose(
        SYNC
            + """
            sales:
              default-item: Ware
              discount-item: Nachlass
              tip-item: Trinkgeld
              class: Online
              terms: Net 99
            taxes: { mode: mapped, us-code: Nirvana, rates: { "NY State Tax": Atlantis } }
            products: { income-account: Nowhere, expense-account: Checking }
            payments:
              create-methods: false
              methods:
                stripe: { account: Strype clearing, method: Plastic }
                "*": { account: Furniture }
              fees: { account: Checking, meta: [_stripe_fee] }
            """);

    var check = check();

    assertThat(check.status()).isEqualTo(1);
    assertThat(stops(check))
        .containsExactlyInAnyOrder(
            "The company has no item 'Ware'.",
            "The company has no item 'Nachlass'.",
            "The company has no terms 'Net 99'.",
            "The company has no tax code 'Nirvana'.",
            "The company has no tax code 'Atlantis'.",
            "The company has no account 'Nowhere'.",
            "The account 'Checking' is of the type Bank.",
            "The company has no account 'Strype clearing'.",
            "The account 'Furniture' is of the type Fixed Asset.",
            "The account 'Checking' is of the type Bank.",
            "The company has no payment method 'Plastic', and payments.create-methods is off.");
    assertThat(findings(check, false))
        .contains(
            "The company has no item 'Trinkgeld'. Sales that need it are held.",
            "sales.class is named, and the company does not track classes: it is left out.");
  }

  @Test
  void numbering_must_fit_the_company() throws IOException {
    world.company.preferences().customNumbers(false);
    assertThat(stops(check()))
        .containsExactly(
            "Documents are to carry the shop's numbers, and the company numbers them itself.");

    choose(SYNC + TAXES + "sales: { number: { by: quickbooks } }\n");
    assertThat(check().status()).isZero();

    world.company.preferences().customNumbers(true);
    assertThat(stops(check()))
        .containsExactly(
            "QuickBooks is to number the documents, and leaves that to whoever writes them.");
  }

  @Test
  void mapped_taxes_need_sales_tax_in_the_company() throws IOException {
    world.company.preferences().useSalesTax(false);
    assertThat(stops(check())).singleElement().asString().startsWith("Sales tax is switched off");

    choose(SYNC + "taxes: { mode: none }\n");
    assertThat(check().status()).isZero();
  }

  @Test
  void a_us_company_needs_a_code_for_taxed_documents() throws IOException {
    choose(SYNC);

    assertThat(stops(check()))
        .singleElement()
        .asString()
        .startsWith("Taxed documents of a US company need a tax code")
        .contains("NY State Tax (4 %)", "NYC City Tax (4.875 %)")
        .doesNotContain("NY Clothing Exempt");
  }

  @Test
  void automated_taxes_need_a_company_that_has_them() throws IOException {
    choose(SYNC + "taxes: { mode: automated }\n");

    assertThat(stops(check()))
        .containsExactly(
            "taxes.mode is automated, and the company's automated sales tax is not set up.");
  }

  @Test
  void a_gateway_without_a_rule_stops_its_sales() throws IOException {
    choose(SYNC + TAXES + "payments: { methods: { stripe: { account: Stripe clearing } } }\n");

    assertThat(stops(check()))
        .contains("Nothing says where the money of the gateway 'paypal' goes.")
        .noneMatch(what -> what.contains("'stripe'"));
  }

  @Test
  void an_ended_subscription_stops_sales() {
    world.company.preferences().subscription("EXPIRED");

    assertThat(stops(check()))
        .containsExactly("QuickBooks takes nothing for the company: its subscription is EXPIRED.");
  }

  @Test
  void a_webhook_secret_without_a_webhook_is_only_a_note() throws IOException {
    Files.writeString(
        world.file(),
        head.replace("shop:\n", "shop:\n  webhook-secret: whispered\n") + SYNC + TAXES);
    var check = check();

    assertThat(check.status()).isZero();
    assertThat(findings(check, false)).anyMatch(what -> what.contains("no webhook of the shop"));

    world.shop.tells("order.updated", "http://books.example/webhooks/acme", "whispered");
    assertThat(findings(check(), false)).noneMatch(what -> what.contains("no webhook"));
  }

  @Test
  void a_shop_that_cannot_be_reached_ends_with_3() {
    world.shop.fails(Fault.every("/orders").with(Trouble.htmlPage(503)));

    var check = check();

    assertThat(check.status()).isEqualTo(3);
    assertThat(stops(check)).singleElement().asString().startsWith("The shop cannot be reached");
  }

  @Test
  void a_wrong_name_ends_with_2() {
    assertThat(Typed.in(world, "check", "amce").status()).isEqualTo(2);
  }

  @Test
  void the_answer_for_machines_is_one_value() {
    JsonNode json = check().json();

    assertThat(json.path("connections").path(0).path("connection").asText()).isEqualTo("acme");
    assertThat(json.path("broken")).isEmpty();
  }
}
