package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.shopbooks.HurriedClock;
import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.connections.Due;
import io.shopbooks.ledger.Held;
import io.shopbooks.pretend.mailbox.Mail;
import io.shopbooks.pretend.mailbox.PretendMailbox;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.SignIns;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  private static final String PUBLIC = "https://books.acme.example";
  private static final Pattern LINK = Pattern.compile(PUBLIC + "(/links/\\S+)");
  private static final PretendMailbox MAILBOX = PretendMailbox.start(Clock.systemUTC(), 0);
  private static final AtomicInteger BEATS = new AtomicInteger();

  private static HttpServer monitor;
  private static World world;
  private static int number;

  @BeforeAll
  static void serve() throws IOException {
    monitor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    monitor.createContext(
        "/ping/hush-hush",
        beat -> {
          BEATS.incrementAndGet();
          beat.sendResponseHeaders(200, -1);
          beat.close();
        });
    monitor.start();
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync:
                  time-zone: America/New_York
                  start-date: "2026-01-01"
                  schedule: "0 0 * * * ?"
                taxes: { mode: mapped, us-code: New York City }
                payments: { methods: { stripe: { account: Undeposited Funds } } }
                report:
                  to: [books@acme.example]
                  send: every-sync
                  at: "00:00"
                  language: en
                  heartbeat-url: http://localhost:%d/ping/hush-hush
                """
                    .formatted(monitor.getAddress().getPort()))
            .served()
            .with("watch-runs.cron", "* * * * * ?")
            .with("mail-daily.cron", "* * * * * ?")
            .with("shopbooks.public-url", PUBLIC + "/")
            .with("shopbooks.shop.attempts", "1")
            .with("spring.mail.host", "127.0.0.1")
            .with("spring.mail.port", MAILBOX.port());
    world.application();
  }

  @AfterAll
  static void close() {
    world.close();
    monitor.stop(0);
    MAILBOX.close();
  }

  @BeforeEach
  void empty() {
    MAILBOX.empties();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30));
  }

  private static void chooses(String old, String now) throws IOException {
    Files.writeString(world.file(), Files.readString(world.file()).replace(old, now));
  }

  /** An order that nothing says where its money went; its number. */
  private static String held() {
    var name = "H-" + ++number;
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("gift").numbered(name));
    return name;
  }

  private static boolean isHeld(String order) {
    return world.bean(Held.class).of("acme").stream().anyMatch(h -> h.number().equals(order));
  }

  /** The newest report. */
  private static Mail newest() {
    return reports().get(reports().size() - 1);
  }

  /** The links under an order in the newest report: to try again, and to leave it out. */
  private static List<String> links(String order) {
    var text = newest().text();
    var part = text.substring(text.indexOf("Order " + order + ","));
    var links = LINK.matcher(part).results().map(found -> found.group(1)).toList();
    assertThat(links).hasSizeGreaterThanOrEqualTo(2);
    return links.subList(0, 2);
  }

  /** What was put back for a minute is due then. */
  private static void signsInAgain() {
    var token = world.quickbooks.signIn("app", World.REALM).refreshToken();
    var connection = world.bean(Connections.class).named("acme");
    world.bean(SignIns.class).connect(connection, World.REALM, token);
    world.bean(HurriedClock.class).await(Duration.ofMinutes(2));
  }

  private static Browser stranger() {
    return new Browser(world.address(), "en");
  }

  private static Browser signedIn(String language) {
    return Visitors.operator(world, language);
  }

  @Test
  void a_link_shows_what_it_would_do_and_its_button_does_it_once() {
    var order = held();
    world.sync();
    var link = links(order).get(1);
    var mailProgram = stranger();
    assertThat(mailProgram.opens(link).select("h1").text())
        .isEqualTo("Leave order " + order + " out?");
    assertThat(isHeld(order)).isTrue();

    stranger().posts(link, Map.of("note", "forged"));
    assertThat(isHeld(order)).as("without the token of its page").isTrue();

    var person = stranger();
    var done = person.fills(person.opens(link), link, Map.of("note", "Entered by hand"));

    assertThat(done.select("h1").text()).isEqualTo("It is left out");
    assertThat(isHeld(order)).isFalse();
    assertThat(person.opens(link).select("h1").text()).isEqualTo("This link was used already");
    assertThat(person.status()).isEqualTo(410);
    MAILBOX.empties();
    world.sync();
    assertThat(newest().text()).contains("Left out by a person", "Entered by hand");
  }

  @Test
  void trying_again_by_a_link_brings_to_the_books_what_was_put_right() throws IOException {
    var order = held();
    world.sync();
    var first = links(order).get(0);
    var person = stranger();

    assertThat(person.presses(person.opens(first)).select("h1").text())
        .isEqualTo("It is held again");

    MAILBOX.empties();
    world.sync();
    var second = links(order).get(0);
    chooses("methods: {", "methods: { gift: { account: Undeposited Funds },");
    assertThat(person.presses(person.opens(second)).select("h1").text()).isEqualTo("It goes on");
    assertThat(isHeld(order)).isFalse();
    assertThat(world.company.documents("SalesReceipt"))
        .anySatisfy(receipt -> assertThat(receipt.number()).isEqualTo(order));
    chooses("methods: { gift: { account: Undeposited Funds },", "methods: {");
  }

  @Test
  void links_that_are_old_changed_or_about_something_settled_change_nothing() {
    var order = held();
    world.sync();
    var retry = links(order).get(0);
    var ignore = links(order).get(1);
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
    assertThat(isHeld(order)).isTrue();

    MAILBOX.empties();
    world.sync();
    var links = links(order);
    person.presses(person.opens(links.get(1)));
    assertThat(person.opens(links.get(0)).select("h1").text()).isEqualTo("This is settled already");
  }

  @Test
  void the_page_and_its_file_tell_what_the_mail_tells_in_both_languages() {
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("P-1"));
    held();
    var run = world.sync();
    var mail = newest();
    var address = "/connections/acme/reports/" + run.id();
    assertThat(mail.text()).contains(PUBLIC + address);

    var stranger = stranger();
    stranger.opens(address);
    assertThat(stranger.path()).isEqualTo("/sign-in");
    var english = signedIn("en").opens(address);
    var french = signedIn("fr").opens(address);

    assertThat(english.select("h1").text()).isEqualTo("Acme: shop and books");
    assertThat(english.select("table.tie")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(french.select("h1").text()).contains("boutique et comptes");
    assertThat(figures(french.select("td.money").text()))
        .isEqualTo(figures(english.select("td.money").text()))
        .contains("21.76");
    assertThat(figures(Jsoup.parse(mail.html()).select("td[align=right]").text()))
        .containsAll(figures(english.select("table.tie td.money").text()));
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
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("S-1"));
    world.sync();

    soon().untilAsserted(() -> assertThat(alarms("new sign-in")).hasSize(1));
    var alarm = alarms("new sign-in").get(0);
    assertThat(alarm.subject()).contains("Acme: QuickBooks asks for a new sign-in", "waiting");
    assertThat(alarm.text()).contains(PUBLIC + "/connections/acme/quickbooks");

    signsInAgain();

    soon().untilAsserted(() -> assertThat(alarms("signed in to QuickBooks again")).hasSize(1));
    assertThat(alarms("new sign-in")).hasSize(1);
    world.sync();
  }

  @Test
  void a_run_that_did_not_happen_is_told_once_and_when_runs_are_back() {
    var connection = world.bean(Connections.class).named("acme");
    var due = world.bean(Due.class);
    due.due();
    world.sync();
    world.bean(HurriedClock.class).await(Duration.ofHours(4));

    soon().untilAsserted(() -> assertThat(alarms("a sync did not happen")).hasSize(1));
    assertThat(alarms("a sync did not happen").get(0).text())
        .contains("Sales do not reach the books.", "shopbooks sync acme");

    assertThat(due.due()).contains(connection);
    world.sync();

    soon().untilAsserted(() -> assertThat(alarms("syncs happen again")).hasSize(1));
    assertThat(alarms("a sync did not happen")).hasSize(1);
  }

  /** Reports have a file, alarms have none. */
  private static List<Mail> reports() {
    return MAILBOX.mails().stream().filter(mail -> !mail.attachments().isEmpty()).toList();
  }

  private static List<Mail> alarms(String subject) {
    return MAILBOX.mails().stream().filter(mail -> mail.subject().contains(subject)).toList();
  }

  @Test
  void a_daily_report_comes_once_a_day_also_when_nothing_happened() throws IOException {
    chooses("send: every-sync", "send: daily");
    try {
      soon().untilAsserted(() -> assertThat(reports()).hasSize(1));
      world.sync();
      assertThat(reports()).hasSize(1);

      world.bean(HurriedClock.class).await(Duration.ofHours(24));

      soon().untilAsserted(() -> assertThat(reports()).hasSize(2));
      assertThat(newest().text()).contains("Orders received");
    } finally {
      chooses("send: daily", "send: every-sync");
    }
  }

  @Test
  void a_good_run_beats_and_a_bad_one_is_silent_and_no_log_has_the_address(CapturedOutput log) {
    var before = BEATS.get();
    world.sync();
    assertThat(BEATS.get()).isEqualTo(before + 1);

    world.quickbooks.disconnect(World.REALM);
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("B-1"));
    world.sync();
    assertThat(BEATS.get()).isEqualTo(before + 1);
    assertThat(log).doesNotContain("hush-hush");

    signsInAgain();
    world.sync();
  }

  /** Amounts as plain numbers, in order: "$1,234.50" and "1 234,50 $" are one. */
  private static List<String> figures(String text) {
    return Pattern.compile("\\d[\\d\\u00a0\\u202f,.]*\\d|\\d")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(figure -> figure.replaceAll("[\\u00a0\\u202f]", ""))
        .map(figure -> figure.replaceAll("[,.](?=\\d{3})", "").replace(',', '.'))
        .toList();
  }
}
