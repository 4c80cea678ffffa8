package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shopbooks.books.Why;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Coverage;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.ledger.UndoPlans;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.wix.Fault;
import io.shopbooks.pretend.wix.NewCharge;
import io.shopbooks.pretend.wix.NewOrder;
import io.shopbooks.pretend.wix.NewPayment;
import io.shopbooks.pretend.wix.NewPlan;
import io.shopbooks.pretend.wix.NewTickets;
import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixApp;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.pretend.woocommerce.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Payments of a Wix site, from its apps to the books. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WixSalesTest {

  private static World world;
  private static PretendWix wix;
  private static String unpaidTickets;

  @BeforeAll
  static void open() {
    world =
        World.of(
                Store.us(),
                Region.US,
                "sync: { time-zone: America/New_York, start-date: 2026-01-01 }")
            .with("shopbooks.shop.wix-calls-per-minute", "100000")
            .with("shopbooks.shop.first-pause", "10ms");
    wix =
        world.opens(
            WixSite.us().limitedTo(0),
            """
            sync: { time-zone: America/New_York }
            sales: { number: { prefix: "W-" } }
            taxes: { mode: mapped, us-code: New York City }
            """);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  @Order(1)
  void each_payment_of_each_app_becomes_one_receipt() {
    wix.sells(NewOrder.anOrder().of("Hat", "10").of("Shirt", "20"));
    wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4.99").of("Film", "4.99"));
    wix.sells(NewTickets.of("General admission", "32.50", 1));
    wix.sells(NewPlan.of("Gold", "49"));
    wix.sells(NewOrder.anOrder().of("Mug", "7").payingOffline());
    var weeksAgo = Instant.now().minus(Duration.ofDays(20));
    unpaidTickets =
        wix.sells(NewTickets.of("Balcony", "18", 1).being("OFFLINE_PENDING").at(weeksAgo));
    wix.charges(NewCharge.aCharge(WixApp.MUSIC, "9").of("Album", "9").being("DECLINED"));

    var run = world.sync("wix");

    assertThat(run).isNotNull();
    assertThat(receipts())
        .extracting(receipt -> receipt.total().stripTrailingZeros().toPlainString())
        .containsExactlyInAnyOrder("30", "4.99", "32.5", "49");
  }

  @Test
  @Order(2)
  void what_is_read_again_through_trouble_is_not_booked_again() {
    var before = receipts().size();
    wix.fails(Fault.on("/transactions").answers(503));
    wix.fails(Fault.on("/orders/search").truncates());

    world.sync("wix");
    world.sync("wix");

    assertThat(receipts()).hasSize(before).isNotEmpty();
  }

  @Test
  @Order(3)
  void a_payment_that_the_cashier_does_not_show_for_a_day_is_held() {
    var before = receipts().size();
    var yesterday = Instant.now().minus(Duration.ofHours(25));
    var late = NewPayment.online("payPal").withRowLateBy(Duration.ofDays(30));
    wix.sells(NewOrder.anOrder().of("Lamp", "12").at(yesterday).paid(late));

    world.sync("wix");

    assertThat(world.bean(Held.class).of("wix"))
        .extracting(hold -> hold.reason().why(), hold -> hold.money().rounded().text())
        .contains(tuple(Why.PAYMENT_UNMATCHED, "12.00"));
    assertThat(receipts()).hasSize(before);
  }

  @Test
  @Order(4)
  void a_plan_that_was_paid_online_and_is_not_at_the_cashier_is_held() {
    var yesterday = Instant.now().minus(Duration.ofHours(25));
    var plan = NewPlan.of("Silver", "19").at(yesterday).missingAtTheCashier();
    var id = wix.sells(plan);

    world.sync("wix");

    assertThat(world.bean(Held.class).of("wix"))
        .extracting(hold -> hold.order().id(), hold -> hold.reason().why())
        .contains(tuple(id, Why.PAYMENT_UNMATCHED));
  }

  @Test
  @Order(5)
  void tickets_that_are_paid_weeks_later_are_a_sale_then() {
    var before = receipts().size();
    wix.fails(Fault.on("/events/").always().answers(403));
    night();
    wix.recovers();
    wix.fails(Fault.on("/").always().answers(401));
    night();
    wix.recovers();
    follow();
    assertThat(receipts()).hasSize(before);

    wix.marksTicketsPaid(unpaidTickets);
    world.sync("wix");
    assertThat(receipts()).as("nobody told it").hasSize(before);
    follow();

    assertThat(receipts())
        .hasSize(before + 1)
        .last()
        .extracting(one -> one.number())
        .isEqualTo("W-" + unpaidTickets);
  }

  @Test
  @Order(6)
  void an_order_with_two_payments_is_taken_back_and_brought_again_whole() {
    world.sync("wix");
    var before = receipts().size();
    var order =
        wix.sells(
            NewOrder.anOrder()
                .of("Coat", "100")
                .paid(NewPayment.online("creditCard").of("40"))
                .paid(NewPayment.online("payPal")));
    world.sync("wix");
    var booked = totalsAfter(before);
    assertThat(booked).as("receipts of order " + order).containsExactlyInAnyOrder("40", "60");
    var newest = world.bean(PastRuns.class).before("wix", Long.MAX_VALUE, 1).get(0);
    assertThat(newest.posted()).isEqualTo(2);
    var run = world.bean(UndoPlans.class).run(newest.id()).orElseThrow();
    var connection = world.bean(Connections.class).named("wix");

    asked("direct:undo-run", Map.of("connection", connection, "pastRun", run, "wanted", "yes"));
    assertThat(receipts()).hasSize(before);
    world.sync("wix");
    assertThat(receipts()).as("undone payments stay out").hasSize(before);

    asked("direct:redo-run", Map.of("connection", connection, "undoneRun", run.id(), "order", ""));
    assertThat(totalsAfter(before)).containsExactlyInAnyOrderElementsOf(booked);
  }

  @Test
  @Order(7)
  void an_order_that_shows_after_its_payment_was_booked_is_held_and_not_booked_again() {
    var before = receipts().size();
    var invoice = NewOrder.anOrder().of("Consulting", "90").via("WIX_INVOICES");
    var late = world.bean(Clock.class).instant().minus(Duration.ofMinutes(20));
    var order = wix.sells(invoice.at(late).seenAfter(Duration.ofMinutes(30)));
    world.sync("wix");
    assertThat(totalsAfter(before)).as("by its payment alone").containsExactly("90");
    var held = world.bean(Held.class).of("wix");

    world.bean(HurriedClock.class).await(Duration.ofMinutes(15));
    world.sync("wix");

    assertThat(totalsAfter(before)).containsExactly("90");
    assertThat(world.bean(Held.class).of("wix"))
        .filteredOn(hold -> held.stream().noneMatch(old -> old.order().equals(hold.order())))
        .extracting(hold -> hold.order().id(), hold -> hold.reason().why())
        .containsExactly(tuple(order, Why.PAYMENT_IN_BOOKS));
  }

  private static List<String> totalsAfter(int before) {
    return receipts().stream()
        .skip(before)
        .map(receipt -> receipt.total().stripTrailingZeros().toPlainString())
        .toList();
  }

  /** As the commands ask for it: the body is the connection's name. */
  private static void asked(String route, Map<String, Object> variables) {
    var done =
        world
            .bean(ProducerTemplate.class)
            .request(
                route,
                exchange -> {
                  exchange.getMessage().setBody("wix");
                  variables.forEach(exchange::setVariable);
                });
    assertThat(done.getException()).isNull();
    assertThat(done.getVariable("rehearsal")).as("its turn").isNotNull();
  }

  /** As every night, and the sync that follows. */
  private static void follow() {
    night();
    world.sync("wix");
  }

  private static void night() {
    var connection = world.bean(Connections.class).named("wix");
    var days = world.bean(Coverage.class).lastDays(connection, 14);
    var sent =
        world
            .bean(ProducerTemplate.class)
            .send(
                "direct:follow-waiting",
                exchange -> {
                  exchange.setVariable("connection", connection);
                  exchange.setVariable("days", days);
                });
    assertThat(sent.getException()).isNull();
  }

  private static List<PretendDocument> receipts() {
    return world.company.documents("SalesReceipt");
  }
}
