package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The pages of a connection, and what their buttons do. Those that change something come last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesTest {

  private static World world;
  private static Browser olga;

  @BeforeAll
  static void serve() {
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: "0 0 3 * * ?" }
                products: { create: never }
                taxes: { mode: mapped, us-code: New York City }
                payments:
                  # Cards are paid out on Mondays.
                  methods: { stripe: { account: Undeposited Funds } }
                """)
            .with("quickbooks.document-url", "https://books.example/{realm}/{entity}/{id}")
            .served();
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-1"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("gift<b>").numbered("A-2"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("voucher").numbered("A-3"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("voucher").numbered("A-4"));
    world.sync();
    olga = Visitors.operator(world, "en");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static String sales(String query) {
    return olga.opens("/connections/acme/sales" + query).select("table.sales tbody").text();
  }

  @Test
  @Order(1)
  void sales_are_found_by_number_document_customer_and_amount() {
    var all = sales("");
    assertThat(all).contains("A-1", "A-2", "A-3", "A-4", "Sales receipt", "In the books", "Held");

    assertThat(sales("?q=a-1")).contains("A-1").doesNotContain("A-2");
    assertThat(sales("?q=21.76")).contains("A-1", "A-4");
    var customer = olga.opens("/connections/acme/sales").select("td[data-label=Customer]");
    var lastName = customer.get(0).text().replaceAll(".* ", "");
    assertThat(lastName).isNotEmpty();
    assertThat(sales("?q=" + lastName.substring(0, 3))).contains("A-1");
    assertThat(olga.opens("/connections/acme/sales?q=nothing-like-it").text())
        .contains("Nothing was found", "Show all");
  }

  @Test
  @Order(1)
  void sales_are_filtered_by_state_kind_and_date() {
    assertThat(sales("?state=in-books")).contains("A-1").doesNotContain("A-2");
    assertThat(sales("?state=held")).contains("A-2", "A-3").doesNotContain("A-1");
    assertThat(sales("?state=waiting")).isEmpty();
    assertThat(sales("?kind=sales-receipt")).contains("A-1").doesNotContain("A-2");
    assertThat(sales("?kind=invoice")).isEmpty();
    assertThat(sales("?from=2099-01-01")).isEmpty();
    assertThat(sales("?until=2026-01-01")).isEmpty();
    assertThat(sales("?from=nonsense&after=nonsense")).contains("A-1");
  }

  @Test
  @Order(1)
  void a_sale_shows_the_order_the_documents_what_was_sent_and_its_history() {
    var list = olga.opens("/connections/acme/sales?q=A-1");
    var page = olga.opens(list.select("table.sales a").attr("href"));

    assertThat(page.select("h1").text()).isEqualTo("Order A-1");
    var receipt = world.company.documents("SalesReceipt").get(0).id();
    assertThat(page.select("table.documents a").attr("href"))
        .isEqualTo("https://books.example/" + World.REALM + "/salesreceipt/" + receipt);
    assertThat(page.select("table.documents").text()).contains("$21.76 $21.76");
    assertThat(page.select("pre").text())
        .contains("\"billing\"", "\"TotalAmt\"", "shopbooks:", "\"payment\"");
    assertThat(page.select("section").text()).contains("What was sent", "200");
    assertThat(page.select("table.history").text())
        .contains("Came from the shop", "Planned", "Posted");
    olga.opens("/connections/acme/sales/none-of-this-id");
    assertThat(olga.status()).isEqualTo(404);
  }

  @Test
  @Order(1)
  void runs_are_listed_and_lead_to_their_reports() {
    var page = olga.opens("/connections/acme/runs");

    assertThat(page.select("table tbody tr")).hasSize(1);
    assertThat(page.select("table a").attr("href")).matches("/connections/acme/reports/\\d+");
    assertThat(page.select("table .tag").text()).isEqualTo("Done");
  }

  @Test
  @Order(1)
  void routes_are_a_picture_with_what_went_through_them() {
    var page = olga.opens("/routes");

    assertThat(page.select("svg.flows text").text()).contains("sync-connection", "run-sync");
    assertThat(page.select("svg.flows path.line")).hasSizeGreaterThan(10);
    var row = page.select("table.rows tr:contains(plan-documents)").first();
    assertThat(row.select("td.number").first().text()).isNotEqualTo("0");
    assertThat(olga.opens("/routes/counts").select("#live svg.flows")).hasSize(1);
  }

  @Test
  @Order(1)
  void held_ones_stand_together_by_reason_and_remedy() {
    var page = olga.opens("/connections/acme/held");

    assertThat(page.select("article.held")).hasSize(2);
    var vouchers = page.select("article.held:contains(A-3)").first();
    assertThat(vouchers.text()).contains("A-4", "$43.52", "In mappings/connections/acme.yaml:");
    assertThat(olga.opens("/held").select("article.held")).hasSize(2);
    assertThat(page.select(".top .count").text()).isEqualTo("3");
    var vera = Visitors.viewer(world, "en");
    assertThat(vera.opens("/held").select("main form, main .button")).isEmpty();
  }

  @Test
  @Order(1)
  void a_connection_that_is_not_there_is_no_page() {
    for (var path : new String[] {"", "/sales", "/held", "/runs", "/progress"}) {
      olga.opens("/connections/nowhere" + path);
      assertThat(olga.status()).as(path).isEqualTo(404);
    }
  }

  @Test
  @Order(2)
  void one_that_is_left_as_it_is_needs_a_reason_and_stays_visible() {
    var page = olga.opens("/connections/acme/held");
    var gift = page.select("article.held:contains(A-2)").first();
    var form = gift.select("td form[action$=ignore]").first();
    var hold = form.select("input[name=hold]").attr("value");

    assertThat(olga.fills(form, Map.of("reason", " ")).text()).contains("say why");
    var after = olga.fills(form, Map.of("reason", "entered by hand"));

    assertThat(hold).isNotEmpty();
    assertThat(after.select("article.held")).hasSize(1);
    assertThat(after.select("table.ignored").text())
        .contains("A-2", "entered by hand (Olga)", "$21.76");
    assertThat(sales("?state=ignored")).contains("A-2");
  }

  @Test
  @Order(3)
  void trying_again_tells_what_is_still_held() {
    var page = olga.opens("/connections/acme/held");

    var after = olga.fills(page.select("article.held > .actions form").first(), Map.of());

    assertThat(after.select(".notice").text()).isEqualTo("Tried again: 2. Still held: 2.");
  }

  @Test
  @Order(4)
  void a_remedy_shows_its_difference_then_writes_it_and_mends_the_whole_group() throws IOException {
    var held = olga.opens("/connections/acme/held");
    var remedy = olga.opens(held.select("article.held a.button").attr("href"));
    assertThat(remedy.select("pre.difference .added").text()).contains("voucher");
    var before = Files.readString(world.file());

    var wrong =
        olga.opens("/connections/acme/held/remedy?group=" + group(remedy) + "&choice=Nobody");
    assertThat(wrong.select("[role=alert]")).isNotEmpty();
    assertThat(wrong.select("form[method=post][action$=remedy]")).isEmpty();
    var form = remedy.select("form[method=post][action$=remedy]").first();
    assertThat(olga.fills(form, Map.of("fingerprint", "another")).text())
        .contains("somebody changed the file meanwhile");
    assertThat(Files.readString(world.file())).isEqualTo(before);

    var after = olga.fills(form, Map.of());

    assertThat(after.select(".notice").text())
        .isEqualTo("Tried again: 2. Nothing of it is held any more.");
    assertThat(Files.readString(world.file()))
        .contains("# Cards are paid out on Mondays.", "voucher");
    assertThat(world.company.documents("SalesReceipt")).hasSize(3);
    assertThat(olga.fills(form, Map.of()).text()).contains("Nothing of this is held any more");
  }

  private static String group(Document remedy) {
    return remedy.select("input[name=group]").attr("value");
  }

  @Test
  @Order(5)
  void a_sync_starts_at_once_and_the_page_follows_it() {
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-5"));

    olga.presses(olga.opens("/connections/acme"), "/connections/acme/sync");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              olga.opens("/connections/acme/progress");
              assertThat(olga.header("HX-Refresh")).isEqualTo("true");
            });
    assertThat(sales("?q=A-5")).contains("In the books");
  }

  @Test
  @Order(5)
  void automatic_sync_is_switched_off_and_on_and_the_schedule_stays_in_the_file() {
    var on = olga.opens("/connections/acme");
    assertThat(on.text()).contains("Syncs by itself, when the file says: 0 0 3 * * ?");

    var off = olga.presses(on, "/connections/acme/automatic");
    assertThat(off.text()).contains("switched off here", "0 0 3 * * ?", "On demand");

    assertThat(olga.presses(off, "/connections/acme/automatic").text())
        .contains("Automatic sync is on", "Syncs by itself");
  }
}
