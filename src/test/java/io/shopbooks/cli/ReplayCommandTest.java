package io.shopbooks.cli;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewRefund;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What `replay` tells of orders that are in the books. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplayCommandTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      sales: { number: { prefix: "W-" }, document: [ { when: { gateway: cod }, then: invoice } ] }
      products: { create: sold }
      taxes: { rates: { "NY State Tax + NYC City Tax": New York City } }
      payments: { methods: { stripe: { account: Checking }, "*": { account: Undeposited Funds } } }
      """;

  private final World world =
      World.of(Store.us(), Region.US, CHOICES).with("quickbooks.per-second", "10");

  @BeforeAll
  void sellAndSync() {
    var first = world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));
    assertThat(Typed.in(world, "sync", "acme").status()).isZero();
    world.shop.refunds(first, NewRefund.aRefund().of("TSHIRT-01", 1));
    assertThat(Typed.in(world, "sync", "acme").status()).isZero();
  }

  @AfterAll
  void close() {
    world.close();
  }

  private Typed replay(String... more) {
    var arguments = new java.util.ArrayList<>(java.util.List.of("replay", "acme", "--from"));
    arguments.add("2026-01-01");
    arguments.addAll(java.util.List.of("--to", "2027-12-31"));
    arguments.addAll(java.util.List.of(more));
    return Typed.in(world, arguments.toArray(String[]::new));
  }

  @Test
  void what_nobody_changed_would_be_posted_as_it_was_also_in_a_closed_period() {
    world.company.preferences().closeBooks(LocalDate.parse("2027-12-31"));

    var replay = replay("--json");

    world.company.preferences().closeBooks(null);
    assertThat(replay.json().get("different")).as(replay.out()).isEmpty();
    assertThat(replay.status()).as(replay.err()).isZero();
    assertThat(replay.json().get("orders").asInt()).isEqualTo(2);
  }

  @Test
  void another_account_is_shown_for_each_document_and_nothing_is_written() throws IOException {
    var before = documents();
    var writes = world.company.counters().get("writes");
    choose("Checking", "Savings");

    var told = replay();
    var replay = replay("--json");

    choose("Savings", "Checking");
    assertThat(told.status()).as(told.err()).isEqualTo(1);
    assertThat(told.out())
        .contains("1 would be posted otherwise", "account was    Checking", "would be Savings");
    var documents = replay.json().get("different").get(0).get("documents");
    assertThat(documents.findValuesAsText("kind"))
        .containsExactly("sales-receipt", "refund-receipt");
    assertThat(documents.findValuesAsText("what")).containsOnly("changed");
    assertThat(documents.findValuesAsText("field")).containsOnly("account");
    assertThat(documents()).isEqualTo(before);
    assertThat(world.company.counters().get("writes")).isEqualTo(writes);
  }

  @Test
  void what_would_be_held_today_says_why() throws IOException {
    choose("New York City", "Nowhere");

    var replay = replay();

    choose("Nowhere", "New York City");
    assertThat(replay.status()).isEqualTo(1);
    assertThat(replay.out()).contains("would be held: ", "and would not be today");
  }

  private String documents() {
    return world
        .bean(JdbcClient.class)
        .sql("select string_agg(d::text, ' ' order by id) from document d")
        .query(String.class)
        .single();
  }

  private void choose(String what, String instead) throws IOException {
    Files.writeString(world.file(), Files.readString(world.file()).replace(what, instead));
  }
}
