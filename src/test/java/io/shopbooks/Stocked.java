package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.cli.Shell;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products of acme with their items, and what {@code shopbooks stock acme} makes of them. */
record Stocked(World world) {

  /** A product and its item, both sides agreeing on it. */
  int agreed(String sku, String quantity) {
    var id = counted(sku, quantity, quantity);
    assertThat(stock("").said()).doesNotContain(sku);
    return id;
  }

  /** A product and its item. */
  int counted(String sku, String onHand, String inShop) {
    item(sku, onHand);
    return world
        .shop
        .goods()
        .adds(
            "{\"name\":\"%s\",\"sku\":\"%s\",\"regular_price\":\"5.00\",\"manage_stock\":true,\"stock_quantity\":%s}"
                .formatted(sku, sku, inShop));
  }

  /** An inventory item. */
  void item(String sku, String onHand) {
    world.company.lists().addInventoryItem("Item " + sku, onHand, "1.00", "2026-01-01");
    world.company.lists().set("Item", "Item " + sku, "Sku", sku);
  }

  int variation(String sku) {
    return world.shop.goods().idOf(sku);
  }

  Shell.Came stock(String options) {
    return Shell.run(world, ("shopbooks stock acme " + options).strip());
  }

  static String fingerprint(Shell.Came came) {
    return came.said()
        .lines()
        .filter(line -> line.contains("--confirm "))
        .map(line -> line.substring(line.indexOf("--confirm ") + 10).strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError(came.said()));
  }

  int inShop(int id) {
    return world.shop.goods().stock(id).intValueExact();
  }

  /** What was written, "CUP 4>8 written". */
  List<String> changes() {
    return world
        .bean(JdbcClient.class)
        .sql("select name, before, after, state from stock_change order by id")
        .query(
            (row, n) ->
                "%s %s>%s %s"
                    .formatted(
                        row.getString(1),
                        plain(row.getBigDecimal(2)),
                        plain(row.getBigDecimal(3)),
                        row.getString(4)))
        .list();
  }

  private static String plain(BigDecimal quantity) {
    return quantity.stripTrailingZeros().toPlainString();
  }
}
