package io.shopbooks.cli;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What `plan` shows, and that `apply` sends exactly that or nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class PlanCommandTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      sales: { number: { prefix: "W-" }, document: [ { when: { gateway: cod }, then: invoice } ] }
      products: { create: sold }
      taxes: { rates: { "NY State Tax + NYC City Tax": New York City } }
      payments: { methods: { stripe: { account: Checking, method: Stripe }, "*": { account: Undeposited Funds } } }
      """;

  /** Everything the ledger knows of orders; what was shown to a person is beside it. */
  private static final List<String> LEDGER =
      List.of(
          "shop_order",
          "document",
          "document_need",
          "request",
          "request_document",
          "hold",
          "history",
          "run",
          "cursor",
          "hint",
          "canary",
          "lease",
          "product_without_item",
          "camel_messageprocessed");

  private final World world =
      World.of(Store.us(), Region.US, CHOICES).with("quickbooks.per-second", "10");

  @AfterAll
  void close() {
    world.close();
  }

  private Typed typed(String... arguments) {
    return Typed.in(world, arguments);
  }

  private int sells(NewOrder order) {
    return world.shop.sells(order);
  }

  private String fingerprint() {
    return typed("plan", "acme", "--json").json().get("fingerprint").asText();
  }

  private Map<String, String> ledger() {
    var db = world.bean(JdbcClient.class);
    var tables = new TreeMap<String, String>();
    for (var table : LEDGER) {
      tables.put(
          table,
          db.sql(
                  "select coalesce(string_agg(t::text, '\n' order by t::text), '') from %s t"
                      .formatted(table))
              .query(String.class)
              .single());
    }
    return tables;
  }

  private void isAsTheShopSays() {
    assertThat(typed("sync", "acme").out()).contains("Unexplained $0.00");
  }

  @Test
  void a_plan_writes_nothing_and_is_sent_to_the_letter() {
    isAsTheShopSays();
    sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    sells(anOrder().of("TSHIRT-01").paidBy("cod"));
    var ledger = ledger();
    var writes = world.company.counters().getOrDefault("writes", 0L);
    var documents = world.company.documents().size();

    var shown = typed("plan", "acme");
    var plan = typed("plan", "acme", "--json").json();

    assertThat(ledger()).isEqualTo(ledger);
    assertThat(world.company.counters().getOrDefault("writes", 0L)).isEqualTo(writes);
    assertThat(shown.status()).as(shown.out() + shown.err()).isZero();
    assertThat(shown.out())
        .contains(
            "Written to QuickBooks: 0.", "shopbooks apply " + plan.get("fingerprint").asText())
        .contains("Checking", "Sales tax");
    assertThat(plan.get("writes").asLong()).isZero();

    var trial = world.company.trialBalance();
    var applied = typed("apply", plan.get("fingerprint").asText());

    assertThat(applied.status()).as(applied.err()).isZero();
    assertThat(applied.out()).contains("Unexplained $0.00");
    var planned = plan.findValuesAsText("number").stream().filter(n -> !n.isEmpty()).toList();
    assertThat(world.company.documents())
        .hasSize(documents + (int) plan.get("orders").findValues("kind").size());
    assertThat(planned).isNotEmpty();
    // What was shown for an account is what happened to it.
    for (var effect : plan.get("effects")) {
      var account = effect.get("account").asText();
      if (trial.containsKey(account)) {
        var moved = world.company.balance(account).subtract(trial.get(account));
        assertThat(moved)
            .as(account)
            .isEqualByComparingTo(
                new BigDecimal(effect.get("debit").asText())
                    .subtract(new BigDecimal(effect.get("credit").asText())));
      }
    }
    var again = typed("apply", plan.get("fingerprint").asText());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("was applied already");
  }

  @Test
  void an_order_that_comes_after_the_plan_makes_it_void() {
    sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var fingerprint = fingerprint();
    sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    isRefused(fingerprint, "orders changed in the shop");
  }

  @Test
  void a_closed_period_or_a_new_entry_in_the_company_makes_a_plan_void() {
    sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var fingerprint = fingerprint();
    world.company.lists().addItem("Sticker", "STICKER");
    isRefused(fingerprint, "the company's lists or settings changed");

    fingerprint = fingerprint();
    world.company.preferences().closeBooks(LocalDate.parse("2025-12-31"));
    isRefused(fingerprint, "the company's lists or settings changed");
  }

  @Test
  void changed_choices_make_a_plan_void() throws IOException {
    sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var fingerprint = fingerprint();
    Files.writeString(world.file(), Files.readString(world.file()).replace("W-", "V-"));
    isRefused(fingerprint, "the connection's file changed");
    Files.writeString(world.file(), Files.readString(world.file()).replace("V-", "W-"));
  }

  private void isRefused(String fingerprint, String because) {
    var ledger = ledger();
    var writes = world.company.counters().getOrDefault("writes", 0L);

    var applied = typed("apply", fingerprint);

    assertThat(applied.status()).as(applied.out()).isEqualTo(2);
    assertThat(applied.err()).contains("fits no more", because, "Nothing was sent");
    assertThat(ledger()).isEqualTo(ledger);
    assertThat(world.company.counters().getOrDefault("writes", 0L)).isEqualTo(writes);
  }

  @Test
  void what_would_be_held_is_a_conflict_with_its_reason() {
    var order = sells(anOrder().of("TSHIRT-01").paidBy("stripe").in("EUR"));

    var plan = typed("plan", "acme", "--json");

    assertThat(plan.status()).isEqualTo(1);
    assertThat(plan.json().get("conflict").asLong()).isPositive();
    assertThat(plan.json().findValuesAsText("why")).contains("currency-not-allowed");
    assertThat(typed("plan", "acme").out()).contains("conflict");
    world.shop.deletes(order);
  }

  @Test
  void a_fingerprint_nobody_was_shown_is_refused() {
    var applied = typed("apply", "nonsense");

    assertThat(applied.status()).isEqualTo(2);
    assertThat(applied.err()).contains("No plan has the fingerprint nonsense.");
  }
}
