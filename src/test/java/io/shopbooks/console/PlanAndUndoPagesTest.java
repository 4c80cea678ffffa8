package io.shopbooks.console;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Planning, applying, taking back and bringing again, on the pages. */
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
    return browser.presses(page, form.attr("action"));
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
