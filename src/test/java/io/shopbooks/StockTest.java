package io.shopbooks;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.cli.Shell;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewRefund;
import io.shopbooks.pretend.woocommerce.Store;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

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
  private final Stocked goods = new Stocked(world);
  private Shell.Came first;
  private int inShopAtFirst;
  private Shell.Came refused;
  private Shell.Came confirmed;
  private Shell.Came status;

  @BeforeAll
  void compareAndConfirm() {
    world.company.preferences().trackInventory(true);
    // Enough stock that no test empties a tenth of it.
    IntStream.range(0, 12).forEach(n -> goods.counted("FILL-" + n, "3", "3"));
    var cup = goods.counted("CUP", "7", "4");
    first = goods.stock("");
    inShopAtFirst = goods.inShop(cup);
    status = Shell.run(world, "shopbooks status");
    world.company.lists().setQuantity("Item CUP", "8");
    refused = goods.stock("--confirm " + Stocked.fingerprint(first));
    // A sale is no change of what was seen.
    world.shop.sells(anOrder().of("CUP", 1).paidBy("stripe"));
    confirmed = goods.stock("--confirm " + Stocked.fingerprint(refused));
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
    assertThat(goods.changes()).contains("CUP 3>7 written");
  }

  @Test
  void what_changes_in_quickbooks_goes_to_the_shop() {
    var id = goods.agreed("BOWL", "5");

    world.company.lists().setQuantity("Item BOWL", "9");
    goods.stock("");

    assertThat(goods.inShop(id)).isEqualTo(9);
    assertThat(goods.changes()).contains("BOWL 5>9 written");
  }

  @Test
  void a_sale_does_not_let_the_stock_jump_back_up() {
    var id = goods.agreed("LANTERN", "5");
    world.shop.sells(anOrder().of("LANTERN", 2).paidBy("stripe"));
    assertThat(goods.inShop(id)).isEqualTo(3);

    assertThat(goods.stock("").said()).doesNotContain("LANTERN");
    assertThat(goods.inShop(id)).isEqualTo(3);
    world.sync();
    assertThat(goods.stock("").said()).doesNotContain("LANTERN");

    assertThat(goods.inShop(id)).isEqualTo(3);
    assertThat(world.company.lists().quantity("Item LANTERN")).isEqualByComparingTo("3");
  }

  @Test
  void a_delivery_and_sales_nobody_posted_yet_add_up() {
    var id = goods.agreed("SOAP", "5");
    var held = world.shop.sells(anOrder().of("SOAP", 1).inStatus("on-hold"));
    world.shop.sells(anOrder().of("SOAP", 2).paidBy("stripe"));
    world.company.lists().setQuantity("Item SOAP", "15");

    goods.stock("");

    assertThat(held).isPositive();
    assertThat(goods.inShop(id)).isEqualTo(12);
    world.sync();
    goods.stock("");
    assertThat(goods.inShop(id)).isEqualTo(12);
  }

  @Test
  void refunded_goods_that_went_back_on_the_shelf_count_again() {
    var id = goods.agreed("BELL", "5");
    var order = world.shop.sells(anOrder().of("BELL", 3).paidBy("stripe"));
    world.sync();
    world.shop.refunds(order, NewRefund.aRefund().of("BELL", 2));
    assertThat(goods.inShop(id)).isEqualTo(4);

    assertThat(goods.stock("").said()).doesNotContain("BELL");
    world.sync();
    assertThat(goods.stock("").said()).doesNotContain("BELL");

    assertThat(goods.inShop(id)).isEqualTo(4);
    assertThat(world.company.lists().quantity("Item BELL")).isEqualByComparingTo("4");
  }

  @Test
  void what_a_person_sets_in_the_shop_is_shown_and_not_written_over() {
    var id = goods.agreed("FORK", "5");
    world.shop.goods().changes(id, "{\"stock_quantity\":11}");

    var run = goods.stock("");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).contains("FORK (FORK): 11 in the shop, 5 in QuickBooks");
    assertThat(goods.inShop(id)).isEqualTo(11);

    world.company.lists().setQuantity("Item FORK", "11");
    assertThat(goods.stock("").said()).doesNotContain("FORK");
  }

  @Test
  void what_changes_on_both_sides_waits_until_both_agree() {
    var id = goods.agreed("SPOON", "5");
    world.shop.goods().changes(id, "{\"stock_quantity\":11}");
    assertThat(goods.stock("").said()).contains("SPOON (SPOON): 11 in the shop, 5 in QuickBooks");
    world.company.lists().setQuantity("Item SPOON", "6");

    var run = goods.stock("");

    assertThat(run.said()).contains("SPOON (SPOON): 11 in the shop, 6 in QuickBooks");
    assertThat(goods.inShop(id)).isEqualTo(11);
    world.company.lists().setQuantity("Item SPOON", "11");
    assertThat(goods.stock("").said()).doesNotContain("SPOON");
  }

  @Test
  void a_product_that_is_new_to_both_waits_for_a_person() {
    var id = goods.counted("KNIFE", "0", "6");

    var run = goods.stock("");

    assertThat(run.said()).contains("confirm KNIFE (KNIFE): 6 in the shop, 0 in QuickBooks");
    assertThat(goods.inShop(id)).isEqualTo(6);
    world.company.lists().setQuantity("Item KNIFE", "6");
    goods.stock("");
  }

  @Test
  void a_product_that_the_shop_does_not_count_stays_so() {
    var id = goods.counted("MIST", "4", "4");
    world.shop.goods().changes(id, "{\"manage_stock\":false}");

    assertThat(goods.stock("--dry-run").said()).contains("leave   MIST (MIST)");
    assertThat(world.shop.goods().stock(id)).isEqualByComparingTo("0");
  }

  @Test
  void variations_count_for_themselves_or_leave_it_to_their_product() {
    var own = goods.variation("HOODIE-RED-S");
    goods.item("HOODIE-RED-S", "21");
    goods.stock("--confirm " + Stocked.fingerprint(goods.stock("")));
    assertThat(goods.inShop(own)).isEqualTo(21);

    world.company.lists().setQuantity("Item HOODIE-RED-S", "22");
    goods.stock("");

    assertThat(goods.inShop(own)).isEqualTo(22);
  }

  @Test
  void a_sync_carries_stock_too_and_a_day_later_finds_what_quickbooks_did_not_tell() {
    var id = goods.agreed("BRUSH", "5");
    world.company.lists().setQuantity("Item BRUSH", "7");

    world.passes(Duration.ofHours(25));
    world.sync();

    assertThat(goods.inShop(id)).isEqualTo(7);
  }

  @Test
  void a_run_that_would_empty_too_many_products_waits_for_a_person() {
    var fills = List.of("FILL-0", "FILL-1", "FILL-2", "FILL-3", "FILL-4");
    fills.forEach(sku -> world.company.lists().setQuantity("Item " + sku, "0"));

    var run = goods.stock("");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said()).contains("would empty 5 of the", "0 written");
    assertThat(goods.inShop(world.shop.goods().idOf("FILL-0"))).isEqualTo(3);
    fills.forEach(sku -> world.company.lists().setQuantity("Item " + sku, "3"));
    goods.stock("");
  }

  @Test
  void machines_get_one_answer() {
    var answer = Edits.json(goods.stock("--dry-run --json").said());

    assertThat(answer.path("connection").asText()).isEqualTo("acme");
    assertThat(answer.path("same").asInt()).isPositive();
    assertThat(answer.path("differences").isArray()).isTrue();
  }
}
