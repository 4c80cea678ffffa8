package io.shopbooks;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.cli.Shell;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Fault;
import io.shopbooks.pretend.woocommerce.NewRefund;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.pretend.woocommerce.Trouble;
import io.shopbooks.quickbooks.Lookout;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Quantities on hand go from a company to a shop, with sales and edits on both sides. */
@TestInstance(Lifecycle.PER_CLASS)
class StockTest {

  static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      taxes: { mode: mapped, us-code: New York City }
      stock: { enabled: true }
      """;

  private final World world = World.of(Store.us(), Region.US, CHOICES);
  private Shell.Came first;
  private int inShopAtFirst;
  private Shell.Came refused;
  private Shell.Came confirmed;
  private Shell.Came status;

  @BeforeAll
  void compareAndConfirm() {
    world.company.preferences().trackInventory(true);
    // Enough stock that no test empties a tenth of it.
    IntStream.range(0, 12).forEach(n -> counted("FILL-" + n, "3", "3"));
    var cup = counted("CUP", "7", "4");
    first = stock("");
    inShopAtFirst = inShop(cup);
    status = Shell.run(world, "shopbooks status");
    world.company.lists().setQuantity("Item CUP", "8");
    refused = stock("--confirm " + fingerprint(first));
    confirmed = stock("--confirm " + fingerprint(refused));
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void the_first_run_shows_every_difference_and_changes_nothing() {
    assertThat(first.status()).isEqualTo(1);
    assertThat(first.said())
        .contains("confirm CUP (CUP): 4 in the shop, 7 in QuickBooks", "--confirm");
    assertThat(inShopAtFirst).isEqualTo(4);
    assertThat(status.said()).contains("1 to confirm  (shopbooks stock acme)");
  }

  @Test
  void a_confirmation_counts_only_for_what_was_seen() {
    assertThat(refused.said()).contains("Nothing was written", "4 in the shop, 8 in QuickBooks");
    assertThat(confirmed.said()).contains("1 written");
    assertThat(changes()).contains("CUP 4>8 written");
  }

  @Test
  void what_changes_in_quickbooks_goes_to_the_shop() {
    var id = agreed("BOWL", "5");

    world.company.lists().setQuantity("Item BOWL", "9");
    stock("");

    assertThat(inShop(id)).isEqualTo(9);
    assertThat(changes()).contains("BOWL 5>9 written");
  }

  @Test
  void a_sale_does_not_let_the_stock_jump_back_up() {
    var id = agreed("LANTERN", "5");
    world.shop.sells(anOrder().of("LANTERN", 2).paidBy("stripe"));
    assertThat(inShop(id)).isEqualTo(3);

    assertThat(stock("").said()).doesNotContain("LANTERN");
    assertThat(inShop(id)).isEqualTo(3);
    world.sync();
    assertThat(stock("").said()).doesNotContain("LANTERN");

    assertThat(inShop(id)).isEqualTo(3);
    assertThat(world.company.lists().quantity("Item LANTERN")).isEqualByComparingTo("3");
  }

  @Test
  void a_delivery_and_sales_nobody_posted_yet_add_up() {
    var id = agreed("SOAP", "5");
    var held = world.shop.sells(anOrder().of("SOAP", 1).inStatus("on-hold"));
    world.shop.sells(anOrder().of("SOAP", 2).paidBy("stripe"));
    world.company.lists().setQuantity("Item SOAP", "15");

    stock("");

    assertThat(held).isPositive();
    assertThat(inShop(id)).isEqualTo(12);
    world.sync();
    stock("");
    assertThat(inShop(id)).isEqualTo(12);
  }

  @Test
  void refunded_goods_that_went_back_on_the_shelf_count_again() {
    var id = agreed("BELL", "5");
    var order = world.shop.sells(anOrder().of("BELL", 3).paidBy("stripe"));
    world.sync();
    world.shop.refunds(order, NewRefund.aRefund().of("BELL", 2));
    assertThat(inShop(id)).isEqualTo(4);

    assertThat(stock("").said()).doesNotContain("BELL");
    world.sync();
    assertThat(stock("").said()).doesNotContain("BELL");

    assertThat(inShop(id)).isEqualTo(4);
    assertThat(world.company.lists().quantity("Item BELL")).isEqualByComparingTo("4");
  }

  @Test
  void what_a_person_sets_in_the_shop_is_shown_and_not_written_over() {
    var id = agreed("FORK", "5");
    world.shop.goods().changes(id, "{\"stock_quantity\":11}");

    var run = stock("");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).contains("FORK (FORK): 11 in the shop, 5 in QuickBooks");
    assertThat(inShop(id)).isEqualTo(11);

    world.company.lists().setQuantity("Item FORK", "11");
    assertThat(stock("").said()).doesNotContain("FORK");
  }

  @Test
  void what_changes_on_both_sides_is_as_quickbooks_says() {
    var id = agreed("SPOON", "5");
    world.shop.goods().changes(id, "{\"stock_quantity\":11}");
    world.company.lists().setQuantity("Item SPOON", "6");

    stock("");

    assertThat(inShop(id)).isEqualTo(6);
    assertThat(changes()).contains("SPOON 11>6 written");
  }

  @Test
  void a_product_that_is_new_to_both_waits_for_a_person() {
    var id = counted("KNIFE", "0", "6");

    var run = stock("");

    assertThat(run.said()).contains("confirm KNIFE (KNIFE): 6 in the shop, 0 in QuickBooks");
    assertThat(inShop(id)).isEqualTo(6);
    world.company.lists().setQuantity("Item KNIFE", "6");
    stock("");
  }

  @Test
  void a_product_that_the_shop_does_not_count_stays_so() {
    var id = counted("MIST", "4", "4");
    world.shop.goods().changes(id, "{\"manage_stock\":false}");

    assertThat(stock("--dry-run").said()).contains("leave   MIST (MIST)");
    assertThat(world.shop.goods().stock(id)).isEqualByComparingTo("0");
  }

  @Test
  void variations_count_for_themselves_or_leave_it_to_their_product() {
    var own = variation("HOODIE-RED-S");
    item("HOODIE-RED-S", "21");
    stock("--confirm " + fingerprint(stock("")));
    assertThat(inShop(own)).isEqualTo(21);

    world.company.lists().setQuantity("Item HOODIE-RED-S", "22");
    stock("");

    assertThat(inShop(own)).isEqualTo(22);
  }

  @Test
  void an_answer_that_is_lost_is_sent_again() {
    var id = agreed("DISH", "5");
    world.company.lists().setQuantity("Item DISH", "6");
    world.shop.fails(Fault.next("/products/batch").with(Trouble.cutAfter()));

    stock("");

    assertThat(inShop(id)).isEqualTo(6);
    assertThat(changes()).containsOnlyOnce("DISH 5>6 written");
  }

  @Test
  void a_sync_carries_stock_too_and_a_day_later_finds_what_quickbooks_did_not_tell() {
    var id = agreed("BRUSH", "5");
    world.company.lists().setQuantity("Item BRUSH", "7");

    world.passes(Duration.ofHours(25));
    world.sync();

    assertThat(inShop(id)).isEqualTo(7);
  }

  @Test
  void a_run_that_would_empty_too_many_products_waits_for_a_person() {
    var fills = List.of("FILL-0", "FILL-1", "FILL-2", "FILL-3", "FILL-4");
    fills.forEach(sku -> world.company.lists().setQuantity("Item " + sku, "0"));

    var run = stock("");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).contains("would empty 5 of the", "0 written");
    assertThat(inShop(world.shop.goods().idOf("FILL-0"))).isEqualTo(3);
    fills.forEach(sku -> world.company.lists().setQuantity("Item " + sku, "3"));
    stock("");
  }

  @Test
  void a_company_without_inventory_is_refused_with_an_explanation() {
    world.company.preferences().trackInventory(false);
    var checked = Shell.run(world, "shopbooks check acme");
    var run = stock("");
    world.company.preferences().trackInventory(true);
    world.bean(Lookout.class).refresh(World.REALM);

    assertThat(checked.said())
        .contains("QuickBooks' quantities cannot go to the shop.", "keeps no quantities");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.said()).contains("its plan has no inventory");
  }

  @Test
  void a_shop_that_shows_no_stock_stops_no_sale() {
    agreed("JAR", "5");
    world.shop.sells(anOrder().of("JAR", 1).paidBy("stripe"));
    world.shop.fails(
        Fault.every("/products").with(Trouble.refusal(403, "forbidden", "No products today")));

    world.sync();

    world.shop.recovers();
    assertThat(world.company.lists().quantity("Item JAR")).isEqualByComparingTo("4");
    var trouble = "select trouble from run order by id desc limit 1";
    assertThat(world.bean(JdbcClient.class).sql(trouble).query(String.class).single())
        .isEqualTo("shop-refused");
  }

  @Test
  void an_order_that_cannot_be_read_keeps_no_other_from_being_counted() {
    var id = agreed("PLATE", "5");
    var broken = world.shop.sells(anOrder().of("PLATE", 1).paidBy("stripe"));
    world.sync();
    world
        .bean(JdbcClient.class)
        .sql("update shop_order set raw = '{\"order\":{\"id\":1}}' where order_id = ?")
        .param(Integer.toString(broken))
        .update();
    world.shop.sells(anOrder().of("PLATE", 2).paidBy("stripe"));

    stock("");

    assertThat(inShop(id)).isEqualTo(2);
  }

  @Test
  void machines_get_one_answer() {
    var answer = Edits.json(stock("--dry-run --json").said());

    assertThat(answer.path("connection").asText()).isEqualTo("acme");
    assertThat(answer.path("same").asInt()).isPositive();
    assertThat(answer.path("differences").isArray()).isTrue();
  }

  /** A product and its item, both sides agreeing on it. */
  private int agreed(String sku, String quantity) {
    var id = counted(sku, quantity, quantity);
    assertThat(stock("").said()).doesNotContain(sku);
    return id;
  }

  private int counted(String sku, String onHand, String inShop) {
    item(sku, onHand);
    return world
        .shop
        .goods()
        .adds(
            "{\"name\":\"%s\",\"sku\":\"%s\",\"regular_price\":\"5.00\",\"manage_stock\":true,\"stock_quantity\":%s}"
                .formatted(sku, sku, inShop));
  }

  private void item(String sku, String onHand) {
    world.company.lists().addInventoryItem("Item " + sku, onHand, "1.00", "2026-01-01");
    world.company.lists().set("Item", "Item " + sku, "Sku", sku);
  }

  private int variation(String sku) {
    return world.shop.goods().idOf(sku);
  }

  private Shell.Came stock(String options) {
    return Shell.run(world, ("shopbooks stock acme " + options).strip());
  }

  private static String fingerprint(Shell.Came came) {
    return came.said()
        .lines()
        .filter(line -> line.contains("--confirm "))
        .map(line -> line.substring(line.indexOf("--confirm ") + 10).strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError(came.said()));
  }

  private int inShop(int id) {
    return world.shop.goods().stock(id).intValueExact();
  }

  private List<String> changes() {
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
