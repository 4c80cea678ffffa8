package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.AtIntuit;
import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.quickbooks.SignInStates;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** From the page of a connection to Intuit's and back, as a browser without script does it. */
@ExtendWith(OutputCaptureExtension.class)
class QuickBooksPageTest {

  private static final String PAGE = "/connections/acme/quickbooks";
  private static final String CONNECT = PAGE + "/connect";

  private static NotConnected company;

  private final Browser browser = Visitors.operator(company.world, "en");
  private final IntuitVisit intuit = new IntuitVisit(browser, PAGE, CONNECT);

  @BeforeAll
  static void serve() throws IOException {
    company = new NotConnected();
  }

  @AfterAll
  static void close() {
    company.close();
  }

  @BeforeEach
  void again() throws IOException {
    company.again();
  }

  @Test
  void a_connection_that_nobody_signed_in_says_what_connecting_means() {
    var page = browser.opens(PAGE);

    assertThat(page.select("main h2").first().text()).isEqualTo("Not connected yet");
    assertThat(page.select("main button").text()).isEqualTo("Connect to QuickBooks");
    assertThat(page.text())
        .contains(
            "never sees your password", company.world.address() + "/oauth/quickbooks/callback");
  }

  @Test
  void connect_leads_to_intuit_and_back_and_shows_the_company() {
    var outcome = intuit.connects(World.REALM);

    assertThat(browser.path()).isEqualTo("/oauth/quickbooks/outcome");
    assertThat(outcome.select("h1").text()).isEqualTo("Connected to QuickBooks");
    assertThat(outcome.text()).contains("acme is signed in to Acme Goods Inc.", World.REALM);
    var page = browser.opens(outcome.selectFirst("main a.button").attr("href"));
    assertThat(page.select("main h2").first().text()).isEqualTo("Acme Goods Inc.");
    assertThat(page.select(".facts").text())
        .contains("United States", "Signed in since", "Ends if never renewed", "Ends for good");
    assertThat(new Browser(company.world.address(), "fr").opens(PAGE).text())
        .doesNotContain("Acme Goods");
  }

  @Test
  void a_refresh_shows_the_outcome_again_and_asks_quickbooks_nothing() {
    var back = AtIntuit.connects(intuit.sent(), World.REALM);
    intuit.returns(back);
    var signIns = company.world.quickbooks.signIns(World.REALM);

    assertThat(intuit.returns(back).select("h1").text()).isEqualTo("Connected to QuickBooks");
    assertThat(browser.opens("/oauth/quickbooks/outcome").select("h1").text())
        .isEqualTo("Connected to QuickBooks");

    assertThat(company.world.quickbooks.signIns(World.REALM)).isEqualTo(signIns);
  }

  @Test
  void who_refuses_is_told_that_nothing_changed() {
    var outcome = intuit.returns(AtIntuit.refuses(intuit.sent()));

    assertThat(outcome.select("h1").text()).isEqualTo("You did not connect");
    assertThat(outcome.text()).contains("Nothing was changed for acme");
  }

  @Test
  void another_company_is_asked_about_with_both_names() {
    intuit.connects(World.REALM);
    var question = intuit.connects(NotConnected.OTHER);
    assertThat(question.select("h1").text()).isEqualTo("Another company than before?");
    assertThat(question.text()).contains("Acme Goods Inc.", NotConnected.OTHER);

    var answered = browser.fills(question, "/oauth/quickbooks/company", Map.of("answer", "keep"));

    assertThat(answered.text()).contains("The sales of acme go to Acme Goods Inc. as before");
    assertThat(browser.opens(PAGE).text()).contains(World.REALM);
    browser.fills(
        intuit.connects(NotConnected.OTHER),
        "/oauth/quickbooks/company",
        Map.of("answer", "change"));
    assertThat(browser.opens(PAGE).text()).contains(NotConnected.OTHER);
  }

  @Test
  void another_company_than_the_file_names_is_explained() throws IOException {
    company.namesItsCompany();

    var outcome = intuit.connects(NotConnected.OTHER);

    assertThat(outcome.select("h1").text()).isEqualTo("The file names another company");
    assertThat(outcome.text()).contains("company.realm", World.REALM, "Nothing was changed");
  }

  @Test
  void a_sign_in_that_opens_another_company_than_it_says_is_ended() {
    var back = AtIntuit.connects(intuit.sent(), NotConnected.OTHER);
    var before = company.world.quickbooks.signIns(NotConnected.OTHER);

    var outcome =
        intuit.returns(
            URI.create(
                back.toString()
                    .replace("realmId=" + NotConnected.OTHER, "realmId=" + World.REALM)));

    assertThat(outcome.select("h1").text()).isNotEqualTo("Connected to QuickBooks");
    assertThat(company.world.quickbooks.signIns(NotConnected.OTHER))
        .as("the grant is revoked")
        .isEqualTo(before);
    assertThat(company.state()).isEqualTo(SignInStates.State.NEVER);
  }

  @Test
  void a_code_that_another_browser_brings_is_not_taken(CapturedOutput log) {
    var back = AtIntuit.connects(intuit.sent(), World.REALM);
    var stranger = new Browser(company.world.address(), "en");

    var told = stranger.opens(back.getRawPath() + "?" + back.getRawQuery());

    assertThat(stranger.status()).isEqualTo(400);
    assertThat(told.select("h1").text()).isEqualTo("This sign-in was not begun here");
    assertThat(stranger.path()).isEqualTo("/oauth/quickbooks/outcome");
    assertThat(intuit.returns(back).select("h1").text()).isEqualTo("Connected to QuickBooks");
    var secrets = AtIntuit.parameters(back);
    assertThat(log.getAll()).doesNotContain(secrets.get("code"), secrets.get("state"));
    assertThat(told.html()).doesNotContain(secrets.get("code"), secrets.get("state"));
  }

  @Test
  void a_forged_state_and_a_missing_code_say_what_to_do() {
    var back = AtIntuit.connects(intuit.sent(), World.REALM);
    var callback = "/oauth/quickbooks/callback";

    assertThat(browser.opens(callback + "?state=forged&code=c&realmId=1").text())
        .contains("Nothing was changed. Begin again");
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.opens(callback).select("h1").text()).isEqualTo("Something is missing");
    assertThat(browser.opens("/oauth/quickbooks/outcome?problem=%3Cb%3E").select("h1").text())
        .isEqualTo("The sign-in is not finished");
    assertThat(intuit.returns(back).select("h1").text()).isEqualTo("Connected to QuickBooks");
  }

  @Test
  void disconnecting_asks_first_and_tells_quickbooks() {
    intuit.connects(World.REALM);
    var asked = browser.opens(PAGE + "/disconnect");
    assertThat(asked.text()).contains("Nothing of acme goes to the books");
    assertThat(company.state()).isEqualTo(SignInStates.State.SIGNED_IN);

    var after = browser.presses(asked);

    assertThat(after.select(".notice").text()).isEqualTo("Disconnected. QuickBooks knows it.");
    assertThat(after.select("main h2").first().text()).isEqualTo("Disconnected");
    assertThat(company.state()).isEqualTo(SignInStates.State.SIGNED_OUT);
  }

  @Test
  void where_quickbooks_does_not_answer_the_route_tells_it_later() {
    intuit.connects(World.REALM);
    company.world.quickbooks.order(Fault.loseRequest().on("POST", "/tokens/revoke"));

    var after = browser.presses(browser.opens(PAGE + "/disconnect"));

    assertThat(after.select(".notice").text()).contains("is told again every hour");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> company.count("select count(*) from quickbooks_to_revoke") == 0);
  }

  @Test
  void an_idle_sign_in_is_renewed_and_a_dead_one_shown_with_its_time() {
    intuit.connects(World.REALM);
    company.age();
    await().atMost(Duration.ofSeconds(20)).until(() -> company.idle() == 0);
    assertThat(company.state()).isEqualTo(SignInStates.State.SIGNED_IN);

    company.world.quickbooks.disconnect(World.REALM);
    company.age();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> company.state() == SignInStates.State.SIGNED_OUT);

    var page = browser.opens(PAGE);
    assertThat(page.select(".notice.bad").text())
        .startsWith("QuickBooks refuses the sign-in since");
    assertThat(page.select("main button").text()).isEqualTo("Sign in again");
  }

  @Test
  void an_end_that_is_near_is_shown() {
    intuit.connects(World.REALM);
    company.endsInAWeek();

    assertThat(browser.opens(PAGE).select(".notice.held").text())
        .contains("ends for good on", "(days left: 7)");
  }

  @Test
  void nobody_connects_who_is_not_signed_in_or_from_another_site() {
    var stranger = new Browser(company.world.address(), "en");
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
  void it_speaks_french() {
    intuit.connects(World.REALM);
    var french = Visitors.operator(company.world, "fr");

    assertThat(french.opens(PAGE).select(".facts").text())
        .contains("États-Unis", "Fin définitive", "Cinq ans après la connexion");
  }
}
