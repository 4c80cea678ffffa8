package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.AtIntuit;
import io.shopbooks.World;
import io.shopbooks.connections.Connections;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.SignInStates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the page of a connection to Intuit's and back, as a browser without script does it. */
@ExtendWith(OutputCaptureExtension.class)
class QuickBooksPageTest {

  private static final String PAGE = "/connections/acme/quickbooks";
  private static final String CONNECT = PAGE + "/connect";
  private static final String OTHER = "9341452700000042";

  private static World world;
  private static String withRealm;

  private final Browser browser = Visitors.operator(world, "en");

  @BeforeAll
  static void serve() throws IOException {
    world =
        World.of(
                Store.us(),
                Region.US,
                "sync: { time-zone: America/New_York, start-date: \"2026-01-01\", schedule: off }\n")
            .served()
            .with("keep-sign-ins.cron", "* * * * * ?");
    world.quickbooks.open(OTHER, Region.CA);
    withRealm = Files.readString(world.file());
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void signIn() throws IOException {
    file(withRealm.replaceAll("(?m)^ {2}(realm|refresh-token):.*\n", "  {}\n"));
    world
        .bean(JdbcClient.class)
        .sql("truncate quickbooks_company, quickbooks_connected, quickbooks_mirror")
        .update();
  }

  @AfterEach
  void backToNormal() {
    world.quickbooks.clearFaults();
  }

  private static void file(String text) throws IOException {
    var once = text.replaceFirst("(?s) {2}\\{}\n {2}\\{}\n", "  {}\n");
    Files.writeString(world.file(), once.replace("company:\n  {}\n", "company: {}\n"));
  }

  private URI sent() {
    browser.presses(browser.opens(PAGE), CONNECT);
    return URI.create(browser.header("Refresh").replaceFirst("0; url=", ""));
  }

  private Document returns(URI back) {
    return browser.opens(back.getRawPath() + "?" + back.getRawQuery());
  }

  private Document connects(String realm) {
    return returns(AtIntuit.connects(sent(), realm));
  }

  @Test
  void a_connection_that_nobody_signed_in_says_what_connecting_means() {
    var page = browser.opens(PAGE);

    assertThat(page.select("main h2").first().text()).isEqualTo("Not connected yet");
    assertThat(page.select("main button").text()).isEqualTo("Connect to QuickBooks");
    assertThat(page.text())
        .contains("never sees your password", world.address() + "/oauth/quickbooks/callback");
  }

  @Test
  void connect_leads_to_intuit_and_back_and_shows_the_company() {
    var outcome = connects(World.REALM);

    assertThat(browser.path()).isEqualTo("/oauth/quickbooks/outcome");
    assertThat(outcome.select("h1").text()).isEqualTo("Connected to QuickBooks");
    assertThat(outcome.text()).contains("acme is signed in to Acme Goods Inc.", World.REALM);
    var page = browser.opens(outcome.selectFirst("main a.button").attr("href"));
    assertThat(page.select("main h2").first().text()).isEqualTo("Acme Goods Inc.");
    assertThat(page.select(".facts").text())
        .contains("United States", "Signed in since", "Ends if never renewed", "Ends for good");
    assertThat(new Browser(world.address(), "fr").opens(PAGE).text()).doesNotContain("Acme Goods");
  }

  @Test
  void a_refresh_shows_the_outcome_again_and_asks_quickbooks_nothing() {
    var back = AtIntuit.connects(sent(), World.REALM);
    returns(back);
    var signIns = world.quickbooks.signIns(World.REALM);

    assertThat(returns(back).select("h1").text()).isEqualTo("Connected to QuickBooks");
    assertThat(browser.opens("/oauth/quickbooks/outcome").select("h1").text())
        .isEqualTo("Connected to QuickBooks");

    assertThat(world.quickbooks.signIns(World.REALM)).isEqualTo(signIns);
  }

  @Test
  void who_refuses_is_told_that_nothing_changed() {
    var outcome = returns(AtIntuit.refuses(sent()));

    assertThat(outcome.select("h1").text()).isEqualTo("You did not connect");
    assertThat(outcome.text()).contains("Nothing was changed for acme");
  }

  @Test
  void another_company_is_asked_about_with_both_names() {
    connects(World.REALM);
    var question = connects(OTHER);
    assertThat(question.select("h1").text()).isEqualTo("Another company than before?");
    assertThat(question.text()).contains("Acme Goods Inc.", OTHER);

    var answered = browser.fills(question, "/oauth/quickbooks/company", Map.of("answer", "keep"));

    assertThat(answered.text()).contains("The sales of acme go to Acme Goods Inc. as before");
    assertThat(browser.opens(PAGE).text()).contains(World.REALM);
    browser.fills(connects(OTHER), "/oauth/quickbooks/company", Map.of("answer", "change"));
    assertThat(browser.opens(PAGE).text()).contains(OTHER);
  }

  @Test
  void another_company_than_the_file_names_is_explained() throws IOException {
    file(withRealm.replaceAll("(?m)^ {2}refresh-token:.*\n", ""));

    var outcome = connects(OTHER);

    assertThat(outcome.select("h1").text()).isEqualTo("The file names another company");
    assertThat(outcome.text()).contains("company.realm", World.REALM, "Nothing was changed");
  }

  @Test
  void a_sign_in_that_opens_another_company_than_it_says_is_ended() {
    var back = AtIntuit.connects(sent(), OTHER);
    var before = world.quickbooks.signIns(OTHER);

    var outcome =
        returns(URI.create(back.toString().replace("realmId=" + OTHER, "realmId=" + World.REALM)));

    assertThat(outcome.select("h1").text()).isNotEqualTo("Connected to QuickBooks");
    assertThat(world.quickbooks.signIns(OTHER)).as("the grant is revoked").isEqualTo(before);
    assertThat(state()).isEqualTo(SignInStates.State.NEVER);
  }

  @Test
  void a_code_that_another_browser_brings_is_not_taken(CapturedOutput log) {
    var back = AtIntuit.connects(sent(), World.REALM);
    var stranger = new Browser(world.address(), "en");

    var told = stranger.opens(back.getRawPath() + "?" + back.getRawQuery());

    assertThat(stranger.status()).isEqualTo(400);
    assertThat(told.select("h1").text()).isEqualTo("This sign-in was not begun here");
    assertThat(stranger.path()).isEqualTo("/oauth/quickbooks/outcome");
    assertThat(returns(back).select("h1").text()).isEqualTo("Connected to QuickBooks");
    var secrets = AtIntuit.parameters(back);
    assertThat(log.getAll()).doesNotContain(secrets.get("code"), secrets.get("state"));
    assertThat(told.html()).doesNotContain(secrets.get("code"), secrets.get("state"));
  }

  @Test
  void a_forged_state_and_a_missing_code_say_what_to_do() {
    var back = AtIntuit.connects(sent(), World.REALM);
    var callback = "/oauth/quickbooks/callback";

    assertThat(browser.opens(callback + "?state=forged&code=c&realmId=1").text())
        .contains("Nothing was changed. Begin again");
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.opens(callback).select("h1").text()).isEqualTo("Something is missing");
    assertThat(browser.opens("/oauth/quickbooks/outcome?problem=%3Cb%3E").select("h1").text())
        .isEqualTo("The sign-in is not finished");
    assertThat(returns(back).select("h1").text()).isEqualTo("Connected to QuickBooks");
  }

  @Test
  void disconnecting_asks_first_and_tells_quickbooks() {
    connects(World.REALM);
    var asked = browser.opens(PAGE + "/disconnect");
    assertThat(asked.text()).contains("Nothing of acme goes to the books");
    assertThat(state()).isEqualTo(SignInStates.State.SIGNED_IN);

    var after = browser.presses(asked);

    assertThat(after.select(".notice").text()).isEqualTo("Disconnected. QuickBooks knows it.");
    assertThat(after.select("main h2").first().text()).isEqualTo("Disconnected");
    assertThat(state()).isEqualTo(SignInStates.State.SIGNED_OUT);
  }

  @Test
  void where_quickbooks_does_not_answer_the_route_tells_it_later() {
    connects(World.REALM);
    world.quickbooks.order(Fault.loseRequest().on("POST", "/tokens/revoke"));

    var after = browser.presses(browser.opens(PAGE + "/disconnect"));

    assertThat(after.select(".notice").text()).contains("is told again every hour");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> count("select count(*) from quickbooks_to_revoke") == 0);
  }

  @Test
  void an_idle_sign_in_is_renewed_and_a_dead_one_shown_with_its_time() {
    connects(World.REALM);
    age();
    await().atMost(Duration.ofSeconds(20)).until(() -> idle() == 0);
    assertThat(state()).isEqualTo(SignInStates.State.SIGNED_IN);

    world.quickbooks.disconnect(World.REALM);
    age();
    await().atMost(Duration.ofSeconds(20)).until(() -> state() == SignInStates.State.SIGNED_OUT);

    var page = browser.opens(PAGE);
    assertThat(page.select(".notice.bad").text())
        .startsWith("QuickBooks refuses the sign-in since");
    assertThat(page.select("main button").text()).isEqualTo("Sign in again");
  }

  private static void age() {
    world
        .bean(JdbcClient.class)
        .sql("update quickbooks_company set refreshed_at = refreshed_at - interval '1 day'")
        .update();
  }

  private static int idle() {
    return count(
        "select count(*) from quickbooks_company where refreshed_at < now() - interval '23 hours'");
  }

  private static int count(String question) {
    return world.bean(JdbcClient.class).sql(question).query(Integer.class).single();
  }

  private static SignInStates.State state() {
    var acme = world.bean(Connections.class).named("acme");
    return world.bean(SignInStates.class).of(acme).state();
  }

  @Test
  void an_end_that_is_near_is_shown() {
    connects(World.REALM);
    world
        .bean(JdbcClient.class)
        .sql("update quickbooks_company set hard_until = now() + interval '7 days'")
        .update();

    assertThat(browser.opens(PAGE).select(".notice.held").text())
        .contains("ends for good on", "(days left: 7)");
  }

  @Test
  void nobody_connects_who_is_not_signed_in_or_from_another_site() {
    var stranger = new Browser(world.address(), "en");
    stranger.opens(PAGE);
    assertThat(stranger.path()).isEqualTo("/sign-in");

    browser.posts(CONNECT, Map.of());
    assertThat(browser.status()).isEqualTo(403);
    browser.posts(PAGE + "/disconnect", Map.of());
    assertThat(browser.status()).isEqualTo(403);
    browser.posts("/oauth/quickbooks/company", Map.of("answer", "change"));
    assertThat(browser.status()).isEqualTo(403);
  }

  @Test
  void a_connection_that_is_not_there_has_no_page() {
    browser.opens("/connections/nobody/quickbooks");
    assertThat(browser.status()).isEqualTo(404);
  }

  @Test
  void it_speaks_french() {
    connects(World.REALM);
    var french = Visitors.operator(world, "fr");

    assertThat(french.opens(PAGE).select(".facts").text())
        .contains("États-Unis", "Fin définitive", "Cinq ans après la connexion");
  }
}
