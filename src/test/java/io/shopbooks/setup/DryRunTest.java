package io.shopbooks.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.World;
import io.shopbooks.books.Why;
import io.shopbooks.connections.Connections;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.QuickBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One shop with five orders, none of which is in the ledger. */
class DryRunTest {

  private static World world;
  private static Tried tried;
  private static String customer;
  private static final List<Integer> PROGRESS = new ArrayList<>();

  @BeforeAll
  static void tryOut() {
    world =
        World.of(
                Store.us(),
                Region.US,
                """
                sync: { time-zone: America/New_York, start-date: "2099-01-01" }
                taxes: { mode: mapped, us-code: New York City }
                payments: { methods: { stripe: { account: Undeposited Funds } } }
                """)
            .with("shopbooks.check.orders", "5");
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-1"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("gift").numbered("A-2"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("gift").numbered("A-3"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("points").numbered("A-4"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").inStatus("pending").numbered("A-5"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("A-6"));
    customer = world.company.lists().add("Customer", "{\"DisplayName\":\"Web customer\"}");
    var acme = world.bean(Connections.class).named("acme");
    assertThat(world.bean(BothSides.class).look(acme).isReachable()).isTrue();
    tried = world.bean(DryRun.class).over(acme, 90, PROGRESS::add);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void orders_are_tried_even_those_before_the_start_date() {
    assertThat(tried.booked()).isEqualTo(1);
    assertThat(tried.waiting()).isEqualTo(1);
    assertThat(tried.documents()).isEqualTo(1);
    assertThat(tried.heldInAll()).isEqualTo(3);
  }

  @Test
  void what_has_one_remedy_is_told_once_with_its_money_and_orders() {
    assertThat(tried.held()).hasSize(2);
    var gift = tried.held().get(0);
    assertThat(gift.count()).isEqualTo(2);
    assertThat(gift.example().reason().why()).isEqualTo(Why.NO_PAYMENT_RULE);
    assertThat(gift.example().reason().facts()).containsEntry("gateway", "gift");
    assertThat(gift.orders()).containsExactly("A-2", "A-3");
    assertThat(gift.money()).singleElement().hasToString("43.52 USD");
  }

  @Test
  void no_more_is_read_than_may_be_and_progress_is_told() {
    assertThat(tried.orders()).isEqualTo(5);
    assertThat(tried.whole()).isFalse();
    assertThat(PROGRESS).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void what_others_carried_into_the_books_is_recognised_and_what_may_be_it_is_told()
      throws IOException {
    var choices = Files.readString(world.file());
    Files.writeString(world.file(), choices.replace("2099-01-01", "2026-01-01"));
    try {
      var acme = world.bean(Connections.class).named("acme");
      enter("A-1", "21.76");
      enter("A-2", "99.00");

      var known = world.bean(DryRun.class).over(acme, 90, read -> {});

      assertThat(known.known()).isEqualTo(1);
      assertThat(known.booked()).isEqualTo(1);
      assertThat(known.documents()).as("one that is known is not written").isZero();
      assertThat(tried.known()).as("before the start date nothing is recognised").isZero();
    } finally {
      Files.writeString(world.file(), choices);
    }
  }

  /** As another connector, or a person, carries a sale into the books. */
  private static void enter(String number, String amount) {
    var lists = world.company.lists();
    lists.add(
        "SalesReceipt",
        """
        {"DocNumber":"%s","CustomerRef":{"value":"%s"},"Line":[{"Amount":%s,
        "DetailType":"SalesItemLineDetail","SalesItemLineDetail":{"ItemRef":{"value":"%s"},
        "TaxCodeRef":{"value":"NON"}}}]}
        """
            .formatted(number, customer, amount, lists.idOf("Item", "Fee")));
  }

  @Test
  void nothing_is_kept_and_nothing_is_written() {
    var db = world.bean(JdbcClient.class);
    for (var table : List.of("shop_order", "document", "hold", "product_without_item")) {
      assertThat(db.sql("select count(*) from " + table).query(Integer.class).single())
          .as(table)
          .isZero();
    }
    assertThat(world.company.documents())
        .as("what a test entered carries no marker of ours")
        .noneMatch(document -> document.memo().contains("shopbooks:"));
    assertThat(world.bean(QuickBooks.class).writes(World.REALM)).isZero();
  }
}
