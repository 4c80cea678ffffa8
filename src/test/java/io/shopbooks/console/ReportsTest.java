package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.Figures;
import io.shopbooks.HurriedClock;
import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Due;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The report as it reaches people: in the mailbox, by its links, as a page, and as alarms. */
@ExtendWith(OutputCaptureExtension.class)
class ReportsTest {

  private static MailedReports post;
  private static World world;

  @BeforeAll
  static void serve() throws IOException {
    post = new MailedReports();
    world = post.world;
  }

  @AfterAll
  static void close() {
    post.close();
  }

  @BeforeEach
  void empty() {
    post.mailbox.empties();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30));
  }

  private static Browser stranger() {
    return new Browser(world.address(), "en");
  }

  private static Browser signedIn(String language) {
    return Visitors.operator(world, language);
  }

  @Test
  void a_link_shows_what_it_would_do_and_its_button_does_it_once() {
    var order = post.held();
    world.sync();
    var link = post.links(order).get(1);
    var mailProgram = stranger();
    assertThat(mailProgram.opens(link).select("h1").text())
        .isEqualTo("Leave order " + order + " out?");
    assertThat(post.isHeld(order)).isTrue();

    stranger().posts(link, Map.of("note", "forged"));
    assertThat(post.isHeld(order)).as("without the token of its page").isTrue();

    var person = stranger();
    var done = person.fills(person.opens(link), link, Map.of("note", "Entered by hand"));

    assertThat(done.select("h1").text()).isEqualTo("It is left out");
    assertThat(post.isHeld(order)).isFalse();
    assertThat(person.opens(link).select("h1").text()).isEqualTo("This link was used already");
    assertThat(person.status()).isEqualTo(410);
    post.mailbox.empties();
    world.sync();
    assertThat(post.newest().text()).contains("Left out by a person", "Entered by hand");
  }

  @Test
  void trying_again_by_a_link_brings_to_the_books_what_was_put_right() throws IOException {
    var order = post.held();
    world.sync();
    var first = post.links(order).get(0);
    var person = stranger();

    assertThat(person.presses(person.opens(first)).select("h1").text())
        .isEqualTo("It is held again");

    post.mailbox.empties();
    world.sync();
    var second = post.links(order).get(0);
    post.chooses("methods: {", "methods: { gift: { account: Undeposited Funds },");
    assertThat(person.presses(person.opens(second)).select("h1").text()).isEqualTo("It goes on");
    assertThat(post.isHeld(order)).isFalse();
    assertThat(world.company.documents("SalesReceipt"))
        .anySatisfy(receipt -> assertThat(receipt.number()).isEqualTo(order));
    post.chooses("methods: { gift: { account: Undeposited Funds },", "methods: {");
  }

  @Test
  void links_that_are_old_changed_or_about_something_settled_change_nothing() {
    var order = post.held();
    world.sync();
    var retry = post.links(order).get(0);
    var ignore = post.links(order).get(1);
    var person = stranger();

    var forged =
        person.opens(retry.substring(0, retry.length() - 1) + (retry.endsWith("A") ? "B" : "A"));
    assertThat(forged.select("h1").text()).isEqualTo("This link is not ours");
    assertThat(person.status()).isEqualTo(404);
    assertThat(forged.select("main form")).isEmpty();
    assertThat(person.opens("/links/short").select("h1").text()).isEqualTo("This link is not ours");

    var page = person.opens(retry);
    world.bean(HurriedClock.class).await(Duration.ofDays(8));
    assertThat(person.presses(page).select("h1").text()).isEqualTo("This link is too old");
    assertThat(new Browser(world.address(), "fr").opens(ignore).select("h1").text())
        .isEqualTo("Ce lien est trop ancien");
    assertThat(post.isHeld(order)).isTrue();

    post.mailbox.empties();
    world.sync();
    var links = post.links(order);
    person.presses(person.opens(links.get(1)));
    assertThat(person.opens(links.get(0)).select("h1").text()).isEqualTo("This is settled already");
  }

  @Test
  void the_page_and_its_file_tell_what_the_mail_tells_in_both_languages() {
    post.sells("P-1");
    post.held();
    var run = world.sync();
    var mail = post.newest();
    var address = "/connections/acme/reports/" + run.id();
    assertThat(mail.text()).contains(MailedReports.PUBLIC + address);

    var stranger = stranger();
    stranger.opens(address);
    assertThat(stranger.path()).isEqualTo("/sign-in");
    var english = signedIn("en").opens(address);
    var french = signedIn("fr").opens(address);

    assertThat(english.select("h1").text()).isEqualTo("Acme: shop and books");
    assertThat(english.select("table.tie")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(french.select("h1").text()).contains("boutique et comptes");
    assertThat(Figures.in(french.select("td.money").text()))
        .isEqualTo(Figures.in(english.select("td.money").text()))
        .contains("21.76");
    assertThat(Figures.in(Jsoup.parse(mail.html()).select("td[align=right]").text()))
        .containsAll(Figures.in(english.select("table.tie td.money").text()));
    assertThat(mail.attachments())
        .anySatisfy(
            file -> {
              assertThat(file.contentType()).startsWith("text/csv");
              assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                  .contains("acme,P-1,sales-receipt,P-1,2026-12-01,21.76,USD,posted,");
            });
    assertThat(english.select("a[href=" + address + ".csv]")).hasSize(1);
    var browser = signedIn("en");
    assertThat(browser.opens(address + ".csv").text()).contains("acme,P-1,sales-receipt");
    var days = browser.opens("/connections/acme/reports");
    assertThat(days.select("table.tie")).isNotEmpty();
    assertThat(browser.opens("/connections/acme/reports?from=2026-02-01&to=2026-01-01").text())
        .contains("the first not after the second");
    browser.opens("/connections/acme/reports/999999");
    assertThat(browser.status()).isEqualTo(404);
  }

  @Test
  void a_sign_in_that_ended_is_told_once_with_what_waits_and_when_it_is_well_again() {
    world.quickbooks.disconnect(World.REALM);
    post.sells("S-1");
    world.sync();

    soon().untilAsserted(() -> assertThat(post.alarms("new sign-in")).hasSize(1));
    var alarm = post.alarms("new sign-in").get(0);
    assertThat(alarm.subject()).contains("Acme: QuickBooks asks for a new sign-in", "waiting");
    assertThat(alarm.text()).contains(MailedReports.PUBLIC + "/connections/acme/quickbooks");

    world.signsInAgain();

    soon().untilAsserted(() -> assertThat(post.alarms("signed in to QuickBooks again")).hasSize(1));
    assertThat(post.alarms("new sign-in")).hasSize(1);
    world.sync();
  }

  @Test
  void a_run_that_did_not_happen_is_told_once_and_when_runs_are_back() {
    var connection = world.bean(Connections.class).named("acme");
    var due = world.bean(Due.class);
    due.due();
    world.sync();
    world.bean(HurriedClock.class).await(Duration.ofHours(4));

    soon().untilAsserted(() -> assertThat(post.alarms("a sync did not happen")).hasSize(1));
    assertThat(post.alarms("a sync did not happen").get(0).text())
        .contains("Sales do not reach the books.", "shopbooks sync acme");

    assertThat(due.due()).contains(connection);
    world.sync();

    soon().untilAsserted(() -> assertThat(post.alarms("syncs happen again")).hasSize(1));
    assertThat(post.alarms("a sync did not happen")).hasSize(1);
  }

  @Test
  void a_daily_report_comes_once_a_day_also_when_nothing_happened() throws IOException {
    post.chooses("send: every-sync", "send: daily");
    try {
      soon().untilAsserted(() -> assertThat(post.reports()).hasSize(1));
      world.sync();
      assertThat(post.reports()).hasSize(1);

      world.bean(HurriedClock.class).await(Duration.ofHours(24));

      soon().untilAsserted(() -> assertThat(post.reports()).hasSize(2));
      assertThat(post.newest().text()).contains("Orders received");
    } finally {
      post.chooses("send: daily", "send: every-sync");
    }
  }

  @Test
  void a_good_run_beats_and_a_bad_one_is_silent_and_no_log_has_the_address(CapturedOutput log) {
    var before = post.beats();
    world.sync();
    assertThat(post.beats()).isEqualTo(before + 1);

    world.quickbooks.disconnect(World.REALM);
    post.sells("B-1");
    world.sync();
    assertThat(post.beats()).isEqualTo(before + 1);
    assertThat(log).doesNotContain("hush-hush");

    world.signsInAgain();
    world.sync();
  }
}
