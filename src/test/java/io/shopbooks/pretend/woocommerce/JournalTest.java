package io.shopbooks.pretend.woocommerce;

import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that is given a folder goes on where it stopped. */
class JournalTest {

  @TempDir private Path folder;
  private final MovableClock clock = MovableClock.at("2026-11-22T12:00:00Z");
  private PretendWooCommerce shop;

  @BeforeEach
  void open() {
    shop = PretendWooCommerce.open(Store.us().withHistory(), clock, folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void restart() {
    shop.close();
    open();
  }

  private Path journal() {
    return folder.resolve("woocommerce.jsonl");
  }

  private List<String> orders() {
    var inside = shop.shop();
    return inside.alone(
        () -> {
          var all = new ArrayList<String>();
          inside.orders.all().forEach(order -> all.add(order.toString()));
          inside.refunds.all().forEach(refund -> all.add(refund.toString()));
          inside.products.all().forEach(product -> all.add(product.toString()));
          inside.jobs.all().forEach(job -> all.add(job.toString()));
          return all;
        });
  }

  @Test
  void after_a_restart_everything_is_as_it_was() {
    var life = new ShopLife(shop, 42);
    life.sells(20);
    for (var event = 0; event < 60; event++) {
      life.lives();
    }
    var deleted = shop.sells(anOrder().of("TSHIRT-01"));
    shop.deletes(deleted);
    shop.deletes(41);
    shop.sets("woocommerce_price_num_decimals", "3");
    shop.movesTo(ZoneId.of("Asia/Tokyo"));
    var before = orders();

    restart();

    assertThat(orders()).isEqualTo(before);
    assertThatThrownBy(() -> shop.order(41)).isInstanceOf(Refusal.class);
    assertThat(shop.shop().settings.decimals()).isEqualTo(3);
    assertThat(shop.shop().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void ids_go_on_where_they_stopped_even_after_the_last_order_is_deleted() {
    var first = shop.sells(anOrder().of("TSHIRT-01").paidBy("cod"));
    var refund = shop.refunds(first, aRefund().amounting("1"));
    var last = shop.sells(anOrder().of("TSHIRT-01"));
    shop.deletes(last);

    restart();

    assertThat(refund).isEqualTo(first + 1);
    assertThat(shop.sells(anOrder().of("TSHIRT-01"))).isEqualTo(last + 1);
  }

  @Test
  void a_half_written_last_line_is_dropped() throws Exception {
    var kept = shop.sells(anOrder().of("TSHIRT-01"));
    var before = orders();
    shop.close();
    Files.writeString(
        journal(), "{\"kind\":\"orders\",\"id\":\"999\",\"doc\":{\"i", StandardOpenOption.APPEND);

    open();
    assertThat(orders()).isEqualTo(before);
    var next = shop.sells(anOrder().of("TSHIRT-01"));
    restart();

    assertThat(next).isEqualTo(kept + 1);
    assertThat(shop.order(next).id()).isEqualTo(next);
  }

  @Test
  void a_broken_line_in_the_middle_stops_the_start_and_is_named() throws Exception {
    shop.sells(anOrder().of("TSHIRT-01"));
    shop.close();
    var lines = Files.readAllLines(journal(), StandardCharsets.UTF_8);
    lines.set(1, "{broken");
    Files.write(journal(), lines);

    assertThatThrownBy(this::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Line 2 of");
    Files.delete(journal());
    open();
  }

  @Test
  void the_history_itself_is_not_written_down() throws Exception {
    assertThat(Files.size(journal())).isZero();
  }
}
