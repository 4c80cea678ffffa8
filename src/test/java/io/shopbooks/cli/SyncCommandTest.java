package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Leases;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Fault;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.pretend.woocommerce.Trouble;
import io.shopbooks.quickbooks.Waiting;
import io.shopbooks.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;

class SyncCommandTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      taxes: { mode: mapped, us-code: New York City }
      """;

  private World world;

  @AfterEach
  void close() {
    world.close();
  }

  private World world(String choices) {
    world = World.of(Store.us(), Region.US, choices);
    return world;
  }

  private void sells(String sku) {
    world.shop.sells(NewOrder.anOrder().of(sku).paidBy("stripe"));
  }

  @Test
  void everything_in_the_books_ends_with_0() {
    world(CHOICES);
    sells("TSHIRT-01");

    var sync = Typed.in(world, "sync", "acme");

    assertThat(sync.status()).isZero();
    assertThat(sync.out())
        .contains(
            "acme: 1 order received, 1 posted",
            "0 held",
            "Shop $21.76, Books $21.76, Unexplained $0.00");
    assertThat(world.company.documents("SalesReceipt")).hasSize(1);
  }

  @Test
  void machines_get_one_json_line_and_nothing_else_on_stdout() {
    world(CHOICES);
    sells("TSHIRT-01");

    var sync = Typed.in(world, "sync", "acme", "--json");

    assertThat(sync.status()).isZero();
    assertThat(sync.out().strip().lines()).hasSize(1);
    assertThat(sync.json().get("connection").asText()).isEqualTo("acme");
    assertThat(sync.json().get("received").asInt()).isEqualTo(1);
    assertThat(sync.json().get("posted").asInt()).isEqualTo(1);
    assertThat(sync.json().fieldNames())
        .toIterable()
        .containsExactly(
            "connection",
            "received",
            "posted",
            "updated",
            "skipped",
            "held",
            "doubtful",
            "documents",
            "totals");
  }

  @Test
  void something_held_ends_with_1_and_says_what_to_do() {
    world(CHOICES.replace("mapped, us-code: New York City", "mapped"));
    sells("TSHIRT-01");

    var sync = Typed.in(world, "sync", "acme");

    assertThat(sync.status()).isEqualTo(1);
    assertThat(sync.out())
        .contains("1 held", "The sales tax has no tax code", "shopbooks held retry acme --order ");
  }

  @Test
  void a_shop_that_does_not_answer_ends_with_3() {
    world(CHOICES).with("shopbooks.shop.attempts", "1");
    world.shop.fails(Fault.every("/orders").with(Trouble.htmlPage(503)));

    var sync = Typed.in(world, "sync", "acme");

    assertThat(sync.status()).isEqualTo(3);
    assertThat(sync.err()).contains("The shop cannot be reached: ", "answered 503");
  }

  @Test
  void a_company_nobody_is_signed_in_to_ends_with_3() {
    world(CHOICES);
    world.quickbooks.disconnect(World.REALM);

    var sync = Typed.in(world, "sync", "acme", "--json");

    assertThat(sync.status()).isEqualTo(3);
    assertThat(sync.err())
        .contains("Not signed in to QuickBooks: ", "To sign in, run: shopbooks connect acme");
    assertThat(sync.json().get("posted").asInt()).isZero();
  }

  @Test
  void an_unknown_connection_ends_with_2_and_names_those_there_are() {
    world(CHOICES);

    var sync = Typed.in(world, "sync", "amce", "--json");

    assertThat(sync.status()).isEqualTo(2);
    assertThat(sync.err()).contains("There is no connection 'amce'", "acme");
    assertThat(sync.json().get("error").asText()).contains("amce");
    assertThat(sync.json().get("remedy").asText()).contains("acme");
  }

  @Test
  void a_broken_connection_ends_with_2_and_tells_file_and_line() throws IOException {
    world(CHOICES);
    Files.writeString(world.file(), Files.readString(world.file()) + "sale: { unpaid: wait }\n");

    var sync = Typed.in(world, "sync", "acme");

    assertThat(sync.status()).isEqualTo(2);
    assertThat(sync.err())
        .contains(world.file() + ":11: sale")
        .doesNotContain("\tat ", "Exception");
  }

  @Test
  void named_days_are_read_again_whatever_was_read_before() {
    world(CHOICES);
    sells("TSHIRT-01");
    Typed.in(world, "sync", "acme");
    world.shop.forgetsCalls();

    var sync = Typed.in(world, "sync", "acme", "--since", "2026-01-01");

    assertThat(sync.status()).isZero();
    assertThat(world.shop.audit().requests()).isNotEmpty();
    assertThat(world.company.documents("SalesReceipt")).hasSize(1);
  }

  @Test
  void days_before_the_start_date_are_refused() {
    world(CHOICES);

    var sync = Typed.in(world, "sync", "acme", "--until", "2025-12-31");

    assertThat(sync.status()).isEqualTo(2);
    assertThat(sync.err()).contains("start date 2026-01-01");
  }

  @Test
  void a_second_sync_of_a_connection_waits_for_the_first() {
    world(CHOICES);
    sells("TSHIRT-01");
    var leases = world.bean(Leases.class);
    assertThat(leases.take("sync acme")).isTrue();
    var waits = new AtomicInteger();
    var waiting =
        (Waiting)
            time -> {
              if (waits.incrementAndGet() == 2) {
                leases.release("sync acme");
              }
            };
    var sync = Typed.with(with(waiting), "sync", "acme");

    assertThat(sync.status()).isZero();
    assertThat(waits).hasValue(2);
    assertThat(sync.err()).contains("Another process syncs acme just now");
    assertThat(world.company.documents("SalesReceipt")).hasSize(1);
  }

  /** The application of the world, where time passes as told. */
  private Application with(Waiting waiting) {
    return new Application() {
      @Override
      public int work(boolean demo, Work work) throws Exception {
        var beans = new StaticApplicationContext();
        beans.registerBean(
            Syncing.class,
            () ->
                new Syncing(
                    world.bean(Connections.class),
                    new Turns(world.bean(ProducerTemplate.class), waiting),
                    world.bean(Reports.class),
                    world.bean(ProgressLine.class),
                    Clock.systemUTC()));
        return work.with(beans);
      }

      @Override
      public int serve(boolean demo) {
        throw new AssertionError();
      }
    };
  }
}
