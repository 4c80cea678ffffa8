package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopbooks.ledger.Held;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.wix.Fault;
import io.shopbooks.pretend.wix.Habit;
import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixLife;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A month of all apps of a Wix site, lived while it is read: webhooks come twice, in disorder, late
 * or not at all, and answers of both sides are lost. Builds live the same month each time; {@code
 * -Dseed} tries others.
 */
class WixMonthTest {

  private static final long SEED = Long.getLong("seed", 20261122L);
  private static final String AS = "-Dseed=" + SEED;
  private static final int ROUNDS = 10;
  private static final Duration ROUND = Duration.ofDays(30).dividedBy(ROUNDS);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static World world;
  private static PretendWix wix;

  @BeforeAll
  static void open() throws IOException {
    world =
        World.of(
                Store.us(),
                Region.US,
                "sync: { time-zone: America/New_York, start-date: 2026-01-01 }")
            .with("shopbooks.shop.wix-calls-per-minute", "100000")
            .with("shopbooks.shop.first-pause", "10ms")
            .served()
            // Hints are followed between syncs here, by hand, so that a seed gives one history.
            .with("follow-hints.every", "100d");
    world.company.preferences().useCurrencies();
    world.company.lists().addCurrency("EUR");
    var site = WixSite.us().limitedTo(0).with(Habit.TELLS_TWICE).with(Habit.TELLS_BACKWARDS);
    wix =
        world.opens(
            site,
            """
            sync: { time-zone: America/New_York }
            sales: { number: { prefix: "W-" } }
            taxes: { mode: mapped, us-code: New York City }
            """);
    var file = world.mappings.resolve("connections/wix.yaml");
    var app =
        "kind: wix\n  app-public-key: \"%s\"\n  instance-id: %s\n  app-labels: { %s: Wix Art Store }"
            .formatted(
                wix.webhooks().publicKey().strip().replace("\n", "\\n"),
                WixMonth.INSTANCE,
                WixMonth.ART_STORE);
    Files.writeString(file, Files.readString(file).replace("kind: wix", app));
    wix.webhooks().subscribe(world.address() + "/webhooks/wix", "PAYMENT_EVENT");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void a_month_of_all_apps_ends_in_one_document_for_each_finalised_payment() {
    var chance = new Random(SEED);
    var life = new WixLife(wix, SEED);
    var told = new ArrayList<String>();
    for (var round = 0; round < ROUNDS; round++) {
      for (var scene = 0; scene <= life.scenes() / ROUNDS; scene++) {
        told.add(life.lives());
      }
      pass(ROUND);
      trouble(chance);
      if (chance.nextInt(3) > 0) {
        wix.deliversWebhooks();
        followHints();
      }
      world.sync("wix");
    }
    wix.recovers();
    world.quickbooks.clearFaults();
    // Till the last renewal, which comes two weeks after its plan.
    pass(Duration.ofDays(15));
    world.sync("wix");
    world.sync("wix");

    var month = new WixMonth(wix.audit(), told, WixMonthTest::planTotal);
    assertThat(told).as(AS).hasSizeGreaterThan(life.scenes());
    assertThat(world.bean(Held.class).of("wix")).as(AS).isEmpty();
    assertThat(month.problems(receipts())).as(AS).isEmpty();
    assertThat(month.inBooks(receipts())).as(AS).isEqualTo(month.paid()).hasSizeGreaterThan(8);
  }

  private static void trouble(Random chance) {
    switch (chance.nextInt(6)) {
      case 0 -> wix.fails(Fault.on("/transactions").times(2).answers(503));
      case 1 -> wix.fails(Fault.on("/orders/search").truncates());
      case 2 -> wix.fails(Fault.on("/list-by-ids").times(30).cutsAfter());
      default -> {}
    }
    if (chance.nextBoolean()) {
      world.quickbooks.order(
          io.shopbooks.pretend.quickbooks.Fault.loseAnswer().on("POST", "salesreceipt"));
      world.quickbooks.order(
          io.shopbooks.pretend.quickbooks.Fault.loseAnswer().on("POST", "batch").times(2));
    }
  }

  /** What comes of hints is never waited for: the site may be in trouble just now. */
  private static void followHints() {
    world
        .bean(ProducerTemplate.class)
        .send(
            "direct:work-for-connection",
            exchange -> exchange.getMessage().setBody(Map.of("connection", "wix")));
  }

  /** What a plan costs, as the site's own API says. */
  private static BigDecimal planTotal(String plan) {
    var address = world.properties().get("wix.api-url") + "/pricing-plans/v2/orders/" + plan;
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", wix.key().key())
            .header("wix-site-id", wix.siteId())
            .build();
    try {
      var json = HTTP.send(request, BodyHandlers.ofString()).body();
      var order = new ObjectMapper().readTree(json).path("order");
      return new BigDecimal(order.at("/pricing/prices/0/price/total").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pass(Duration time) {
    ((HurriedClock) world.bean(Clock.class)).await(time);
  }

  private static List<PretendDocument> receipts() {
    return world.company.documents("SalesReceipt");
  }
}
