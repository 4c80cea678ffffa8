package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.ledger.Held;
import io.shopbooks.ledger.Hold;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.report.ActionLinks;
import io.shopbooks.report.ActionLinks.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that were changed, cut, used before, used by two at once, or are too old. */
class LinksTest {

  private static final Map<String, String> NOTHING_DONE =
      Map.of("en", "Nothing was changed.", "fr", "Rien n’a été changé.");

  private static World world;

  @BeforeAll
  static void serve() {
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: off }
                payments: { methods: { stripe: { account: Undeposited Funds } } }
                taxes: { us-code: New York City }
                """)
            .served();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static Browser browser(String language) {
    return Visitors.nobody(world, language);
  }

  private static List<String> people() {
    return world.bean(People.class).all().stream().map(person -> person.name()).toList();
  }

  private static String token() {
    return world.bean(SignInLinks.class).forTerminal(Role.OPERATOR).replaceAll(".*token=", "");
  }

  /** One character changed, one less, one more, and nothing at all. */
  private static Stream<String> forged(String token) {
    var all = token.substring(1);
    return Stream.of((token.startsWith("A") ? "B" : "A") + all, all, token + "A", "");
  }

  private static Map<String, String> account(String name, String token) {
    return Map.of("name", name, "password", Visitors.PASSWORD, "token", token);
  }

  @Test
  void a_forged_link_to_sign_in_makes_no_account_and_says_what_to_do() {
    var token = token();
    var before = people();
    for (var language : NOTHING_DONE.keySet()) {
      var mallory = browser(language);
      var form = mallory.opens("/account?token=" + token);
      for (var forged : forged(token).toList()) {
        var shown = mallory.opens("/account?token=" + forged);
        assertThat(shown.select("main form")).as(forged).isEmpty();
        var pressed = mallory.fills(form, "/account", account("Mallory", forged));
        assertThat(mallory.status()).as(forged).isEqualTo(422);
        for (var page : List.of(shown, pressed)) {
          assertThat(page.select("[role=alert]").text()).contains(NOTHING_DONE.get(language));
          assertThat(page.text()).contains("shopbooks sign-in");
        }
      }
    }
    assertThat(people()).isEqualTo(before);
    assertThat(world.bean(SignInLinks.class).isGood(token)).as("it was not used up").isTrue();
  }

  @Test
  void of_two_who_use_a_link_to_sign_in_at_once_one_gets_in() {
    var token = token();
    var before = people().size();
    var ann = browser("en");
    var bob = browser("fr");
    var annsForm = ann.opens("/account?token=" + token);
    var bobsForm = bob.opens("/account?token=" + token);

    atOnce(
        () -> ann.fills(annsForm, "/account", account("Ann", token)),
        () -> bob.fills(bobsForm, "/account", account("Bob", token)));

    assertThat(List.of(ann.status(), bob.status())).containsExactlyInAnyOrder(200, 422);
    assertThat(people()).hasSize(before + 1);
    var eve = browser("fr");
    var again = eve.fills(bobsForm, "/account", account("Eve", token));
    assertThat(eve.status()).as("without the token of its page").isEqualTo(403);
    again = eve.fills(eve.opens("/account?token=" + token()), "/account", account("Eve", token));
    assertThat(again.select("[role=alert]").text()).contains("Ce lien a déjà servi");
    assertThat(people()).hasSize(before + 1);
  }

  private static void atOnce(Runnable one, Runnable other) {
    var first = CompletableFuture.runAsync(one);
    other.run();
    first.join();
  }

  /** Something that nothing says where its money went. */
  private static Hold held(String order) {
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("gift").numbered(order));
    world.sync();
    return world.bean(Held.class).of("acme").stream()
        .filter(hold -> hold.number().equals(order))
        .findFirst()
        .orElseThrow();
  }

  private static String link(Hold hold) {
    return link(Action.IGNORE, hold);
  }

  private static String link(Action action, Hold hold) {
    return "/links/" + world.bean(ActionLinks.class).make(action, hold);
  }

  private static Document presses(Browser browser, Document page) {
    return browser.fills(page.selectFirst("main form"), Map.of("note", "by hand"));
  }

  private static String title(Document page) {
    return page.select("h1").text();
  }

  @Test
  void of_two_who_press_the_button_of_a_mails_link_at_once_one_does_it_and_nobody_does_it_again() {
    var link = link(held("L-1"));
    var ann = browser("en");
    var bob = browser("en");
    var late = browser("fr");
    var annsPage = ann.opens(link);
    var bobsPage = bob.opens(link);
    var latePage = late.opens(link);

    atOnce(() -> presses(ann, annsPage), () -> presses(bob, bobsPage));

    assertThat(List.of(ann.status(), bob.status())).containsExactlyInAnyOrder(200, 410);
    assertThat(title(presses(ann, annsPage))).isEqualTo("This link was used already");
    var again = presses(late, latePage);
    assertThat(title(again)).isEqualTo("Ce lien a déjà servi");
    assertThat(again.text()).contains("Rien d’autre n’a changé", "connectez-vous");
    assertThat(late.status()).isEqualTo(410);
    assertThat(decisions("L-1")).isOne();
  }

  /** How often somebody decided about the order. */
  private static int decisions(String order) {
    return world
        .bean(JdbcClient.class)
        .sql(
            """
            select count(*) from history join shop_order o using (shop, realm, order_id)
            where o.number = :order and what = 'ignored'
            """)
        .param("order", order)
        .query(Integer.class)
        .single();
  }

  @Test
  void a_link_to_try_again_is_not_used_up_while_the_file_of_its_connection_is_wrong()
      throws IOException {
    var link = link(Action.RETRY, held("L-3"));
    var ann = browser("en");
    var file = Files.readString(world.file());
    Files.writeString(world.file(), "shop: { kind: woocommerce }\n");
    try {
      var told = presses(ann, ann.opens(link));
      assertThat(title(told)).isEqualTo("It could not be tried now");
      assertThat(told.text()).contains("its file is wrong or missing", "good as before");
    } finally {
      Files.writeString(world.file(), file);
    }

    assertThat(title(presses(ann, ann.opens(link)))).isEqualTo("It is held again");
  }

  @Test
  void a_forged_or_old_link_of_a_mail_does_nothing_when_its_button_is_pressed() {
    var link = link(held("L-2"));
    var ann = browser("en");
    var bob = browser("fr");
    var annsPage = ann.opens(link);
    var bobsPage = bob.opens(link);

    var token = link.substring("/links/".length());
    for (var forged : forged(token).filter(text -> !text.isEmpty()).toList()) {
      annsPage.selectFirst("main form").attr("action", "/links/" + forged);
      var told = presses(ann, annsPage);
      assertThat(title(told)).as(forged).isEqualTo("This link is not ours");
      assertThat(told.text()).contains("Nothing was changed. Open it from the mail itself");
      assertThat(ann.status()).isEqualTo(404);
    }
    assertThat(ann.opens("/links/").text()).contains("no such page");
    world
        .bean(JdbcClient.class)
        .sql("update action_link set expires_at = made_at - interval '1 second'")
        .update();

    assertThat(presses(bob, bobsPage).text())
        .contains("Ce lien est trop ancien", "Rien n’a changé", "connectez-vous");
    assertThat(bob.status()).isEqualTo(410);
    assertThat(decisions("L-2")).isZero();
    assertThat(world.bean(Held.class).of("acme")).anyMatch(hold -> hold.number().equals("L-2"));
  }
}
