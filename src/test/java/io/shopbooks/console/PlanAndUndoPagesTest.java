package io.shopbooks.console;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Planning, applying, mapping again, taking back and bringing again, on the pages. */
@TestInstance(Lifecycle.PER_CLASS)
class PlanAndUndoPagesTest {

  private final World world =
      World.of(
              Store.us(),
              Region.US,
              """
              sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: off }
              sales: { number: { prefix: "W-" } }
              products: { create: sold }
              taxes: { mode: mapped, us-code: New York City }
              payments: { methods: { stripe: { account: Checking }, "*": { account: Undeposited Funds } } }
              """)
          .served();

  @AfterAll
  void close() {
    world.close();
  }

  private Browser signedIn(String language) {
    return Visitors.operator(world, language);
  }

  /** Presses the button whose form goes to an address that ends so. */
  private static Document press(Browser browser, Document page, String ends) {
    var form = page.selectFirst("main form[action$=" + ends + "]");
    return settled(browser, browser.presses(page, form.attr("action")));
  }

  /** What the page shows once it is at an end with what it began. */
  private static Document settled(Browser browser, Document page) {
    var shown = page;
    while (!shown.select("#turn a").isEmpty()) {
      shown = browser.opens(browser.path());
    }
    return shown;
  }

  @Test
  void what_takes_long_goes_on_without_its_page_which_looks_again() {
    var browser = signedIn("en");
    var late = new CountDownLatch(1);
    var asked = world.quickbooks.order(Fault.slow(late).on("GET", ""));
    var page = browser.opens("/connections/acme/plan");

    var begun = browser.presses(page, "/connections/acme/plan");

    assertThat(asked.strikes()).isPositive();
    assertThat(begun.select("#turn").text()).contains("Planning.", "Look again");
    assertThat(begun.select("main form")).as("nothing else can be begun").isEmpty();
    var again = browser.presses(page, "/connections/acme/plan");
    assertThat(again.select(".notice.held").text()).contains("Try again when that has ended");
    var part = begun.select("#turn").attr("hx-get");
    assertThat(browser.opens(part).text()).contains("Planning.");
    assertThat(browser.header("HX-Refresh")).isEmpty();
    late.countDown();
    world.quickbooks.clearFaults();
    browser.opens("/connections/acme/plan");
    assertThat(settled(browser, begun).select("#plan-sum, .empty")).isNotEmpty();
    assertThat(browser.opens(part).text()).isEmpty();
    assertThat(browser.header("HX-Refresh")).isEqualTo("true");
  }

  @Test
  void what_would_be_posted_otherwise_is_shown_per_order_in_both_languages() throws IOException {
    var order = world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    world.sync();
    var writes = world.company.counters().get("writes");
    var browser = signedIn("en");
    var page = browser.opens("/connections/acme/replay");
    assertThat(page.select("input[name=from]").attr("value")).isNotEmpty();

    assertThat(compare(browser, page, "2026-01-01", "2030-12-31").select("main").text())
        .contains("All of it would be posted as it was");
    choose("Checking", "Savings");
    var told = compare(browser, page, "2026-01-01", "2030-12-31");
    var french = signedIn("fr").opens("/connections/acme/replay");
    choose("Savings", "Checking");

    assertThat(told.select("main").text())
        .contains("W-" + order, "would be another", "Account", "Checking", "Savings");
    assertThat(french.select("main").text())
        .contains("W-" + order, "serait différent", "Compte", "Checking", "Savings");
    assertThat(world.company.counters().get("writes")).isEqualTo(writes);
    assertThat(compare(browser, page, "2026-02-01", "2026-01-01").select(".notice.bad").text())
        .contains("The last day is before the first");
    assertThat(Visitors.viewer(world, "en").opens("/connections/acme/replay").select("main form"))
        .isEmpty();
  }

  private static Document compare(Browser browser, Document page, String from, String until) {
    return settled(
        browser,
        browser.fills(page, "/connections/acme/replay", Map.of("from", from, "until", until)));
  }

  private void choose(String what, String instead) throws IOException {
    Files.writeString(world.file(), Files.readString(world.file()).replace(what, instead));
  }

  @Test
  void what_is_shown_is_sent_taken_back_and_brought_again() {
    world.application();
    var order = world.shop.sells(anOrder().of("LAMP-3571").paidBy("stripe"));
    var browser = signedIn("en");

    var empty = browser.opens("/connections/acme/plan");
    assertThat(empty.select("main table")).isEmpty();
    var plan = press(browser, empty, "/plan");

    assertThat(plan.select("main").text())
        .contains(
            "Create",
            "W-" + order,
            "Effect on each account",
            "Sales tax",
            "Made in the company first");
    assertThat(world.company.documents()).isEmpty();

    var applied = press(browser, plan, "/plan/apply");

    assertThat(applied.select(".notice.good").text()).contains("The plan was applied");
    assertThat(world.company.documents()).hasSize(1);
    assertThat(press(browser, plan, "/plan/apply").select(".notice.bad").text())
        .contains("applied already");

    var run = world.bean(PastRuns.class).last(1).get(0).id();
    var undo = browser.opens("/connections/acme/runs/" + run + "/undo");
    var looked = press(browser, undo, "/undo");
    assertThat(looked.select("main").text()).contains("W-" + order, "Deleted");
    var undone = press(browser, looked, "/undo/confirm");

    assertThat(undone.select(".notice.good").text()).contains("Deleted documents: 1");
    assertThat(world.company.documents()).isEmpty();

    var redone = press(browser, undone, "/redo");

    assertThat(redone.select(".notice.good").text()).contains("1");
    assertThat(world.company.documents()).hasSize(1);
  }

  @Test
  void how_far_taking_back_is_can_be_seen_in_both_languages() {
    world.sync();
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    world.sync();
    var undo = "/connections/acme/runs/" + world.bean(PastRuns.class).last(1).get(0).id() + "/undo";
    var browser = signedIn("en");
    var french = signedIn("fr");
    var looks = new CountDownLatch(1);
    world.quickbooks.order(Fault.slow(looks).on("GET", "salesreceipt").nth(2));

    var looking = browser.presses(browser.opens(undo), undo);

    assertThat(looking.select("#turn").text())
        .contains("Looking at the documents", "Looked at: 1 of 2.");
    assertThat(french.opens(undo).select("#turn").text()).contains("Examinés : 1 sur 2.");
    looks.countDown();
    var looked = settled(browser, looking);
    var deletes = new CountDownLatch(1);
    world.quickbooks.order(Fault.slow(deletes).on("POST", "salesreceipt").nth(2));

    var deleting = browser.presses(looked, undo + "/confirm");

    assertThat(deleting.select("#turn").text()).contains("Deleted: 1. Left: 1.");
    assertThat(french.opens(undo).select("#turn").text()).contains("Supprimés : 1. Restent : 1.");
    deletes.countDown();
    assertThat(settled(browser, deleting).select(".notice.good").text())
        .contains("Deleted documents: 2");
  }

  @Test
  void a_plan_that_fits_no_more_sends_nothing_and_says_so_in_french() {
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var browser = signedIn("fr");
    var plan = press(browser, browser.opens("/connections/acme/plan"), "/plan");
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var documents = world.company.documents().size();

    var refused = press(browser, plan, "/plan/apply");

    assertThat(refused.select(".notice.bad").text()).contains("Ce plan ne convient plus");
    assertThat(world.company.documents()).hasSize(documents);
  }

  @Test
  void a_run_of_nobody_is_no_page() {
    var page = signedIn("en").opens("/connections/acme/runs/4711/undo");

    assertThat(page.select("h1").text()).isEqualTo("There is no such page");
  }
}
