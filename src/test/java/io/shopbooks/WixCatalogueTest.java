package io.shopbooks;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopbooks.cli.Shell;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.wix.NewLine;
import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.pretend.wix.WixSite.Catalog;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.Lookout;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of a Wix site, in either of its two shapes, as items of a company. */
class WixCatalogueTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York }
      sales: { number: { prefix: "W-" } }
      taxes: { mode: mapped, us-code: New York City }
      products: { create: all, schedule: off }
      """;

  private static final Set<String> SKUS = Set.of("HAT", "SHIRT-S", "SHIRT-M", "CANDLE");

  @ParameterizedTest
  @EnumSource(names = {"V1_CATALOG", "V3_CATALOG"})
  void a_site_s_products_become_items_and_follow_it(Catalog catalog) {
    try (var world =
        World.of(
                Store.us(),
                Region.US,
                "sync: { time-zone: America/New_York, start-date: 2026-01-01 }")
            .with("shopbooks.shop.wix-calls-per-minute", "100000")) {
      var wix = world.opens(WixSite.us().limitedTo(0).with(catalog), CHOICES);

      var shown = products(world, " --dry-run");
      assertThat(shown)
          .contains(
              "create  Hat (HAT)",
              "create  Shirt (Size: S) (SHIRT-S)",
              "create  Shirt (Size: M) (SHIRT-M)",
              "Print")
          .doesNotContain("create  Shirt (SHIRT", "create  Print");
      assertThat(items(world)).isEmpty();

      assertThat(products(world, "")).contains("4 items made, 0 changed");
      assertThat(item(world, "SHIRT-S").path("Name").asText())
          .isEqualTo("Shirt (Size - S) [SHIRT-S]");
      // No order has told yet whether tax is within prices.
      assertThat(price(world, "HAT")).isEqualTo("0");

      sells(wix);
      wix.goods().prices("SHIRT-S", "24.00");
      wix.goods().reduces("HAT", "8.00");
      assertThat(products(world, "")).contains("0 items made, 4 changed");
      assertThat(price(world, "HAT")).isEqualTo("10");
      assertThat(price(world, "SHIRT-S")).isEqualTo("24");

      bookkeeperPrices(world, "CANDLE", "12.00");
      wix.goods().hides("HAT");
      wix.goods().prices("CANDLE", "15.00");
      wix.goods().prices("SHIRT-S", "25.00");
      world.passes(Duration.ofHours(2));
      assertThat(products(world, "")).contains("0 items made, 2 changed");
      assertThat(price(world, "CANDLE")).as("what a person changed stays").isEqualTo("12");
      assertThat(item(world, "HAT").path("Active").asBoolean()).isTrue();
      assertThat(products(world, "")).contains("0 items made, 0 changed");
    }
  }

  private static void sells(PretendWix wix) {
    wix.sells(anOrder().of(NewLine.of("Hat", "10").times(2)));
  }

  private static void bookkeeperPrices(World world, String sku, String price) {
    var id = item(world, sku).path("Id").asText();
    world.company.edit("Item", id, "{\"UnitPrice\":" + price + "}");
    world.bean(Lookout.class).refresh(World.REALM);
  }

  private static String products(World world, String options) {
    return Shell.run(world, "shopbooks products wix" + options).said();
  }

  private static List<JsonNode> items(World world) {
    return world.company.lists().all("Item").stream()
        .map(Edits::json)
        .filter(item -> SKUS.contains(item.path("Sku").asText()))
        .toList();
  }

  private static JsonNode item(World world, String sku) {
    return items(world).stream()
        .filter(item -> item.path("Sku").asText().equals(sku))
        .findFirst()
        .orElseThrow();
  }

  private static String price(World world, String sku) {
    return item(world, sku).path("UnitPrice").decimalValue().stripTrailingZeros().toPlainString();
  }
}
