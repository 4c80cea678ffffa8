package io.shopbooks.console;

import static io.shopbooks.console.SettingUp.SETUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopbooks.connections.Connections;
import io.shopbooks.data.Secrets;
import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.pretend.woocommerce.ApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Connections are set up on pages. */
@ExtendWith(OutputCaptureExtension.class)
class SetUpTest {

  private static SettingUp acme;
  private static PretendWix wix;
  private static Browser operator;
  private static Document firstVisit;
  private static Document readingPage;

  @BeforeAll
  static void serve() throws IOException {
    acme = new SettingUp();
    wix = acme.world.opens(WixSite.us().limitedTo(0), "sync: { time-zone: America/New_York }\n");
    operator = Visitors.operator(acme.world, "en");
    operator.opens(SETUP);
    firstVisit = operator.opens(SETUP);
    readingPage = operator.presses(firstVisit, SETUP + "/read");
    await().until(() -> operator.opens(SETUP).select("#reading").isEmpty());
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  @BeforeEach
  void asItWas() throws IOException {
    acme.write(acme.file);
  }

  @Test
  void what_fits_is_suggested_and_counts_when_it_was_ticked_shown_and_written() throws IOException {
    var page = operator.opens(SETUP);
    var account = SetUpField.of(page, "payments.methods.stripe.account");
    assertThat(account.element().text()).contains("Use “Stripe clearing” (similar name)");
    assertThat(account.element().selectFirst("input[type=checkbox]").hasAttr("checked"))
        .as("nothing is ticked by itself")
        .isFalse();

    var difference = operator.fills(page, SETUP, account.ticked());
    assertThat(difference.select("pre .added").text()).contains("account: Stripe clearing");
    assertThat(difference.select("pre .removed").text()).contains("account: Undeposited Funds");
    assertThat(acme.now()).isEqualTo(acme.file);

    var written = operator.presses(difference, SETUP + "/write");
    assertThat(written.text()).contains("acme.yaml is written");
    assertThat(acme.now())
        .isEqualTo(acme.file.replace("account: Undeposited Funds", "account: Stripe clearing"));
    var methods = acme.world.bean(Connections.class).named("acme").choices().payments().methods();
    assertThat(methods.get("stripe").account()).isEqualTo("Stripe clearing");
  }

  @Test
  void the_company_is_read_when_somebody_asks_for_it_and_not_by_a_visit() {
    assertThat(firstVisit.select("#reading")).isEmpty();
    assertThat(firstVisit.text()).contains("The company was not read yet", "Read QuickBooks");
    assertThat(readingPage.select("#reading").text()).contains("The company is being read");
    assertThat(operator.opens(SETUP).text())
        .contains("Read QuickBooks anew")
        .doesNotContain("was not read yet");
  }

  @Test
  void what_an_owner_chooses_on_the_first_day_is_on_the_page() throws IOException {
    var page = operator.opens(SETUP);
    assertThat(page.text()).contains("The shop sells in USD", "Rarer choices stand in");
    var given = new HashMap<String, String>();
    for (var choice :
        Map.of(
                "sales.document", "invoice",
                "credits.document", "credit-memo",
                "products.create", "never",
                "taxes.mode", "automated",
                "report.send", "daily",
                "stock.enabled", "true")
            .entrySet()) {
      var list = SetUpField.of(page, choice.getKey()).element().selectFirst("select");
      assertThat(list.select("option").eachAttr("value")).contains("", choice.getValue());
      given.put(list.attr("name"), choice.getValue());
    }

    var difference = operator.fills(page, SETUP, given);

    assertThat(difference.select("pre .added").text())
        .contains("document: invoice", "document: credit-memo", "create: never")
        .contains("mode: automated", "send: daily", "enabled: true");
    assertThat(acme.now()).isEqualTo(acme.file);
  }

  @Test
  void a_difference_that_was_written_is_not_written_again() throws IOException {
    var difference = SettingUp.choosing("America/Toronto", operator);
    operator.presses(difference, SETUP + "/write");
    acme.write(acme.file);

    assertThat(operator.presses(difference, SETUP + "/write").text())
        .contains("There is nothing to write");
    assertThat(acme.now()).isEqualTo(acme.file);
  }

  @Test
  void a_file_that_somebody_else_changed_meanwhile_is_left() throws IOException {
    var difference = SettingUp.choosing("America/Toronto", operator);
    acme.write(acme.file + "# by hand\n");

    assertThat(operator.presses(difference, SETUP + "/write").text())
        .contains("Somebody changed the file");
    assertThat(acme.now()).isEqualTo(acme.file + "# by hand\n");
  }

  @Test
  void what_would_make_the_file_wrong_is_refused_with_what_is_wrong() throws IOException {
    var refused = SettingUp.choosing("Mars", operator);

    assertThat(refused.select("[role=alert]").text()).contains("would be wrong", "sync.time-zone");
    var again = SettingUp.choosing("Mars", Visitors.operator(acme.world, "fr"));
    assertThat(French.textOf(again.select("[role=alert]")))
        .contains("sync.time-zone", "« Mars » n’est pas un fuseau horaire.");
    assertThat(acme.now()).isEqualTo(acme.file);
  }

  @Test
  void a_secret_goes_to_the_store_and_neither_to_a_page_nor_a_log(CapturedOutput log)
      throws IOException {
    var key = acme.world.shop.key(ApiKey.Rights.READ_WRITE);
    var page = operator.opens(SETUP);
    assertThat(page.text()).contains("Stands in the file, where others may read it");
    var given = Map.of("consumer-key", key.key(), "consumer-secret", key.secret());

    var difference = operator.fills(page, SETUP, given);
    var written = operator.presses(difference, SETUP + "/write");

    assertThat(acme.now())
        .contains("consumer-key: ${secret:acme.consumer-key}")
        .doesNotContain(key.key(), key.secret());
    assertThat(acme.world.bean(Secrets.class).find("acme.consumer-secret")).contains(key.secret());
    assertThat(written.text()).contains("Kept encrypted");
    for (var text : List.of(page.html(), difference.html(), written.html(), log.getAll())) {
      assertThat(text)
          .doesNotContain(key.key(), key.secret())
          .doesNotContainPattern("c[ks]_\\w{9}");
    }
    assertThat(operator.opens(SETUP).text()).doesNotContain("The shop does not answer");
  }

  @Test
  void a_connection_is_made_on_a_page() throws IOException {
    var page = operator.opens("/connections/new");
    var given = new HashMap<>(Map.of("name", "acme", "kind", "woocommerce"));
    given.putAll(Map.of("url", "http://localhost:1", "time-zone", "Europe/Paris"));
    given.put("start-date", "2026-01-01");
    given.putAll(Map.of("consumer-key", "ck_typed", "consumer-secret", "cs_typed"));
    var taken = operator.fills(page, "/connections/new", given);
    assertThat(taken.text()).contains("There is a connection of this name already");
    assertThat(taken.html()).contains("http://localhost:1").doesNotContain("ck_typed");

    given.put("name", "other");
    var difference = operator.fills(taken, "/connections/new", given);
    assertThat(difference.select("[role=alert]").text()).isEmpty();
    var made = operator.presses(difference, "/connections/other/setup/write");

    var file = acme.world.file().resolveSibling("other.yaml");
    try {
      assertThat(operator.path()).isEqualTo("/connections/other/setup");
      assertThat(made.text()).contains("other.yaml is written", "The shop does not answer");
      assertThat(Files.readString(file))
          .startsWith("# yaml-language-server: $schema=../connection.schema.json\n")
          .contains("url: http://localhost:1", "consumer-key: ${secret:other.consumer-key}");
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void a_wix_site_has_its_own_fields_and_its_key_goes_to_the_store() throws IOException {
    var setup = "/connections/wix/setup";
    var file = acme.world.file().resolveSibling("wix.yaml");
    var page = operator.opens(setup);
    assertThat(SetUpField.of(page, "shop.site-id").element().select("input").eachAttr("value"))
        .contains(wix.siteId());
    assertThat(page.select(".field .hint code").eachText()).doesNotContain("shop.url");
    assertThat(page.select("[name=consumer-key], [name=consumer-secret]")).isEmpty();
    var instance = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    var publicKey = wix.webhooks().publicKey().replaceAll("-----[A-Z ]+-----|\\s", "");
    var given = new HashMap<String, String>();
    given.put(SetUpField.of(page, "shop.instance-id").name(), instance);
    given.put(SetUpField.of(page, "shop.app-public-key").name(), publicKey);
    given.put("api-key", wix.key().key());

    var difference = operator.fills(page, setup, given);
    var written = operator.presses(difference, setup + "/write");

    assertThat(written.text()).contains("wix.yaml is written");
    assertThat(Files.readString(file))
        .contains("instance-id: " + instance, "api-key: ${secret:wix.api-key}")
        .doesNotContain(wix.key().key());
    for (var shown : List.of(page, difference, written)) {
      assertThat(shown.html()).doesNotContain(wix.key().key());
    }
    var site = acme.world.bean(Connections.class).named("wix").shop().wix().orElseThrow();
    assertThat(site.apiKey()).isEqualTo(wix.key().key());
    assertThat(site.appPublicKey()).contains(publicKey);
    assertThat(operator.opens("/").select("section.card:contains(wix)").text())
        .contains("Wix " + wix.siteId().substring(0, 8))
        .doesNotContain(wix.siteId());
  }

  @Test
  void viewers_change_nothing() throws IOException {
    var viewer = Visitors.viewer(acme.world, "fr");

    assertThat(viewer.opens(SETUP).select("main button, main [type=password]")).isEmpty();
    for (var path : List.of(SETUP, SETUP + "/write", SETUP + "/read", "/connections/new")) {
      viewer.posts(path, Map.of());
      assertThat(viewer.status()).as(path).isEqualTo(403);
    }
    assertThat(acme.now()).isEqualTo(acme.file);
  }

  @Test
  void a_connection_that_is_not_there_has_no_pages() {
    for (var path : List.of("setup", "check", "quickbooks")) {
      operator.opens("/connections/nobody/" + path);
      assertThat(operator.status()).as(path).isEqualTo(404);
    }
  }
}
