package io.shopbooks.browser;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.console.FirstLink;
import io.shopbooks.ledger.PastRuns;
import io.shopbooks.pretend.mailbox.PretendMailbox;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.Lookout;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A bookkeeper's first day: choices confirmed, a plan sent, what is held decided, a run taken back.
 * Each goes on where the one before ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BookkeeperInBrowserTest {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String ACME = "/connections/acme";
  private static final String PUBLIC = "https://books.acme.example";
  private static final Pattern LINK = Pattern.compile(PUBLIC + "(/links/\\S+)");
  private static PretendMailbox mailbox;
  private static World world;

  @BeforeAll
  static void serve() {
    mailbox = PretendMailbox.start(Clock.systemUTC(), 0);
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: "0 0 3 * * ?" }
                sales: { number: { prefix: "W-" } }
                products: { create: sold }
                taxes: { mode: mapped, us-code: New York City }
                payments:
                  # Cards are paid out on Mondays.
                  methods: { stripe: { account: Undeposited Funds } }
                report: { to: [books@acme.example], send: every-sync, language: en }
                """)
            .served()
            .with("quickbooks.document-url", "https://books.example/{realm}/{entity}/{id}")
            .with("shopbooks.public-url", PUBLIC)
            .with("spring.mail.host", "127.0.0.1")
            .with("spring.mail.port", mailbox.port());
    var lamp = world.shop.sells(anOrder().of("LAMP-3571").of("TSHIRT-01", 3).paidBy("stripe"));
    world.shop.refunds(lamp, aRefund().of("TSHIRT-01", 1).throughGateway());
    world.shop.sells(anOrder().of("TSHIRT-01", 2).paidBy("stripe"));
    world.shop.sells(anOrder().of("LAMP-3571").paidBy("voucher"));
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("voucher"));
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("gift").numbered("G-1"));
  }

  @AfterAll
  static void close() {
    if (world != null) {
      world.close();
      mailbox.close();
    }
  }

  private static Person olga() {
    return CHROMIUM.person(world, "en").signsIn(FirstLink.of(world));
  }

  @Test
  @Order(1)
  void choices_are_checked_suggested_shown_and_written() throws IOException {
    var link = FirstLink.of(world);
    var olga = CHROMIUM.person(world, "en").goes(link).sees("Make your account").shoots("account");
    olga.signsIn(link).goes("/connections/new").sees("Kind of shop").shoots("new-connection");

    olga.goes(ACME + "/check").shoots("check-never").clicks("Check now");
    olga.sees("Both sides", "Would be held").shoots("check");
    olga.goes(ACME + "/setup").shoots("setup");
    olga.clicks("Use “Stripe clearing” (similar name)").clicks("Show what changes");
    olga.sees("What changes in acme.yaml", "account: Stripe clearing").shoots("setup-difference");
    assertThat(Files.readString(world.file())).doesNotContain("Stripe clearing");
    olga.clicks("Write it").sees("acme.yaml is written");

    assertThat(Files.readString(world.file()))
        .contains("Stripe clearing", "# Cards are paid out on Mondays.");
  }

  @Test
  @Order(2)
  void a_plan_is_shown_and_exactly_that_is_sent() {
    var olga = olga().goes(ACME + "/plan").shoots("plan-none").clicks("Make a plan");
    olga.sees("Effect on each account", "Stripe clearing", "Made in the company first");
    olga.shoots("plan");
    assertThat(world.company.documents()).isEmpty();

    olga.clicks("Send these documents: 3").sees("The plan was applied").shoots("plan-applied");

    assertThat(world.company.documents("SalesReceipt")).hasSize(2);
  }

  @Test
  @Order(3)
  void what_is_held_is_mended_tried_again_and_left_out() throws IOException {
    var olga =
        olga().goes("/").sees("Needs you", "Nothing says where the money went").shoots("overview");
    olga.clicks("Held 3").sees("G-1", "At stake").shoots("held");
    olga.clicks("Mend it in the file").sees("In mappings/connections/acme.yaml:").shoots("remedy");
    olga.clicks("Write it and try all again (2)");
    olga.comesBackUntil("/held", "Held 1", "G-1");
    assertThat(Files.readString(world.file())).contains("voucher");

    olga.clicks("Try all again (1)").sees("G-1").shoots("held-still");
    olga.goes("/held").clicks("Leave all as they are (1)").fills("reason", "Entered by hand");
    olga.clicks("Leave as it is").sees("Left as they are: 1.", "Entered by hand (Olga)");
    olga.shoots("held-left");
    assertThat(world.company.documents("SalesReceipt")).hasSize(4);
  }

  @Test
  @Order(4)
  void a_sync_is_followed_and_what_it_did_is_found() {
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("cheque").numbered("C-1"));
    var olga = olga().goes(ACME).clicks("Sync now").sees("Latest documents", "Held 1");
    olga.shoots("connection");

    olga.clicks("Sales")
        .fills("q", "W-104")
        .clicks("Find")
        .sees("Sales receipt W-104")
        .shoots("sales");
    olga.fills("q", "nothing like it").clicks("Find").sees("Nothing was found");
    olga.shoots("sales-none")
        .clicks("Show all")
        .clicks("C-1")
        .sees("Order C-1")
        .shoots("sale-held");
    olga.goesBack().clicks("G-1").sees("Order G-1").goesBack();
    olga.goes(ACME + "/sales?state=in-books").clicksFirst("table.sales a").sees("What was sent");
    olga.shoots("sale");
    olga.clicks("As the shop said it").sees("billing").shoots("sale-opened");
  }

  @Test
  @Order(5)
  void a_run_leads_to_its_report_and_is_taken_back_and_brought_again() {
    var documents = world.company.documents().size();
    var applied = world.bean(PastRuns.class).before("acme", Long.MAX_VALUE, 10);
    var first = applied.get(applied.size() - 1).id();
    var olga = olga().goes(ACME).clicks("Runs").sees("Into the books").shoots("runs");
    olga.goes(ACME + "/reports/" + first).sees("Acme: shop and books").shoots("report-of-run");
    olga.clicks("Reports").sees("Show these days").shoots("report");

    olga.goes(ACME + "/runs/" + first + "/undo").shoots("undo-first");
    olga.clicks("Show what would be deleted").sees("Orders of this run").shoots("undo");
    olga.clicks("Delete these documents: 3").sees("Deleted documents:").shoots("undone");
    assertThat(world.company.documents()).hasSizeLessThan(documents);
    olga.clicks("Bring them to the books again").sees("Orders brought to the books again: 2");

    assertThat(world.company.documents()).hasSize(documents);
  }

  @Test
  @Order(6)
  void links_of_a_mail_show_what_they_do_and_do_it_once() {
    var mails =
        mailbox.mails().stream().filter(mail -> mail.text().contains("Order C-1,")).toList();
    var whole = mails.get(mails.size() - 1).text();
    var text = whole.substring(whole.indexOf("Order C-1,"));
    var links = LINK.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    assertThat(links).hasSizeGreaterThanOrEqualTo(2);
    var ann = CHROMIUM.person(world, "en").goes(links.get(0)).sees("Try order C-1 again?");
    ann.shoots("link-retry").goes(links.get(1)).sees("Leave order C-1 out?").shoots("link-ignore");
    ann.fills("note", "Paid twice").clicks("Leave it out").sees("It is left out");

    ann.goes(links.get(0)).sees("This is settled already").shoots("link-settled");
    ann.goes(links.get(1)).sees("This link was used already").shoots("link-used");
    ann.goes(links.get(1) + "x").sees("This link is not ours").shoots("link-forged");
  }

  @Test
  @Order(7)
  void a_product_without_an_item_gets_one_and_what_was_sold_of_it_is_moved() {
    var olga = olga().goes(ACME + "/products").sees("Every product has an item");
    olga.shoots("products-none");
    var wrap = world.shop.goods().adds("{\"name\":\"Gift wrap\",\"regular_price\":\"3.00\"}");
    var engraving = world.shop.goods().adds("{\"name\":\"Engraving\",\"regular_price\":\"9.00\"}");
    var order = anOrder().ofProduct(wrap, 0, 2).ofProduct(engraving, 0, 1).paidBy("stripe");
    world.shop.sells(order.numbered("P-1"));
    world.company.lists().addItem("Wrapping", "WRAP");
    world.bean(Lookout.class).refresh(World.REALM);
    world.sync();

    olga.goes(ACME).sees("Choose items for them (2)").clicks("Products").sees("Gift wrap");
    olga.shoots("products").clicks("Choose an item").goes(ACME + "/products");
    olga.goes(ACME + "/products/item?product=" + wrap + "&choice=Wrapping");
    olga.sees("products.items").shoots("product-item").clicks("Write it");
    olga.sees("sold as “Wrapping” from now on").shoots("products-matched");
    olga.clicks("Move…").sees("Nothing is moved yet", "W-P-1").shoots("product-move");
    olga.clicks("Move $6.00 on orders: 1").sees("Moved. Orders: 1.");

    assertThat(world.company.documents("SalesReceipt"))
        .anySatisfy(receipt -> assertThat(receipt.json()).contains("W-P-1", "Wrapping"));
  }

  @Test
  @Order(8)
  void people_are_invited_and_everybody_changes_their_own_password() {
    var olga = olga().goes("/people").clicks("Make a link").sees("Send this link").shoots("people");
    olga.clicks("Remove").sees("Remove Olga").shoots("remove-person");
    olga.clicks("Cancel").clicks("Change your password").shoots("password");
    olga.fills("old", "a few words of mine").fills("password", "other words of mine");
    olga.clicks("Change it").sees("Your password was changed");

    olga.clicks("Sign out").sees("You are signed out.").fills("name", "Olga");
    olga.fills("password", "other words of mine").clicks("Sign in").sees("Overview", "acme");
    olga.goes("/routes").sees("sync-connection").shoots("routes");
    olga.goes("/nowhere").sees("There is no such page").shoots("missing");
  }

  @Test
  @Order(9)
  void every_page_is_french_for_who_reads_french() {
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("bacs2").numbered("F-1"));
    world.sync();
    world.shop.sells(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var jean = CHROMIUM.person(world, "fr").goes("/sign-in").shoots("sign-in");
    jean.goes(FirstLink.of(world)).shoots("account");
    jean.signsIn(FirstLink.of(world)).sees("À votre attention").shoots("overview");
    for (var room :
        List.of(
            "",
            "sales",
            "held",
            "runs",
            "reports",
            "check",
            "stock",
            "replay",
            "products",
            "setup")) {
      jean.goes(room.isEmpty() ? ACME : ACME + "/" + room);
      jean.shoots(room.isEmpty() ? "connection" : room);
    }
    jean.clicksFirst("form.card label.choice").clicks("Montrer ce qui change");
    jean.shoots("setup-difference");
    jean.goes(ACME + "/plan").clicks("Faire un plan").sees("Effet sur chaque compte");
    jean.shoots("plan");
    jean.goes(ACME + "/products").clicks("Choisir un article").shoots("product-item");
    jean.goes("/held").clicksFirst("article.held a.button").sees("Dans mappings").shoots("remedy");
    jean.goes(ACME + "/sales").clicks("F-1").sees("Commande F-1").shoots("sale");
    jean.goes(ACME + "/runs").clicks("Annuler…").clicksFirst("main form button").shoots("undo");
    for (var page : List.of("/people", "/password", "/routes", "/connections/new", "/x")) {
      jean.goes(page).shoots(page.substring(1).replace('/', '-'));
    }
  }
}
