package io.shopbooks.ledger;

import static io.shopbooks.ledger.Acme.CONNECTION;
import static io.shopbooks.ledger.Acme.REALM;
import static io.shopbooks.ledger.Acme.cad;
import static io.shopbooks.ledger.Acme.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.DocumentKind;
import io.shopbooks.books.OtherSale;
import io.shopbooks.books.SoldProduct;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Products 7, 8 and 9, and the sales that put them under the default item. */
class ProductTasksTest {

  private final ALedger ledger = ALedger.empty();
  private final ProductTasks tasks = ledger.bean(ProductTasks.class);

  @Test
  void a_product_without_an_item_is_remembered_with_its_sales_and_money() {
    sold("1", without("7", "4.00"), with("8"));
    sold("2", without("7", "6.00"));

    assertThat(tasks.open("acme"))
        .containsExactly(
            new ProductTask("7", "SKU-7", "Product 7", 2, List.of(cad("10.00")), false));
    assertThat(tasks.orders("acme", tasks.open("acme").get(0))).containsExactly("1", "2");
  }

  @Test
  void a_sale_that_is_planned_again_before_it_is_sent_counts_once() {
    sold("1", without("7", "4.00"));
    again("1", without("9", "4.00"));

    assertThat(tasks.of("acme")).extracting(ProductTask::id).containsExactly("9");
  }

  @Test
  void what_is_in_the_books_stays_remembered_after_an_item_matches() {
    sold("1", without("7", "4.00"));
    ledger.posts();
    again("1", with("7"));

    assertThat(tasks.open("acme")).isEmpty();
    assertThat(tasks.of("acme")).extracting(ProductTask::matched).containsExactly(true);
  }

  @Test
  void a_product_that_the_shop_forgets_after_its_sale_is_no_task() {
    sold("1", with("7"));
    ledger.posts();
    again("1", new SoldProduct("Product 7", "", "Product 7", cad("4.00"), false));

    assertThat(tasks.of("acme")).isEmpty();
  }

  @Test
  void another_sale_tells_that_a_product_has_an_item_now() {
    sold("1", without("7", "4.00"));
    sold("2", with("7"));

    assertThat(tasks.open("acme")).isEmpty();
  }

  @Test
  void an_order_to_move_is_planned_again_with_today_s_items() {
    sold("1", without("7", "4.00"), without("8", "1.00"));
    ledger.posts();
    tasks.move(CONNECTION, REALM, "1");
    var order = ledger.take("1");
    assertThat(order.isToMove()).isTrue();
    plan(order, with("7"), without("8", "1.00"));

    assertThat(tasks.of("acme")).extracting(ProductTask::id).containsExactly("8");
    ledger.orders.again(Acme.key("1"), REALM);
    assertThat(ledger.take("1").isToMove()).isFalse();
  }

  @Test
  void a_move_that_is_held_is_still_wanted_afterwards() {
    sold("1", without("7", "4.00"));
    ledger.posts();
    tasks.move(CONNECTION, REALM, "1");
    ledger.planning.settle(ledger.take("1"), "held", "unreadable");
    ledger.orders.again(Acme.key("1"), REALM);

    assertThat(ledger.take("1").isToMove()).isTrue();
  }

  @Test
  void a_sale_that_others_made_is_no_task() {
    sold("1", without("7", "4.00"));
    ledger.orders.again(Acme.key("1"), REALM);
    var other =
        new OtherSale(
            DocumentKind.SALES_RECEIPT, "9", "1", LocalDate.EPOCH, cad("10.00"), "", false);
    ledger.bean(Recognised.class).adopt(ledger.take("1"), other);

    assertThat(tasks.of("acme")).isEmpty();
  }

  @Test
  void people_name_a_product_by_sku_or_id_or_the_product_it_varies() {
    var task = new ProductTask("12/34", "MUG-RED", "Mug", 1, List.of(), false);

    assertThat(List.of("MUG-RED", "12/34", "12")).allMatch(task::isCalled);
    assertThat(List.of("1", "34", "MUG", "")).noneMatch(task::isCalled);
  }

  private void sold(String order, SoldProduct... products) {
    ledger.orders.received(CONNECTION, REALM, Acme.order(order, "10.00"));
    plan(ledger.take(order), products);
  }

  private void again(String order, SoldProduct... products) {
    ledger.orders.again(Acme.key(order), REALM);
    plan(ledger.take(order), products);
  }

  private void plan(ReceivedOrder order, SoldProduct... products) {
    ledger.documents.planned(order, List.of(receipt(order.key().id(), "10.00")), "1");
    tasks.sold(order, List.of(products));
    ledger.planning.planned(order);
  }

  private static SoldProduct without(String id, String amount) {
    return new SoldProduct(id, "SKU-" + id, "Product " + id, cad(amount), false);
  }

  private static SoldProduct with(String id) {
    return new SoldProduct(id, "SKU-" + id, "Product " + id, cad("1.00"), true);
  }
}
