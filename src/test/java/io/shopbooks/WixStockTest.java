package io.shopbooks;

import static io.shopbooks.pretend.wix.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.cli.Shell;
import io.shopbooks.connections.Connections;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.wix.Fault;
import io.shopbooks.pretend.wix.NewLine;
import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.pretend.wix.WixSite.Catalog;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.sale.StockAnswer.Outcome;
import io.shopbooks.sale.StockOrder;
import io.shopbooks.shop.Shops;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Quantities on hand go to Wix sites of either catalog. */
class WixStockTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York }
      sales: { number: { prefix: "W-" } }
      taxes: { mode: mapped, us-code: New York City }
      stock: { enabled: true, zero-guard: 100% }
      """;

  private static final Map<String, Integer> ON_HAND =
      Map.of("HAT", 25, "SHIRT-S", 12, "SHIRT-M", 7, "CANDLE", 3);

  private static final Map<Catalog, Place> PLACES = new EnumMap<>(Catalog.class);

  /** A site whose first comparison was confirmed. */
  private record Place(World world, PretendWix wix, Shell.Came first, int hatsAtFirst) {

    static Place open(Catalog catalog) {
      var world =
          World.of(
                  Store.us(),
                  Region.US,
                  "sync: { time-zone: America/New_York, start-date: 2026-01-01 }")
              .with("shopbooks.shop.wix-calls-per-minute", "100000")
              .with("shopbooks.shop.first-pause", "10ms");
      var wix = world.opens(WixSite.us().limitedTo(0).with(catalog), CHOICES);
      world.company.preferences().trackInventory(true);
      ON_HAND.forEach(
          (sku, count) -> {
            var item = "Item " + sku;
            world.company.lists().addInventoryItem(item, "" + count, "1.00", "2026-01-01");
            world.company.lists().set("Item", item, "Sku", sku);
          });
      var first = stock(world, "");
      var hats = wix.goods().stock("HAT");
      stock(world, "--confirm " + Stocked.fingerprint(first));
      return new Place(world, wix, first, hats);
    }

    Shell.Came stock(String options) {
      return stock(world, options);
    }

    static Shell.Came stock(World world, String options) {
      return Shell.run(world, ("shopbooks stock wix " + options).strip());
    }

    void inBooks(String sku, int count) {
      world.company.lists().setQuantity("Item " + sku, "" + count);
    }

    long written(String name) {
      return world
          .bean(JdbcClient.class)
          .sql("select count(*) from stock_change where name = ? and state = 'written'")
          .param(name)
          .query(Long.class)
          .single();
    }
  }

  private static Place of(Catalog catalog) {
    return PLACES.computeIfAbsent(catalog, Place::open);
  }

  @AfterAll
  static void close() {
    PLACES.values().forEach(place -> place.world.close());
    PLACES.clear();
  }

  @ParameterizedTest
  @EnumSource(names = {"V1_CATALOG", "V3_CATALOG"})
  void the_first_comparison_of_a_site_waits_and_is_written_when_confirmed(Catalog catalog) {
    var place = of(catalog);

    assertThat(place.first.status()).isEqualTo(1);
    assertThat(place.first.said())
        .contains("confirm Hat (HAT): 40 in the shop, 25 in QuickBooks")
        .doesNotContain("SHIRT-S");
    assertThat(place.hatsAtFirst).isEqualTo(40);
    assertThat(place.written("Hat")).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = {"V1_CATALOG", "V3_CATALOG"})
  void a_quantity_of_one_variant_goes_to_that_variant(Catalog catalog) {
    var place = of(catalog);
    place.inBooks("SHIRT-M", 9);

    place.stock("");

    assertThat(place.wix.goods().stock("SHIRT-M")).isEqualTo(9);
    assertThat(place.wix.goods().stock("SHIRT-S")).isEqualTo(12);
  }

  @ParameterizedTest
  @EnumSource(names = {"V1_CATALOG", "V3_CATALOG"})
  void what_a_person_sets_on_the_site_is_shown_and_not_written_over(Catalog catalog) {
    var place = of(catalog);
    place.wix.goods().sets("CANDLE", 8);

    var run = place.stock("");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).contains("Candle (CANDLE): 8 in the shop, 3 in QuickBooks");
    assertThat(place.wix.goods().stock("CANDLE")).isEqualTo(8);
    place.inBooks("CANDLE", 8);
    assertThat(place.stock("").said()).doesNotContain("CANDLE");
  }

  @ParameterizedTest
  @EnumSource(names = {"V1_CATALOG", "V3_CATALOG"})
  void a_sale_and_an_answer_that_is_lost_leave_both_sides_equal(Catalog catalog) {
    var place = of(catalog);
    var before = place.wix.goods().stock("HAT");
    place.wix.sells(anOrder().of(NewLine.of("Hat", "10").times(2)));
    place.stock("");
    assertThat(place.wix.goods().stock("HAT")).isEqualTo(before - 2);
    place.world.sync("wix");
    var change =
        catalog == Catalog.V1_CATALOG ? "/inventoryItems/product/" : "/inventory-items/update";
    place.wix.fails(Fault.on(change).cutsAfter());
    var written = place.written("Hat");

    place.inBooks("HAT", before + 3);
    place.stock("");
    place.wix.recovers();
    place.stock("");

    assertThat(place.wix.goods().stock("HAT")).isEqualTo(before + 3);
    assertThat(place.written("Hat")).isEqualTo(written + 1);
  }

  @ParameterizedTest
  @EnumSource(names = "V3_CATALOG")
  void what_another_shop_of_the_company_sold_and_did_not_post_is_taken_off(Catalog catalog) {
    var place = of(catalog);
    var before = place.wix.goods().stock("SHIRT-S");
    var other = place.world.shop;
    other
        .goods()
        .adds(
            "{\"name\":\"Shirt\",\"sku\":\"SHIRT-S\",\"regular_price\":\"5.00\",\"manage_stock\":true,\"stock_quantity\":9}");
    var order =
        other.sells(
            io.shopbooks.pretend.woocommerce.NewOrder.anOrder()
                .of("SHIRT-S", 2)
                .inStatus("on-hold"));

    place.world.sync();
    place.stock("");
    var meanwhile = place.wix.goods().stock("SHIRT-S");
    other.movesTo(order, "cancelled");
    place.world.sync();
    place.stock("");

    assertThat(meanwhile).isEqualTo(before - 2);
    assertThat(place.wix.goods().stock("SHIRT-S")).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"V1_CATALOG", "V3_CATALOG"})
  void what_changed_since_it_was_decided_upon_is_not_written_over(Catalog catalog) {
    var place = of(catalog);
    var connection = place.world.bean(Connections.class).named("wix");
    var shops = place.world.bean(Shops.class);
    var shirt =
        shops.stock(connection, Optional.empty()).levels().stream()
            .filter(level -> level.sells().containsValue("SHIRT-S"))
            .findFirst()
            .orElseThrow();
    place.wix.goods().sets("SHIRT-S", 11);
    var order = new StockOrder(shirt.product(), new BigDecimal("12"), BigDecimal.TEN, false);

    var answers = shops.stockUp(connection, List.of(order));
    place.wix.goods().sets("SHIRT-S", 12);

    assertThat(answers).singleElement().extracting("outcome").isEqualTo(Outcome.MOVED);
  }

  @ParameterizedTest
  @EnumSource(names = {"V1_CATALOG", "V3_CATALOG"})
  void a_site_that_does_not_count_stays_so(Catalog catalog) {
    var place = of(catalog);
    var connection = place.world.bean(Connections.class).named("wix");
    var shops = place.world.bean(Shops.class);

    var levels = shops.stock(connection, Optional.empty()).levels();
    var prints = levels.stream().filter(level -> level.name().equals("Print")).toList();
    var answers =
        shops.stockUp(
            connection,
            List.of(
                new StockOrder(prints.get(0).product(), BigDecimal.ZERO, BigDecimal.ONE, false)));

    assertThat(prints).singleElement().extracting("counted").isEqualTo(false);
    assertThat(answers).singleElement().extracting("outcome").isEqualTo(Outcome.NOT_COUNTED);
  }
}
