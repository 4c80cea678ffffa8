package io.shopbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.cli.Shell;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.Lookout;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop whose shirt no item of the company matches, until a person makes one. */
class ProductsWithoutItemTest {

  private World world;

  @BeforeEach
  void open() {
    world = World.of(Store.us(), Region.US, ChosenBadly.CHOICES);
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01").paidBy("stripe").numbered("P1"));
    world.shop.sells(NewOrder.anOrder().of("TSHIRT-01", 2).paidBy("stripe").numbered("P2"));
    world.sync();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void it_is_a_task_until_an_item_matches_and_is_moved_on_request() {
    var open = Shell.run(world, "shopbooks unmatched acme");
    assertThat(open.status()).isEqualTo(1);
    assertThat(open.said())
        .contains("No item: 1  $59.97", "T-Shirt Classic (TSHIRT-01): 2 sales, $59.97")
        .doesNotContain("--move");
    assertThat(Shell.run(world, "shopbooks status").said()).contains("no item     1  $59.97");
    assertThat(Shell.run(world, "shopbooks unmatched acme --json").said())
        .contains(
            "\"sku\":\"TSHIRT-01\"",
            "\"documents\":2",
            "\"amount\":\"59.97\"",
            "\"hasItem\":false");

    world.company.lists().addItem("T-Shirt", "TSHIRT-01");
    world.bean(Lookout.class).refresh(World.REALM);
    world.sync();
    var matched = Shell.run(world, "shopbooks unmatched acme");
    assertThat(matched.status()).isZero();
    assertThat(matched.said()).contains("shopbooks unmatched acme --move TSHIRT-01");
    assertThat(Shell.run(world, "shopbooks status").said()).doesNotContain("no item");

    var move = Shell.run(world, "shopbooks unmatched acme --move TSHIRT-01");
    assertThat(move.status()).as(move.said()).isZero();
    assertThat(history("to-move")).isEqualTo(2);
    assertThat(Shell.run(world, "shopbooks unmatched acme").said()).contains("every product has");
    isInBooksOnce();
    assertThat(items()).containsExactly("T-Shirt", "T-Shirt");
  }

  @Test
  void what_still_has_no_item_is_told_and_stays_a_task() {
    var move = Shell.run(world, "shopbooks unmatched acme --move TSHIRT-01");

    assertThat(move.status()).isEqualTo(1);
    assertThat(move.said()).contains("No item matches still", "Give an item in QuickBooks");
    assertThat(Shell.run(world, "shopbooks unmatched acme").said()).contains("2 sales, $59.97");
    isInBooksOnce();
    assertThat(items()).containsExactly("Online sale", "Online sale");
  }

  @Test
  void a_product_that_was_not_sold_so_is_refused() {
    var move = Shell.run(world, "shopbooks unmatched acme --move MUG");

    assertThat(move.status()).isEqualTo(2);
    assertThat(move.said()).contains("Nothing was sold of MUG", "shopbooks unmatched acme");
  }

  private void isInBooksOnce() {
    assertThat(world.company.documents("SalesReceipt"))
        .extracting(PretendDocument::number)
        .containsExactlyInAnyOrderElementsOf(List.of("W-P1", "W-P2"));
  }

  private List<String> items() {
    return world.company.documents("SalesReceipt").stream()
        .map(receipt -> Edits.json(receipt.json()).path("Line").path(0))
        .map(line -> line.at("/SalesItemLineDetail/ItemRef/name").asText())
        .toList();
  }

  private int history(String what) {
    return world
        .bean(JdbcClient.class)
        .sql("select count(*) from history where what = :what")
        .param("what", what)
        .query(Integer.class)
        .single();
  }
}
