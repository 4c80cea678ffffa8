package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.Lookout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the company has is chosen on a page: accounts, items of choices, items of products. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChoosingTest {

  private static final String HELD = "/connections/acme/held";
  private static World world;
  private static Browser olga;

  @BeforeAll
  static void serve() {
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: off }
                sales: { number: { prefix: "W-" } }
                products: { create: never }
                taxes: { mode: mapped, us-code: New York City }
                payments:
                  methods:
                    # Cards are paid out on Mondays.
                    stripe: { account: Stripe box, method: Credit Card }
                    cheque: { account: Merchant fees }
                    cod: { account: Undeposited Funds }
                """)
            .served();
    IntStream.range(0, 40).forEach(n -> world.company.lists().addItem("Poster " + n, "P-" + n));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("S-1"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01", 2).paidBy("stripe").numbered("S-2"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("cheque").numbered("C-1"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("voucher").numbered("V-1"));
    world.sync();
    olga = Visitors.operator(world, "en");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static Document remedyOf(String order) {
    var group = olga.opens(HELD).select("article.held:contains(" + order + ")").first();
    return olga.opens(group.select("a.button").attr("href"));
  }

  private static Document chosen(Document remedy, String name) {
    var group = remedy.select("input[name=group]").attr("value");
    return olga.opens(HELD + "/remedy?group=" + group + "&choice=" + name.replace(" ", "+"));
  }

  @Test
  @Order(1)
  void an_account_that_is_not_there_is_chosen_among_those_that_take_money() throws IOException {
    var before = Files.readString(world.file());
    var remedy = remedyOf("S-1");
    assertThat(remedy.select("#choice option").eachAttr("value"))
        .contains("", "Stripe clearing", "Undeposited Funds")
        .doesNotContain("Merchant fees", "Sales of Product Income", "Accounts Receivable (A/R)");
    assertThat(remedy.select("#choice option[selected]").attr("value"))
        .isEqualTo("Stripe clearing");
    assertThat(remedy.select("pre.difference .added").text()).contains("Stripe clearing");
    assertThat(remedy.select("#choice-hint").text()).contains("payments.methods.stripe.account");

    var wrong = chosen(remedy, "Merchant fees");
    assertThat(wrong.select("[role=alert]")).isNotEmpty();
    assertThat(wrong.select("form[method=post][action$=remedy]")).isEmpty();
    var form = remedy.select("form[method=post][action$=remedy]").first();
    assertThat(olga.fills(form, Map.of("choice", "Merchant fees")).text())
        .contains("Nothing was written");
    assertThat(olga.fills(form, Map.of("fingerprint", "another")).text())
        .contains("somebody changed the file meanwhile");
    assertThat(Files.readString(world.file())).isEqualTo(before);

    var after = olga.fills(form, Map.of());
    assertThat(after.select(".notice").text())
        .isEqualTo("Tried again: 2. Nothing of it is held any more.");
    assertThat(Files.readString(world.file()))
        .isEqualTo(before.replace("account: Stripe box", "account: Stripe clearing"));
    assertThat(olga.fills(form, Map.of()).text()).contains("Nothing of this is held any more");
  }

  @Test
  @Order(2)
  void an_account_of_the_wrong_type_is_replaced_where_it_stands() throws IOException {
    var remedy = remedyOf("C-1");
    assertThat(remedy.select("#choice-hint").text()).contains("payments.methods.cheque.account");

    var difference = chosen(remedy, "Undeposited Funds");
    olga.fills(difference.select("form[method=post][action$=remedy]").first(), Map.of());

    assertThat(Files.readString(world.file())).contains("cheque: { account: Undeposited Funds }");
  }

  @Test
  @Order(3)
  void a_gateway_without_a_rule_gets_the_account_a_person_chose() throws IOException {
    var vera = Visitors.viewer(world, "fr");
    var group = olga.opens(HELD).select("article.held:contains(V-1) a.button").attr("href");
    var french = vera.opens(group);
    assertThat(french.select("label[for=choice]").text()).isEqualTo("Compte dans QuickBooks");
    assertThat(french.select("main form[method=post]")).isEmpty();

    var difference = chosen(remedyOf("V-1"), "Stripe clearing");
    olga.fills(difference.select("form[method=post][action$=remedy]").first(), Map.of());

    assertThat(Files.readString(world.file())).contains("voucher", "# Cards are paid out");
    assertThat(olga.opens(HELD).select("article.held")).isEmpty();
  }

  @Test
  @Order(4)
  void among_many_items_one_is_found_by_a_part_of_its_name() throws IOException {
    world.company.lists().inactivate("Item", "Online sale");
    world.bean(Lookout.class).refresh(World.REALM);
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("I-1"));
    world.sync();
    var remedy = remedyOf("I-1");
    assertThat(remedy.select("#choice-hint").text()).contains("sales.default-item");
    assertThat(remedy.select("#choice option").size()).isLessThan(40);
    var group = remedy.select("input[name=group]").attr("value");

    var found = olga.opens(HELD + "/remedy?group=" + group + "&q=poster+3");
    assertThat(found.select("#choice option").eachText())
        .contains("Poster 3 (P-3)", "Poster 39 (P-39)")
        .doesNotContain("Poster 4 (P-4)");
    assertThat(olga.opens(HELD + "/remedy?group=" + group + "&q=nothing+like+it").text())
        .contains("QuickBooks has nothing of this name");
    var difference = chosen(remedy, "Poster 3");
    olga.fills(difference.select("form[method=post][action$=remedy]").first(), Map.of());

    assertThat(Files.readString(world.file())).contains("default-item: Poster 3");
    assertThat(olga.opens(HELD).select("article.held")).isEmpty();
  }

  @Test
  @Order(5)
  void a_choice_that_names_nothing_of_the_company_is_written_as_yaml() throws IOException {
    var number = "12345678901234567890";
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered(number));
    world.sync();
    var remedy = remedyOf(number);
    assertThat(remedy.select("input#value").val()).isEqualTo("\"W\"");
    var group = remedy.select("input[name=group]").attr("value");
    var wrong = olga.opens(HELD + "/remedy?group=" + group + "&value=%5B");
    assertThat(wrong.select("[role=alert]")).isNotEmpty();
    assertThat(wrong.select("form[method=post][action$=remedy]")).isEmpty();

    olga.fills(remedy.select("form[method=post][action$=remedy]").first(), Map.of());

    assertThat(Files.readString(world.file())).contains("prefix: \"W\"");
    assertThat(olga.opens(HELD).select("article.held")).isEmpty();
  }
}
