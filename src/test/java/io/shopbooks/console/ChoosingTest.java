package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.Lookout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
  private static final String PRODUCTS = "/connections/acme/products";
  private static final Pattern FIRST_ITEM =
      Pattern.compile("\"ItemRef\"\\s*:\\s*\\{[^}]*\"name\"\\s*:\\s*\"([^\"]*)\"");
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
    assertThat(remedy.select("#choice-hint").text()).isEqualTo("payments.methods.stripe.account");

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
    world.company.lists().inactivate("Item", "Shipping");
    world.bean(Lookout.class).refresh(World.REALM);
    world.shop.sells(
        NewOrder.anOrder().of("TSHIRT-01").shippedFor("5.00").paidBy("stripe").numbered("I-1"));
    world.sync();
    var remedy = remedyOf("I-1");
    assertThat(remedy.select("#choice-hint").text()).contains("sales.shipping-item");
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

    assertThat(Files.readString(world.file())).contains("shipping-item: Poster 3");
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

  @Test
  @Order(6)
  void a_product_gets_its_item_in_the_file_and_what_was_sold_is_moved_after_it_was_shown()
      throws IOException {
    var before = Files.readString(world.file());
    var page = olga.opens(PRODUCTS);
    assertThat(page.select("section:contains(Without an item) tbody").text())
        .contains("T-Shirt Classic", "TSHIRT-01", "sales");
    var choose = olga.opens(page.select("td.go a").attr("href"));
    assertThat(choose.select("#choice option").size()).isLessThan(40);
    var address = PRODUCTS + "/item?product=" + choose.select("input[name=product]").val();
    assertThat(olga.opens(address + "&q=P-17").select("#choice option").eachText())
        .contains("Poster 17 (P-17)");
    assertThat(olga.opens(address + "&choice=Nothing").select("[role=alert]")).isNotEmpty();

    var difference = olga.opens(address + "&choice=Poster+17");
    assertThat(difference.select("pre.difference .added").text())
        .contains("TSHIRT-01", "Poster 17");
    var form = difference.select("form[method=post][action$=item]").first();
    assertThat(olga.fills(form, Map.of("choice", "Nothing")).text())
        .contains("Nothing was written");
    assertThat(olga.fills(form, Map.of("fingerprint", "another")).text())
        .contains("somebody changed the file meanwhile");
    assertThat(Files.readString(world.file())).isEqualTo(before);

    var written = olga.fills(form, Map.of());
    assertThat(written.select(".notice").text()).contains("sold as “Poster 17” from now on");
    assertThat(written.select("section:contains(With an item by now) tbody").text())
        .contains("T-Shirt Classic", "Poster 17");
    assertThat(items()).doesNotContain("Poster 17");

    var move = olga.opens(written.select("section:contains(With an item) .button").attr("href"));
    assertThat(move.select("main").text()).contains("W-S-1", "Poster 17", "Nothing is moved yet");
    var button = move.select("form[method=post][action$=move]").first();
    assertThat(olga.fills(button, Map.of("fingerprint", "another")).text())
        .contains("Nothing was moved");
    assertThat(items()).doesNotContain("Poster 17");
    var documents = world.company.documents().size();

    var moved = olga.fills(button, Map.of());
    assertThat(moved.select(".notice").text()).startsWith("Moved. Orders:");
    assertThat(moved.text()).contains("Every product has an item");
    assertThat(items()).containsOnly("Poster 17");
    assertThat(world.company.documents()).hasSize(documents);
    assertThat(olga.fills(button, Map.of()).text()).contains("Nothing of this is left to do");
  }

  @Test
  @Order(7)
  void a_product_without_a_sku_is_known_by_its_id_and_several_get_one_item() throws IOException {
    var plain = world.shop.goods().adds("{\"name\":\"Card, folded\",\"regular_price\":\"3.00\"}");
    world.shop.goods().adds("{\"name\":\"Pin\",\"sku\":\"PIN\",\"regular_price\":\"2.00\"}");
    world.shop.sells(
        NewOrder.anOrder().of("PIN").ofProduct(plain, 0, 1).paidBy("stripe").numbered("T-1"));
    world.sync();

    var vera = Visitors.viewer(world, "fr");
    var french = vera.opens(PRODUCTS);
    assertThat(french.select("h1").text()).isEqualTo("Produits");
    assertThat(french.text()).contains("sans UGS, id " + plain);
    var ids = french.select("input[name=product]").eachAttr("value");
    assertThat(ids).hasSize(2);
    var both = PRODUCTS + "/item?product=" + ids.get(0) + "&product=" + ids.get(1);
    assertThat(vera.opens(both + "&choice=Poster+5").select("main form[method=post]")).isEmpty();

    var form = olga.opens(both + "&choice=Poster+5").select("form[method=post][action$=item]");
    assertThat(form.select("input[name=product]")).hasSize(2);
    olga.posts(
        PRODUCTS + "/item?product=" + ids.get(0),
        Map.of(
            "_csrf", form.select("[name=_csrf]").val(),
            "product", ids.get(1),
            "choice", "Poster 5",
            "fingerprint", form.select("[name=fingerprint]").val()));

    assertThat(Files.readString(world.file()))
        .contains("PIN: Poster 5", "\"" + plain + "\": Poster 5");
  }

  /** What the first lines of the receipts sell. */
  private static List<String> items() {
    return world.company.documents("SalesReceipt").stream()
        .map(receipt -> FIRST_ITEM.matcher(receipt.json()).results().findFirst().orElseThrow())
        .map(found -> found.group(1))
        .toList();
  }
}
