package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** The first page and who may see it, as a browser gets it. One order is in the books, one held. */
class ConsoleTest {

  private static World world;

  @BeforeAll
  static void serve() throws IOException {
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: off }
                products: { create: never }
                taxes: { mode: mapped, us-code: New York City }
                payments: { methods: { stripe: { account: Undeposited Funds } } }
                """)
            .with("shopbooks.metrics-token", "collector")
            .served();
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-1"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("gift<b>").numbered("A-2"));
    world.sync();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static Browser browser(String language) {
    return new Browser(world.address(), language);
  }

  private static String link() {
    return "/sign-in?token=" + world.bean(SignInLinks.class).make();
  }

  private static Browser signedIn(String language) {
    var browser = browser(language);
    browser.presses(browser.opens(link()));
    return browser;
  }

  @Test
  void who_is_not_signed_in_is_told_how_to() {
    var browser = browser("en");

    var page = browser.opens("/");

    assertThat(browser.path()).isEqualTo("/sign-in");
    assertThat(page.text()).contains("on the terminal").doesNotContain("A-1", "A-2");
    browser.opens("/anything-else");
    assertThat(browser.path()).isEqualTo("/sign-in");
  }

  @Test
  void a_link_signs_in_once_and_only_when_its_button_is_pressed() {
    var link = link();
    // A mail program looks at it.
    assertThat(browser("en").opens(link).select("form button").text()).isEqualTo("Sign in");

    var browser = browser("en");
    var home = browser.presses(browser.opens(link));

    assertThat(browser.path()).isEqualTo("/");
    assertThat(home.select("h1").text()).isEqualTo("Needs you");
    var second = browser("en");
    assertThat(second.presses(second.opens(link)).text()).contains("was used already");
    second.opens("/");
    assertThat(second.path()).isEqualTo("/sign-in");
  }

  @Test
  void a_link_is_good_for_a_day_and_the_database_does_not_know_it() {
    var db = world.bean(JdbcClient.class);
    var token = world.bean(SignInLinks.class).make();
    var late = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
    var given = new UsernamePasswordAuthenticationToken("", token);

    assertThatThrownBy(() -> new SignInLinks(db, late).authenticate(given))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(db.sql("select encode(hash, 'escape') from sign_in_link").query(String.class).list())
        .isNotEmpty()
        .noneMatch(hash -> hash.contains(token));
  }

  @Test
  void signing_out_ends_the_session() {
    var browser = signedIn("en");

    assertThat(browser.presses(browser.opens("/"), "/sign-out").text())
        .contains("You are signed out.");

    browser.opens("/");
    assertThat(browser.path()).isEqualTo("/sign-in");
  }

  @Test
  void a_form_of_another_site_does_nothing() {
    var browser = signedIn("en");

    var answer = browser.posts("/sign-out", Map.of());

    assertThat(browser.status()).isEqualTo(403);
    assertThat(answer.select("h1").text()).isEqualTo("That is not allowed");
    browser.opens("/");
    assertThat(browser.path()).isEqualTo("/");
  }

  @Test
  void the_page_shows_the_connection_its_sums_documents_and_what_is_held() {
    var page = signedIn("en").opens("/");

    var held = page.selectFirst("article.held");
    assertThat(held.text())
        .contains(
            "Order A-2",
            "$21.76",
            "Nothing says where the money went",
            "In mappings/connections/acme.yaml:",
            "Then run: shopbooks held retry acme --order A-2");
    assertThat(held.select("pre").first().wholeText().lines()).first().isEqualTo("payments:");
    var card = page.selectFirst("section.card");
    assertThat(card.select("h2").text()).isEqualTo("acme");
    assertThat(card.select(".facts").text())
        .contains("Signed in", "company " + World.REALM, "Last sync", "On demand");
    assertThat(card.select(".sums .is-in-books").text()).contains("1", "$21.76");
    assertThat(card.select(".sums .is-held").text()).contains("1", "$21.76");
    assertThat(card.select("table.newest tbody tr").text())
        .contains("A-1", "Sales receipt", "In the books");
    assertThat(card.text()).contains("Times are those of America/New_York.");
  }

  @Test
  void products_without_an_item_are_shown_with_what_was_sold_of_them() {
    assertThat(signedIn("en").opens("/").select("table.products").text())
        .contains("T-Shirt Classic", "TSHIRT-01", "1 sale", "$19.99");
    var french = signedIn("fr").opens("/");
    assertThat(french.text()).contains("Produits sans article", "shopbooks unmatched acme");
    assertThat(french.select("table.products").text()).contains("1 vente");
  }

  @Test
  void it_speaks_french_to_those_who_prefer_it_and_english_to_all_others() {
    var page = signedIn("fr-CA,en;q=0.5").opens("/");

    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("fr");
    assertThat(page.text())
        .contains("Commande A-2", "Reçu de vente")
        .containsPattern("21,76\\h\\$\\hUS");
    assertThat(page.text()).doesNotContain("Needs you", "Sales receipt");
    assertThat(signedIn("de").opens("/").selectFirst("html").attr("lang")).isEqualTo("en");
  }

  @Test
  void it_needs_nothing_from_elsewhere_and_no_script() {
    var browser = signedIn("en");
    var page = browser.opens("/");

    assertThat(page.select("script:not([src^=/webjars/]), [style], [onclick]")).isEmpty();
    assertThat(page.select("link[href], img[src]").eachAttr("href"))
        .allSatisfy(href -> assertThat(href).startsWith("/console/"));
    assertThat(browser.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(browser.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(browser.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(browser.header("Cache-Control")).contains("no-store");
    browser.opens("/console/console.css");
    assertThat(browser.status()).isEqualTo(200);
  }

  @Test
  void a_page_that_is_not_there_says_so() {
    var browser = signedIn("en");

    assertThat(browser.opens("/nowhere").select("h1").text()).isEqualTo("There is no such page");
    assertThat(browser.status()).isEqualTo(404);
  }

  @Test
  void a_broken_connection_file_is_shown_with_its_line_and_remedy() throws IOException {
    var file = world.file().resolveSibling("broken.yaml");
    Files.writeString(file, "shop: { kind: woocommerce }\nsale: {}\n");
    try {
      assertThat(signedIn("en").opens("/").select("article.held").text())
          .contains("broken.yaml is switched off", "broken.yaml:2 sale");
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void health_is_open_and_knows_when_a_route_is_lost() throws Exception {
    var browser = browser("en");
    browser.opens("/actuator/health/readiness");
    assertThat(browser.status()).isEqualTo(200);

    var routes = world.bean(CamelContext.class).getRouteController();
    routes.stopRoute("look-back");
    try {
      browser.opens("/actuator/health/readiness");
      assertThat(browser.status()).isEqualTo(503);
      assertThat(world.bean(RoutesHealth.class).health().getDetails().toString())
          .contains("look-back");
    } finally {
      routes.startRoute("look-back");
    }
  }

  @Test
  void metrics_are_for_who_is_signed_in_or_has_the_token() {
    var browser = browser("en");
    browser.opens("/actuator/prometheus");
    assertThat(browser.status()).isEqualTo(401);
    browser.with("Authorization", "Bearer wrong", "/actuator/prometheus");
    assertThat(browser.status()).isEqualTo(401);

    var metrics = browser.with("Authorization", "Bearer collector", "/actuator/prometheus");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(metrics.text()).contains("camel_exchanges_total");
    var person = signedIn("en");
    person.opens("/actuator/prometheus");
    assertThat(person.status()).isEqualTo(200);
  }
}
