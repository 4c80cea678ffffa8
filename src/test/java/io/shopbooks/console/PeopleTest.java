package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts, links, roles and sessions, as browsers meet them. */
class PeopleTest {

  private static World world;

  @BeforeAll
  static void serve() {
    world = World.of(Store.us(), Region.US, "").served();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void forgetEverybody() {
    var db = world.bean(JdbcClient.class);
    db.sql("delete from person").update();
    db.sql("delete from sign_in_failure").update();
  }

  private static Browser browser() {
    return Visitors.nobody(world, "en");
  }

  private static String link(Role role) {
    return Visitors.path(world.bean(SignInLinks.class).forTerminal(role));
  }

  @Test
  void who_is_not_signed_in_is_told_how_to() {
    var browser = browser();

    var page = browser.opens("/");

    assertThat(browser.path()).isEqualTo("/sign-in");
    assertThat(page.text()).contains("on the terminal");
    assertThat(page.select("main form")).isEmpty();
    browser.opens("/anything-else");
    assertThat(browser.path()).isEqualTo("/sign-in");
  }

  @Test
  void a_link_makes_one_account_and_only_when_its_button_is_pressed() {
    var link = link(Role.OPERATOR);
    // A mail program looks at it.
    assertThat(browser().opens(link).select("main form button").text()).isEqualTo("Make account");

    var ann = browser();
    Visitors.join(ann, link, "Ann");

    assertThat(ann.path()).isEqualTo("/");
    assertThat(world.bean(People.class).all())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.name()).isEqualTo("Ann");
              assertThat(person.role()).isEqualTo(Role.OPERATOR);
            });
    assertThat(browser().opens(link).text()).contains("was used already", "shopbooks sign-in");
  }

  @Test
  void everybody_changes_their_own_password_and_stays_signed_in_only_there() {
    var elsewhere = browser();
    Visitors.join(elsewhere, link(Role.VIEWER), "Vera");
    var vera = browser();
    Visitors.signIn(vera, "Vera", Visitors.PASSWORD);
    var form = vera.opens("/password");

    var wrong = Map.of("old", "somebody else's", "password", "other words of mine");
    assertThat(vera.fills(form, "/password", wrong).text()).contains("Nothing was changed");
    assertThat(vera.status()).isEqualTo(422);
    var short9 = Map.of("old", Visitors.PASSWORD, "password", "nine char");
    assertThat(vera.fills(form, "/password", short9).text()).contains("at least 10 characters");
    var good = Map.of("old", Visitors.PASSWORD, "password", "other words of mine");
    assertThat(vera.fills(form, "/password", good).text()).contains("Your password was changed");

    assertThat(vera.opens("/").select(".who").text()).isEqualTo("Vera");
    elsewhere.opens("/");
    assertThat(elsewhere.path()).isEqualTo("/sign-in");
    Visitors.signIn(elsewhere, "Vera", Visitors.PASSWORD);
    assertThat(elsewhere.path()).isEqualTo("/sign-in");
    Visitors.signIn(elsewhere, "Vera", "other words of mine");
    assertThat(elsewhere.path()).isEqualTo("/");
  }

  @Test
  void a_mistake_in_the_form_leaves_the_link_good() {
    var link = link(Role.OPERATOR);
    var ann = browser();
    var form = ann.opens(link);

    var again = ann.fills(form, "/account", Map.of("name", "Ann", "password", "short"));
    assertThat(again.select("[role=alert]").text()).contains("at least 10 characters");
    assertThat(ann.status()).isEqualTo(422);
    var long73 = "x".repeat(73);
    again = ann.fills(again, "/account", Map.of("name", "Ann", "password", long73));
    assertThat(again.select("[role=alert]").text()).contains("72 bytes");
    ann.fills(again, "/account", Map.of("name", "Ann", "password", Visitors.PASSWORD));

    assertThat(ann.path()).isEqualTo("/");
  }

  @Test
  void the_database_knows_neither_links_nor_passwords() {
    var link = link(Role.OPERATOR);
    Visitors.join(browser(), link, "Ann");

    var db = world.bean(JdbcClient.class);
    assertThat(db.sql("select encode(hash, 'escape') from sign_in_link").query(String.class).list())
        .isNotEmpty()
        .noneMatch(hash -> link.contains(hash));
    assertThat(db.sql("select password from person").query(String.class).single())
        .startsWith("{bcrypt}")
        .doesNotContain(Visitors.PASSWORD);
  }

  @Test
  void a_link_is_good_for_a_day() {
    var token = link(Role.OPERATOR).replaceAll(".*token=", "");
    var late = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
    var tomorrow =
        new SignInLinks(world.bean(JdbcClient.class), late, world.bean(ConsoleAddress.class));

    assertThat(world.bean(SignInLinks.class).isGood(token)).isTrue();
    assertThat(tomorrow.isGood(token)).isFalse();
    assertThat(tomorrow.use(token)).isEmpty();
  }

  @Test
  void a_forgotten_password_is_replaced_with_a_link_from_the_terminal_and_old_sessions_end() {
    var before = Visitors.signedIn(world, "Ann", Role.OPERATOR, "en");
    var after = browser();

    after.fills(
        after.opens(link(Role.OPERATOR)),
        "/account",
        Map.of("name", "ann", "password", "another good one"));

    assertThat(after.path()).isEqualTo("/");
    before.opens("/");
    assertThat(before.path()).isEqualTo("/sign-in");
    assertThat(Visitors.signIn(browser(), "Ann", Visitors.PASSWORD).text())
        .contains("Name or password is wrong");
  }

  @Test
  void a_link_for_a_viewer_or_a_guest_takes_nobodys_account() {
    Visitors.signedIn(world, "Ann", Role.OPERATOR, "en");
    var guest = Visitors.path(world.bean(SignInLinks.class).forGuest(Role.OPERATOR));

    for (var link : new String[] {link(Role.VIEWER), guest}) {
      assertThat(Visitors.join(browser(), link, "ANN").text()).contains("has this name already");
    }

    Visitors.signIn(browser(), "Ann", Visitors.PASSWORD);
    assertThat(world.bean(People.class).all()).hasSize(1);
  }

  @Test
  void who_guesses_waits_and_others_do_not() {
    Visitors.signedIn(world, "Ann", Role.OPERATOR, "en");
    Visitors.signedIn(world, "Bob", Role.VIEWER, "en");
    for (int i = 0; i < 5; i++) {
      assertThat(Visitors.signIn(browser(), "Ann", "guess number " + i).text())
          .contains("Name or password is wrong");
    }

    assertThat(Visitors.signIn(browser(), "Ann", Visitors.PASSWORD).text())
        .contains("Too many sign-ins failed");
    var bob = browser();
    Visitors.signIn(bob, "Bob", Visitors.PASSWORD);
    assertThat(bob.path()).isEqualTo("/");
    var ann = browser();
    Visitors.join(ann, link(Role.OPERATOR), "Ann");
    assertThat(ann.path()).as("who had forgotten it").isEqualTo("/");
  }

  @Test
  void an_operator_invites_gives_roles_and_removes_and_the_last_operator_stays() {
    var ann = Visitors.signedIn(world, "Ann", Role.OPERATOR, "en");
    var invited = ann.presses(ann.opens("/people"), "/people/invite");
    var bob = browser();
    Visitors.join(bob, Visitors.path(invited.select(".notice code").text()), "Bob");
    assertThat(bob.opens("/people").select("main form")).isEmpty();

    var id = world.bean(People.class).all().get(1).id();
    var given = ann.presses(ann.opens("/people"), "/people/" + id + "/role");
    assertThat(given.select(".notice").text())
        .isEqualTo("Bob has the new role, and must sign in again.");
    bob.opens("/");
    assertThat(bob.path()).isEqualTo("/sign-in");
    Visitors.signIn(bob, "Bob", Visitors.PASSWORD);
    assertThat(bob.opens("/people").select("main form")).isNotEmpty();

    ann.presses(ann.opens("/people/" + id + "/remove"), "/people/" + id + "/remove");
    bob.opens("/");
    assertThat(bob.path()).isEqualTo("/sign-in");
    var anns = world.bean(People.class).all().get(0).id();
    assertThat(ann.presses(ann.opens("/people"), "/people/" + anns + "/role").text())
        .contains("the last operator must stay");
    assertThat(
            ann.presses(ann.opens("/people/" + anns + "/remove"), "/people/" + anns + "/remove")
                .text())
        .contains("the last operator must stay");
  }

  @Test
  void a_start_prints_a_link_only_while_nobody_has_an_account_and_it_ends_with_the_first() {
    var old = printed().replaceAll("(?s).*(/account[?]token=\\S+).*", "$1");
    Visitors.signedIn(world, "Ann", Role.OPERATOR, "en");
    assertThat(printed()).contains("Shopbooks serves").doesNotContain("token");
    assertThat(browser().opens(old).text()).contains("was used already");
  }

  private static String printed() {
    var terminal = new ByteArrayOutputStream();
    new FirstSignIn(
            world.bean(People.class),
            world.bean(SignInLinks.class),
            world.bean(ConsoleAddress.class),
            new PrintStream(terminal, true, StandardCharsets.UTF_8))
        .print();
    return terminal.toString(StandardCharsets.UTF_8);
  }
}
