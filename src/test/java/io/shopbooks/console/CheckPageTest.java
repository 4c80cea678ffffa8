package io.shopbooks.console;

import static io.shopbooks.console.SettingUp.CHECK;
import static io.shopbooks.console.SettingUp.SETUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.pretend.woocommerce.NewOrder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection is checked on a page; its shop has one order that its choices would hold. */
class CheckPageTest {

  private static SettingUp acme;
  private static Browser operator;

  @BeforeAll
  static void serve() throws IOException {
    acme = new SettingUp();
    acme.world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("gift").numbered("A-1"));
    operator = Visitors.operator(acme.world, "en");
    operator.presses(operator.opens(CHECK), CHECK);
    checked(operator);
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  @BeforeEach
  void asItWas() throws IOException {
    acme.write(acme.file);
  }

  /** The page of the check when it is over. */
  private static Document checked(Browser browser) {
    for (var i = 0; i < 10_000; i++) {
      var page = browser.opens(CHECK);
      if (page.select("[hx-get]").isEmpty() && !page.select("#checked").isEmpty()) {
        return page;
      }
    }
    throw new AssertionError("The check does not end");
  }

  @Test
  void the_check_tells_what_would_be_held_and_its_remedy_is_one_edit_away() throws IOException {
    var page = operator.opens(CHECK);
    var held = page.select("article.held").last();
    assertThat(held.text()).contains("Would be held: 1", "$21.76", "For example A-1");

    var difference = operator.presses(page, CHECK + "/remedy");
    assertThat(difference.select("pre .added").text())
        .contains("gift: { account: Undeposited Funds }");
    operator.presses(difference, "/connections/acme/setup/write");

    operator.presses(operator.opens(CHECK), CHECK);
    assertThat(checked(operator).text()).contains("None would be held").doesNotContain("A-1");
    acme.write(acme.file);
    operator.presses(operator.opens(CHECK), CHECK);
    checked(operator);
  }

  @Test
  void a_finding_that_an_edit_changes_is_one_click_away() {
    var page = operator.opens(CHECK);
    var finding = page.select("article:contains(gateway 'bacs')").first();

    var difference = operator.fills(finding.selectFirst("form"), Map.of());

    assertThat(difference.select("pre .added").text())
        .contains("bacs: { account: Undeposited Funds }");
  }

  @Test
  void viewers_read_a_check_in_their_language_and_change_nothing() throws IOException {
    var viewer = Visitors.viewer(acme.world, "fr");

    assertThat(viewer.opens(CHECK).select("main button")).isEmpty();
    var checked = viewer.opens(CHECK);
    assertThat(checked.text())
        .contains("Seraient bloquées : 1")
        .contains("Rien ne dit où va l’argent du mode de paiement « bacs »")
        .contains("Lectures comptées de QuickBooks", "écritures : 0");
    assertThat(checked.select("article [lang=en]")).isEmpty();
    for (var path : List.of(CHECK, CHECK + "/remedy", CHECK + "/finding")) {
      viewer.posts(path, Map.of());
      assertThat(viewer.status()).as(path).isEqualTo(403);
    }
    assertThat(acme.now()).isEqualTo(acme.file);
  }

  @Test
  void a_file_that_is_wrong_is_mended_on_its_page() throws IOException {
    acme.write(acme.file.replace("America/New_York", "Mars"));

    var page = operator.opens(CHECK);
    assertThat(operator.path()).isEqualTo(SETUP);
    assertThat(page.select("article.held").text())
        .contains("switched off", "acme.yaml:", "sync.time-zone", "'Mars' is not a time zone.");
    var french = Visitors.viewer(acme.world, "fr").opens(SETUP);
    assertThat(French.textOf(french.select("article.held")))
        .contains("acme.yaml:", "sync.time-zone", "« Mars » n’est pas un fuseau horaire.");
    operator.presses(SettingUp.choosing("America/New_York", operator), SETUP + "/write");

    assertThat(acme.now()).isEqualTo(acme.file);
  }
}
