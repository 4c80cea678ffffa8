package io.shopbooks;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.cli.Shell;
import io.shopbooks.connections.Connections;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.Fault;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.pretend.woocommerce.Trouble;
import io.shopbooks.quickbooks.Lookout;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What keeps stock from being carried, and what goes on all the same. */
@TestInstance(Lifecycle.PER_CLASS)
class StockTroubleTest {

  private final World world = World.of(Store.us(), Region.US, StockTest.CHOICES);
  private final Stocked goods = new Stocked(world);

  @BeforeAll
  void agree() {
    world.company.preferences().trackInventory(true);
    IntStream.range(0, 12).forEach(n -> goods.counted("FILL-" + n, "3", "3"));
    goods.stock("");
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void an_answer_that_is_lost_is_sent_again() {
    var id = goods.agreed("DISH", "5");
    world.company.lists().setQuantity("Item DISH", "6");
    world.shop.fails(Fault.next("/products/batch").with(Trouble.cutAfter()));

    goods.stock("");

    assertThat(goods.inShop(id)).isEqualTo(6);
    assertThat(goods.changes()).containsOnlyOnce("DISH 5>6 written");
  }

  @Test
  void a_company_without_inventory_is_refused_with_an_explanation() {
    world.company.preferences().trackInventory(false);
    var checked = Shell.run(world, "shopbooks check acme");
    var run = goods.stock("");
    world.company.preferences().trackInventory(true);
    world.bean(Lookout.class).refresh(World.REALM);

    assertThat(checked.said())
        .contains("QuickBooks' quantities cannot go to the shop.", "keeps no quantities");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.said()).contains("its plan has no inventory");
  }

  @Test
  void a_shop_that_shows_no_stock_stops_no_sale() {
    goods.agreed("JAR", "5");
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
    var id = goods.agreed("PLATE", "5");
    var broken = world.shop.sells(anOrder().of("PLATE", 1).paidBy("stripe"));
    world.sync();
    world
        .bean(JdbcClient.class)
        .sql("update shop_order set raw = '{\"order\":{\"id\":1}}' where order_id = ?")
        .param(Integer.toString(broken))
        .update();
    world.shop.sells(anOrder().of("PLATE", 2).paidBy("stripe"));

    goods.stock("");

    assertThat(goods.inShop(id)).isEqualTo(2);
  }

  @Test
  void what_was_sold_from_since_it_was_read_is_read_again() {
    var id = goods.agreed("BOWL", "5");
    var sold = world.shop.sells(anOrder().of("BOWL", 1).paidBy("stripe"));
    world.sync();
    var db = world.bean(JdbcClient.class);
    db.sql("update shop_order set raw = '{\"order\":{\"id\":1}}' where order_id = ?")
        .param(Integer.toString(sold))
        .update();
    taking("direct:count-sold-pieces");
    db.sql("update stock_taken set kept_at = kept_at + interval '1 day'").update();
    db.sql("update stock_level set quantity = 77, read_at = read_at + interval '1 hour'").update();

    taking("direct:look-at-stock");

    assertThat(goods.inShop(id)).isEqualTo(4);
    var read = "select quantity from stock_level where sells like '%' || ? || '%'";
    assertThat(db.sql(read).param(Integer.toString(id)).query(Integer.class).single()).isEqualTo(4);
  }

  @Test
  void what_was_read_a_while_ago_is_looked_at_before_it_is_written_over() {
    var id = goods.agreed("PAN", "5");
    var db = world.bean(JdbcClient.class);
    db.sql("update stock_level set state = 'write', wanted = 6 where name = 'PAN'").update();
    db.sql("update stock_level set read_at = read_at - interval '10 minutes'").update();
    db.sql("update stock_course set looked_at = looked_at - interval '10 minutes'").update();
    world.shop.goods().changes(id, "{\"stock_quantity\":4}");

    taking("direct:write-stock");

    assertThat(goods.inShop(id)).isEqualTo(4);
    assertThat(goods.changes()).contains("PAN 5>6 moved");
    world.company.lists().setQuantity("Item PAN", "4");
    assertThat(goods.stock("").said()).doesNotContain("PAN");
  }

  @Test
  void an_update_of_a_posted_sale_does_not_take_its_pieces_off_again() {
    var id = goods.agreed("MUG", "10");
    var order = world.shop.sells(anOrder().of("MUG", 2).paidBy("stripe"));
    carriesForADay();

    pays(order, "7.00");
    world.sync();
    world.passes(Duration.ofHours(1));
    world.sync();

    assertThat(receipt(order).syncToken()).isEqualTo("1");
    assertThat(goods.inShop(id)).isEqualTo(8);
    assertThat(goods.changes()).noneMatch(change -> change.startsWith("MUG"));
  }

  @Test
  void a_receipt_that_is_deleted_or_voided_does_not_put_its_pieces_up_for_sale_again() {
    var deleted = goods.agreed("CLOCK", "10");
    var voided = goods.agreed("VASE", "10");
    var one = world.shop.sells(anOrder().of("CLOCK", 2).paidBy("stripe"));
    var other = world.shop.sells(anOrder().of("VASE", 3).paidBy("stripe"));
    carriesForADay();

    world.company.delete("SalesReceipt", receipt(one).id());
    world.company.voids("SalesReceipt", receipt(other).id());
    world.passes(Duration.ofHours(3));
    world.sync();
    var atOnce = List.of(goods.inShop(deleted), goods.inShop(voided));
    carriesForADay();

    assertThat(world.company.lists().quantity("Item CLOCK")).isEqualByComparingTo("10");
    assertThat(world.company.lists().quantity("Item VASE")).isEqualByComparingTo("10");
    assertThat(atOnce).containsExactly(8, 7);
    assertThat(goods.inShop(deleted)).isEqualTo(8);
    assertThat(goods.inShop(voided)).isEqualTo(7);
  }

  @Test
  void what_was_sold_before_the_shop_counted_it_is_not_put_up_for_sale_again() {
    var id = goods.agreed("TRAY", "10");
    world.shop.goods().changes(id, "{\"manage_stock\":false}");
    var order = world.shop.sells(anOrder().of("TRAY", 3).paidBy("stripe"));
    world.sync();
    world.shop.goods().changes(id, "{\"manage_stock\":true,\"stock_quantity\":7}");
    carriesForADay();

    pays(order, "7.00");
    world.sync();

    assertThat(receipt(order).syncToken()).isEqualTo("1");
    assertThat(goods.inShop(id)).isEqualTo(7);
    assertThat(goods.changes()).noneMatch(change -> change.startsWith("TRAY"));
  }

  /** All quantities are read again. */
  private void carriesForADay() {
    world.sync();
    world.passes(Duration.ofHours(25));
    world.sync();
  }

  /** The clerk changes the money of its line, and no piece. */
  private void pays(int order, String total) {
    var line = Edits.json(world.shop.json(order)).path("line_items").path(0).path("id").asText();
    world.shop.edits(
        order, "{\"line_items\":[{\"id\":%s,\"total\":\"%s\"}]}".formatted(line, total));
  }

  private PretendDocument receipt(int order) {
    return new Edits(world).sale(order);
  }

  private void taking(String route) {
    var connection = world.bean(Connections.class).named("acme");
    var came =
        world
            .bean(ProducerTemplate.class)
            .request(
                route,
                asked -> {
                  asked.setVariable("connection", connection);
                  asked.setVariable("realm", World.REALM);
                  asked.setVariable("items", List.of());
                });
    assertThat(came.getException()).isNull();
  }
}
