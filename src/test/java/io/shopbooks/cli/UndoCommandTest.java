package io.shopbooks.cli;

import static io.shopbooks.cli.Books.active;
import static io.shopbooks.cli.Books.sale;
import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Buyer;
import io.shopbooks.pretend.woocommerce.NewRefund;
import io.shopbooks.pretend.woocommerce.Store;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What `undo` takes back, and that `redo` brings it all to the books again. */
@TestInstance(Lifecycle.PER_CLASS)
class UndoCommandTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      sales:
        number: { prefix: "W-" }
        document: [ { when: { gateway: cod }, then: invoice } ]
        split-payments: per-payment
      products: { create: sold }
      taxes: { rates: { "NY State Tax + NYC City Tax": New York City } }
      payments:
        methods: { stripe: { account: Stripe clearing }, "*": { account: Undeposited Funds } }
        fees: { account: Merchant fees, meta: [_stripe_fee] }
      """;

  private static final Buyer ZELDA = Buyer.at("Zelda Zabriskie", "New York", "NY", "US");

  private final World world =
      World.of(Store.us(), Region.US, CHOICES).with("quickbooks.per-second", "10");

  @AfterAll
  void close() {
    world.close();
  }

  private Typed typed(String... arguments) {
    return Typed.in(world, arguments);
  }

  private String synced() {
    var sync = typed("sync", "acme");
    assertThat(sync.status()).as(sync.out() + sync.err()).isZero();
    return typed("undo", "--json").json().get(0).get("id").asText();
  }

  @Test
  void undone_and_done_again_the_books_are_as_if_nothing_had_been() {
    var empty = Books.of(world.company);
    var receipt = world.shop.sells(anOrder().of("LAMP-3571").to(ZELDA).paidBy("stripe"));
    world.shop.sells(anOrder().of("LAMP-3571").to(ZELDA).paidBy("cod"));
    world.shop.refunds(receipt, NewRefund.aRefund().of("LAMP-3571", 1));
    var run = synced();
    var before = Books.of(world.company);
    assertThat(before.documents()).hasSizeGreaterThan(2);

    var shown = typed("undo", run);
    var plan = typed("undo", run, "--json").json();

    assertThat(shown.status()).as(shown.err()).isZero();
    assertThat(shown.out())
        .contains("documents to delete, 0 orders stay", "shopbooks undo " + run + " --yes ");
    assertThat(Books.of(world.company)).isEqualTo(before);

    var undone = typed("undo", run, "--yes", plan.get("fingerprint").asText());

    assertThat(undone.status()).as(undone.out() + undone.err()).isZero();
    assertThat(Books.of(world.company)).isEqualTo(empty);
    assertThat(plan.get("made")).isNotEmpty();
    assertThat(active(world.company, "Customer")).noneMatch(json -> json.contains("Zabriskie"));
    assertThat(active(world.company, "Item")).noneMatch(json -> json.contains("LAMP-3571"));
    assertThat(typed("sync", "acme").out()).contains("Unexplained $0.00");
    assertThat(Books.of(world.company)).as("undone orders stay out").isEqualTo(empty);

    var redone = typed("redo", run);

    assertThat(redone.status()).as(redone.out() + redone.err()).isZero();
    assertThat(Books.of(world.company)).isEqualTo(before);
    assertThat(active(world.company, "Item")).anyMatch(json -> json.contains("LAMP-3571"));
    assertThat(redone.out()).contains("Unexplained $0.00");
    assertThat(typed("redo", run).status()).isEqualTo(2);
  }

  @Test
  void receipts_of_parts_and_the_fee_of_a_gateway_go_and_come_again_and_the_report_ties_out() {
    var without = Books.of(world.company);
    var part =
        """
        {"id":"%s","amount":"%s","paid":"2026-11-22T12:00:00","method":"stripe","title":"Card"}""";
    var parts = "[" + part.formatted("a", "6.51") + "," + part.formatted("b", "15.25") + "]";
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe").withMeta("_payments", parts));
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe").withMeta("_stripe_fee", "0.93"));
    var run = synced();
    var before = Books.of(world.company);
    assertThat(before.documents()).hasSize(without.documents().size() + 4);
    assertThat(before.documents()).anyMatch(told -> told.startsWith("Purchase "));

    var undone = typed("undo", run, "--yes");

    assertThat(undone.status()).as(undone.out() + undone.err()).isZero();
    assertThat(Books.of(world.company)).isEqualTo(without);
    var report = typed("sync", "acme", "--json").json().get("totals").get(0);
    assertThat(report.get("shop").asText()).isNotEqualTo("0.00");
    assertThat(report.get("explained")).isEqualTo(report.get("shop"));
    assertThat(report.get("unexplained").asText()).isEqualTo("0.00");

    var redone = typed("redo", run, "--json");

    assertThat(redone.status()).as(redone.out() + redone.err()).isZero();
    assertThat(Books.of(world.company)).isEqualTo(before);
    var again = redone.json().get("totals").get(0);
    assertThat(again.get("books")).isEqualTo(again.get("shop"));
    assertThat(again.get("unexplained").asText()).isEqualTo("0.00");
  }

  @Test
  void what_a_person_changed_and_what_is_closed_stays_and_says_why() {
    var changed = world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var other = world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var run = synced();
    world.company.edit(
        "SalesReceipt", sale(world.company, changed).id(), "{\"PaymentRefNum\":\"by hand\"}");

    var plan = typed("undo", run);

    assertThat(plan.status()).isEqualTo(1);
    assertThat(plan.out())
        .contains("1 documents to delete, 1 orders stay", "was changed in QuickBooks since");

    world.company.preferences().closeBooks(LocalDate.parse("2030-12-31"));
    var closed = typed("undo", run, "--yes");
    world.company.preferences().closeBooks(null);

    assertThat(closed.status()).isEqualTo(1);
    assertThat(closed.out())
        .contains("0 of 0 documents deleted, 2 orders stay", "closed, until December 31, 2030");
    assertThat(sale(world.company, other)).isNotNull();
    assertThat(typed("undo", run).out()).contains("1 documents to delete");
  }

  @Test
  void a_plan_that_fits_no_more_deletes_nothing() {
    var order = world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var run = synced();
    var fingerprint = typed("undo", run, "--json").json().get("fingerprint").asText();
    world.company.edit(
        "SalesReceipt", sale(world.company, order).id(), "{\"PaymentRefNum\":\"by hand\"}");

    var undone = typed("undo", run, "--yes", fingerprint);

    assertThat(undone.status()).isEqualTo(2);
    assertThat(undone.err()).contains("changed since. Nothing was deleted.");
    assertThat(sale(world.company, order)).isNotNull();
  }

  @Test
  void a_sale_whose_refund_is_of_a_later_run_stays_until_that_run_is_taken_back() {
    var order = world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var first = synced();
    world.shop.refunds(order, NewRefund.aRefund().of("TSHIRT-01", 1));
    var second = synced();

    assertThat(typed("undo", first).out())
        .contains("of another run depends on", "Undo that run first");

    assertThat(typed("undo", second, "--yes").status()).isZero();
    assertThat(typed("undo", first, "--yes").status()).isZero();
    assertThat(world.company.documents()).noneMatch(d -> d.number().startsWith("W-" + order));
  }

  @Test
  void a_lost_answer_and_a_lost_request_are_asked_about() {
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));
    var run = synced();
    var before = world.company.documents().size();
    var answer = world.quickbooks.order(Fault.loseAnswer().on("POST", "payment"));
    var request = world.quickbooks.order(Fault.loseRequest().on("POST", "invoice"));

    var undone = typed("undo", run, "--yes");

    assertThat(undone.status()).as(undone.out() + undone.err()).isZero();
    assertThat(answer.strikes()).isPositive();
    assertThat(request.strikes()).isPositive();
    assertThat(world.company.documents()).hasSize(before - 2);
  }

  @Test
  void what_broke_off_in_the_middle_is_ended_by_the_next_sync() {
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));
    var run = synced();
    var before = world.company.documents().size();
    // The first question is the plan's; then QuickBooks answers nothing for as long as it is asked.
    world.quickbooks.order(Fault.html(503).on("GET", "invoice").nth(2).times(3));

    var broken = typed("undo", run, "--yes");

    assertThat(broken.status()).as(broken.out() + broken.err()).isEqualTo(3);
    assertThat(world.company.documents()).as("the payment is gone").hasSize(before - 1);
    world.quickbooks.clearFaults();
    world.restart();
    assertThat(typed("sync", "acme").status()).isZero();
    assertThat(world.company.documents()).hasSize(before - 2);
    assertThat(typed("undo", run, "--json").json().get("documents").asInt()).isZero();
  }

  @Test
  void how_far_it_is_is_told_while_it_looks_and_while_it_deletes() throws Exception {
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));

    assertThat(WatchedUndo.of(synced(), world))
        .containsExactly(
            "acme: 1 of 2 documents looked at",
            "acme: 1 documents deleted, 1 to go",
            "acme: 2 documents deleted, 0 to go");
  }

  @Test
  void what_quickbooks_refuses_to_delete_stays_and_is_named() {
    var order = world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var run = synced();
    world.quickbooks.order(Fault.code(400, "6540", FaultShape.BUSINESS).on("POST", "salesreceipt"));

    var refused = typed("undo", run, "--yes");

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out()).contains("0 of 1 documents deleted", "not deleted: order " + order);
    assertThat(typed("undo", run, "--yes").status()).isZero();
    assertThat(world.company.documents()).noneMatch(d -> d.number().equals("W-" + order));
  }

  @Test
  void a_run_nobody_knows_is_refused() {
    var undone = typed("undo", "4711");

    assertThat(undone.status()).isEqualTo(2);
    assertThat(undone.err()).contains("There is no run 4711");
  }
}
