package io.shopbooks.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A person compares stock and agrees to it, on the page. */
@TestInstance(Lifecycle.PER_CLASS)
class StockPageTest {

  private static final String ADDRESS = "/connections/acme/stock";

  private final World world =
      World.of(
              Store.us(),
              Region.US,
              """
              sync: { time-zone: America/New_York, start-date: "2026-01-01", schedule: off }
              taxes: { mode: mapped, us-code: New York City }
              stock: { enabled: true, zero-guard: 100% }
              """)
          .served();

  private int cup;

  @BeforeAll
  void sell() {
    world.company.preferences().trackInventory(true);
    world.company.lists().addInventoryItem("Item CUP", "7", "1.00", "2026-01-01");
    world.company.lists().set("Item", "Item CUP", "Sku", "CUP");
    cup =
        world
            .shop
            .goods()
            .adds(
                "{\"name\":\"Cup\",\"sku\":\"CUP\",\"regular_price\":\"5.00\",\"manage_stock\":true,\"stock_quantity\":4}");
    world.application();
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void what_was_shown_is_written_when_a_person_agrees_and_nothing_else() {
    var browser = Visitors.operator(world, "en");
    var empty = browser.opens(ADDRESS);
    assertThat(empty.select("main").text()).contains("Nothing was compared yet");

    var compared = settled(browser, browser.presses(empty, ADDRESS));
    assertThat(compared.select("main").text())
        .contains("Waits for you", "Cup", "CUP", "First comparison");
    assertThat(inShop()).isEqualTo(4);

    var report = browser.opens("/connections/acme/reports");
    assertThat(report.select("main").text()).contains("1 quantity waits for you");
    assertThat(report.select("main a[href=" + ADDRESS + "]").text()).isEqualTo("Look at the stock");

    world.company.lists().setQuantity("Item CUP", "8");
    var moved = agree(browser, compared);
    assertThat(moved.select(".notice.bad").text()).contains("Nothing was written");
    assertThat(inShop()).isEqualTo(4);

    var agreed = agree(browser, moved);
    assertThat(agreed.select(".notice.good").text()).contains("Quantities written to the shop: 1");
    assertThat(inShop()).isEqualTo(8);
    assertThat(agreed.select("section[aria-labelledby=stock-changes] td").eachText())
        .contains("Cup", "4", "8", "written");

    switchedOff();
    world.company.lists().setQuantity("Item CUP", "9");
    var refused = browser.presses(moved, ADDRESS + "/confirm");
    assertThat(refused.select(".notice.bad").text()).contains("does not set the shop’s stock");
    assertThat(inShop()).isEqualTo(8);

    var french = Visitors.viewer(world, "fr").opens(ADDRESS);
    assertThat(french.select("main").text()).contains("Dernières modifications", "écrit");
    assertThat(french.select("main form")).isEmpty();
  }

  private void switchedOff() {
    try {
      var text = Files.readString(world.file());
      Files.writeString(world.file(), text.replace("enabled: true", "enabled: false"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document agree(Browser browser, Document page) {
    return settled(browser, browser.presses(page, ADDRESS + "/confirm"));
  }

  /** What the page shows once it is at an end with what it began. */
  private static Document settled(Browser browser, Document page) {
    var shown = page;
    while (!shown.select("#turn a").isEmpty()) {
      shown = browser.opens(ADDRESS);
    }
    return shown;
  }

  private int inShop() {
    return world.shop.goods().stock(cup).intValueExact();
  }
}
