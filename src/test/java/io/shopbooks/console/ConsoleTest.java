package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    return Visitors.nobody(world, language);
  }

  private static Browser signedIn(String language) {
    return Visitors.operator(world, language);
  }

  @Test
  void the_first_page_says_what_needs_a_person_and_how_each_connection_stands() {
    var page = signedIn("en").opens("/");

    var held = page.selectFirst("article.held");
    assertThat(held.text()).contains("Nothing says where the money went", "$21.76", "acme: 1");
    assertThat(held.select("a").attr("href")).startsWith("/connections/acme/held#no-payment-rule");
    var card = page.selectFirst("section.card");
    assertThat(card.select("h2").text()).isEqualTo("acme");
    assertThat(card.select(".facts").text())
        .contains("Signed in", "company " + World.REALM, "Last sync", "On demand");
    assertThat(card.select(".sums .is-in-books").text()).contains("1", "$21.76");
    assertThat(card.select(".sums .is-held").text()).contains("1", "$21.76");
    assertThat(card.text()).contains("Times are those of America/New_York.");
  }

  @Test
  void the_page_of_a_connection_shows_its_documents_its_days_and_since_when_something_waits() {
    var page = signedIn("en").opens("/connections/acme");

    assertThat(page.select("table.newest tbody tr").text())
        .contains("A-1", "Sales receipt", "In the books");
    assertThat(page.select("svg.picture rect.bar-in-books")).hasSize(1);
    assertThat(page.select("svg.picture rect.bar-held")).hasSize(1);
    assertThat(page.select("table.days tbody tr").text()).endsWith("1 0 1 $21.76");
    assertThat(page.text()).contains("waits since", "The file has no schedule");
  }

  @Test
  void products_without_an_item_are_shown_with_what_was_sold_of_them() {
    assertThat(signedIn("en").opens("/connections/acme").select("table.products").text())
        .contains("T-Shirt Classic", "TSHIRT-01", "1 sale", "$19.99");
    var french = signedIn("fr").opens("/connections/acme");
    assertThat(french.text()).contains("Produits sans article", "Leur choisir des articles (1)");
    assertThat(french.select("table.products").text()).contains("1 vente");
  }

  @Test
  void it_speaks_french_to_those_who_prefer_it_and_english_to_all_others() {
    var page = signedIn("fr-CA,en;q=0.5").opens("/connections/acme/sales");

    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("fr");
    assertThat(page.text())
        .contains("A-2", "Reçu de vente", "Dans les comptes")
        .containsPattern("21,76\\h\\$\\hUS");
    assertThat(page.text()).doesNotContain("In the books", "Sales receipt");
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
  void a_run_whose_process_died_is_told_and_keeps_nobody_from_syncing() {
    var db = world.bean(JdbcClient.class);
    var now = world.bean(Clock.class).instant();
    var olga = signedIn("en");
    db.sql("insert into run (connection, started_at) values ('acme', :now)")
        .param("now", Timestamp.from(now))
        .update();
    try {
      var page = olga.opens("/connections/acme");
      assertThat(page.text()).contains("The sync was interrupted").doesNotContain("A sync runs.");
      assertThat(page.select("form[action$=/sync] button[disabled]")).isEmpty();
      var runs = olga.opens("/connections/acme/runs");
      assertThat(runs.select(".tag").get(0).text()).isEqualTo("The sync was interrupted");

      db.sql("insert into lease (name, holder, held_until) values ('sync acme', 'x', :until)")
          .param("until", Timestamp.from(now.plusSeconds(60)))
          .update();
      page = olga.opens("/connections/acme");
      assertThat(page.text()).contains("A sync runs.").doesNotContain("interrupted");
      assertThat(page.select("form[action$=/sync] button[disabled]")).hasSize(1);
      runs = olga.opens("/connections/acme/runs");
      assertThat(runs.select(".tag").get(0).text()).isEqualTo("Not finished yet");
    } finally {
      db.sql("delete from run where ended_at is null").update();
      db.sql("delete from lease where holder = 'x'").update();
    }
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
          .contains("broken.yaml is switched off", "broken.yaml:2 sale", "Unknown key 'sale'.");
      var french = signedIn("fr").opens("/").select("article.held:contains(broken.yaml)");
      assertThat(French.textOf(french))
          .contains("broken.yaml:2 sale", "Clé « sale » inconnue.")
          .contains("La clé « time-zone » manque.");
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

  @Test
  void the_language_is_kept_and_leads_back_to_the_page_and_nowhere_else() {
    var ann = signedIn("en");

    var page = ann.presses(ann.opens("/people?x=1"), "/language");

    assertThat(ann.path()).isEqualTo("/people");
    assertThat(page.select("h1").text()).isEqualTo("Personnes");
    assertThat(ann.opens("/").selectFirst("html").attr("lang")).isEqualTo("fr");
    for (var elsewhere :
        new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
      ann.fills(page, "/language", Map.of("to", elsewhere));
      assertThat(ann.path()).isEqualTo("/");
    }
  }
}
