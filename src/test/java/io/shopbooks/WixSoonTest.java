package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Due;
import io.shopbooks.ledger.Standing;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.wix.Delivery;
import io.shopbooks.pretend.wix.Habit;
import io.shopbooks.pretend.wix.NewCharge;
import io.shopbooks.pretend.wix.NewOrder;
import io.shopbooks.pretend.wix.NewPlan;
import io.shopbooks.pretend.wix.NewTickets;
import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixApp;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.pretend.woocommerce.Store;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How soon a sale of a Wix site is in the books: by its webhooks, and without any. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WixSoonTest {

  private static final String[] TOLD = {
    "PAYMENT_EVENT",
    "wix.ecom.v1.order_approved",
    "wix.ecom.v1.order_updated",
    "wix.ecom.v1.order_payment_status_updated",
    "wix.events.ticketing.events.OrderConfirmed",
    "wix.pricing_plans.v2.order_purchased"
  };

  private static World world;
  private static PretendWix wix;
  private static ConnectionFile file;

  @BeforeAll
  static void serve() {
    world =
        World.of(
                Store.us(),
                Region.US,
                "sync: { time-zone: America/New_York, start-date: 2026-01-01 }")
            .with("shopbooks.shop.wix-calls-per-minute", "100000")
            .served();
    var site = WixSite.us().limitedTo(0).with(Habit.TELLS_TWICE).with(Habit.TELLS_BACKWARDS);
    wix =
        world.opens(
            site,
            """
            sync: { time-zone: America/New_York }
            sales: { number: { prefix: "W-" } }
            taxes: { mode: mapped, us-code: New York City }
            """);
    file = new ConnectionFile(world.mappings.resolve("connections/wix.yaml"));
    var key = wix.webhooks().publicKey().strip().replace("\n", "\\n");
    var instance = wix.access().client().instanceId();
    file.edit("shop: { app-public-key: \"%s\", instance-id: %s }".formatted(key, instance));
    wix.webhooks().subscribe(world.address() + "/webhooks/wix", TOLD);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  @Order(1)
  void what_another_key_signed_is_refused() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(world.address() + "/webhooks/wix"))
            .POST(BodyPublishers.ofString("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmVk"))
            .build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void with_webhooks_sales_of_all_apps_are_in_the_books_within_a_minute_of_their_payment() {
    var paid = now();
    wix.sells(NewOrder.anOrder().of("Hat", "10").of("Shirt", "20"));
    wix.sells(NewTickets.of("Seat", "32.50", 1));
    wix.sells(NewPlan.of("Gold", "49"));
    wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4.99").of("Film", "4.99"));

    // Each twice and the newest first; the pretend site waits no longer than a real one.
    var sent = wix.deliversWebhooks();
    assertThat(sent).hasSizeGreaterThan(10);
    assertThat(sent).extracting(Delivery::answer).containsOnly(200);

    awaitReceipts("4.99", "30", "32.5", "49");
    assertThat(Duration.between(paid, now())).isLessThan(Duration.ofMinutes(1));
    assertThat(world.bean(Standing.class).lastRun("wix")).as("no sync was needed").isEmpty();
  }

  @Test
  @Order(3)
  void a_delivery_that_comes_again_books_nothing_again() {
    wix.sells(NewOrder.anOrder().of("Mug", "7"));
    wix.deliversWebhooks();
    awaitReceipts("4.99", "30", "32.5", "49", "7");

    wix.forgetsBuyerOf(wix.charges(NewCharge.aCharge(WixApp.MUSIC, "9").of("Album", "9")));
    wix.deliversWebhooks();

    awaitReceipts("4.99", "30", "32.5", "49", "7", "9");
  }

  @Test
  @Order(4)
  void without_webhooks_a_sale_is_in_the_books_with_the_next_look_after_five_minutes() {
    var due = world.bean(Due.class);
    due.due();
    wix.sells(NewOrder.anOrder().of("Lamp", "12"));

    world.bean(HurriedClock.class).await(Duration.ofMinutes(5));

    assertThat(due.due()).extracting(Connection::name).contains("wix");
    world.sync("wix");
    awaitReceipts("4.99", "30", "32.5", "49", "7", "9", "12");
  }

  private static void awaitReceipts(String... totals) {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(receipts()).containsExactlyInAnyOrder(totals));
  }

  private static List<String> receipts() {
    return world.company.documents("SalesReceipt").stream()
        .map(PretendDocument::total)
        .map(total -> total.stripTrailingZeros().toPlainString())
        .toList();
  }

  private static Instant now() {
    return world.bean(Clock.class).instant();
  }
}
