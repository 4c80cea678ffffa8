package io.shopbooks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.AtIntuit;
import io.shopbooks.HurriedClock;
import io.shopbooks.World;
import io.shopbooks.console.Browser;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code connect} prints an address, a browser opens it, and the terminal tells the outcome. */
class ConnectByBrowserTest {

  private static final Pattern ADDRESS = Pattern.compile("(http://\\S+)(/connect/\\S+)");

  private static World world;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void serve() throws IOException {
    world =
        World.of(
                Store.us(),
                Region.US,
                "sync: { time-zone: America/New_York, start-date: \"2026-01-01\", schedule: off }\n")
            .served();
    var file = Files.readString(world.file());
    Files.writeString(world.file(), file.replaceAll("(?m)^ {2}refresh-token:.*\n", ""));
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void nobodyIsSignedIn() {
    world
        .bean(JdbcClient.class)
        .sql("truncate quickbooks_company, quickbooks_connected, quickbooks_mirror")
        .update();
  }

  private CompletableFuture<Integer> typed(String... arguments) {
    var line =
        Commands.line(
            new Application() {
              @Override
              public int work(boolean demo, Work work) throws Exception {
                return work.with(world.application());
              }

              @Override
              public int serve(boolean demo) {
                throw new AssertionError("Nobody asked to serve");
              }
            });
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return CompletableFuture.supplyAsync(() -> line.execute(arguments));
  }

  private String invitation() {
    await().atMost(Duration.ofSeconds(30)).until(() -> err.toString().contains("Waiting"));
    var address = ADDRESS.matcher(err.toString());
    assertThat(address.find()).isTrue();
    assertThat(address.group(1)).isEqualTo(world.address());
    return address.group(2);
  }

  private static URI sent(Browser browser, String invitation) {
    browser.presses(browser.opens(invitation));
    return URI.create(browser.header("Refresh").replaceFirst("0; url=", ""));
  }

  @Test
  void a_browser_that_connects_ends_the_waiting_with_0() {
    var command = typed("connect", "acme");
    var browser = new Browser(world.address(), "en");
    var back = AtIntuit.connects(sent(browser, invitation()), World.REALM);

    var outcome = browser.opens(back.getRawPath() + "?" + back.getRawQuery());

    assertThat(outcome.select("h1").text()).isEqualTo("Connected to QuickBooks");
    assertThat(outcome.text()).contains("You may close this page.").doesNotContain("To QuickBooks");
    assertThat(command.join()).isZero();
    assertThat(out.toString()).contains("acme: signed in to company " + World.REALM);
    browser.opens("/connections/acme/quickbooks");
    assertThat(browser.path()).as("an invitation is no way into the console").isEqualTo("/sign-in");
  }

  @Test
  void a_refusal_ends_it_with_3() {
    var command = typed("connect", "acme", "--json");
    var browser = new Browser(world.address(), "en");
    var back = AtIntuit.refuses(sent(browser, invitation()));

    browser.opens(back.getRawPath() + "?" + back.getRawQuery());

    assertThat(command.join()).isEqualTo(3);
    assertThat(err.toString()).contains("somebody chose not to connect");
    assertThat(out.toString()).contains("\"signedIn\":false");
  }

  @Test
  void an_address_is_good_once_and_looking_at_it_uses_nothing() {
    var command = typed("connect", "acme");
    var invitation = invitation();
    new Browser(world.address(), "en").opens(invitation);
    var browser = new Browser(world.address(), "en");
    var intuit = sent(browser, invitation);

    var second = new Browser(world.address(), "en");
    assertThat(second.opens(invitation).text()).contains("This address was used already");
    assertThat(second.status()).isEqualTo(410);

    var back = AtIntuit.connects(intuit, World.REALM);
    browser.opens(back.getRawPath() + "?" + back.getRawQuery());
    assertThat(command.join()).isZero();
  }

  @Test
  void nobody_comes_back() {
    var command = typed("connect", "acme");
    invitation();

    ((HurriedClock) world.bean(Clock.class)).await(Duration.ofMinutes(31));

    assertThat(command.join()).isEqualTo(3);
    assertThat(err.toString()).contains("Nobody came back in time");
  }
}
