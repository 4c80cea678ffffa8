package io.shopbooks;

import static io.shopbooks.ChosenBadly.shirt;
import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Why;
import org.junit.jupiter.api.Test;

/** What becomes of a document in the books when its order changes in the shop (DESIGN 4.10). */
class EditsTest {

  private final Edits edits = Edits.shared();
  private final World world = edits.world;

  @Test
  void an_edited_quantity_is_written_into_the_same_document() {
    var order = edits.sold(shirt());
    var before = edits.sale(order);

    edits.quantity(order, 3);
    var run = world.sync();

    assertThat(edits.report(run).counts().updated()).isEqualTo(1);
    assertThat(edits.report(run).counts().posted()).isZero();
    assertThat(edits.sale(order).id()).isEqualTo(before.id());
    assertThat(edits.sale(order).json()).contains("\"Qty\" : 3");
    edits.isRight(order);
  }

  @Test
  void a_fee_added_after_posting_is_one_line_more() {
    var order = edits.sold(shirt());

    world.shop.edits(order, "{\"fee_lines\":[{\"name\":\"Gift wrap\",\"total\":\"4.00\"}]}");
    world.sync();

    assertThat(edits.sale(order).json()).contains("Gift wrap");
    edits.isRight(order);
  }

  @Test
  void an_edit_back_and_forth_before_it_is_read_changes_nothing() {
    var order = edits.sold(shirt());
    var before = edits.sale(order);

    edits.quantity(order, 3);
    edits.quantity(order, 1);
    world.sync();

    assertThat(edits.sale(order)).isEqualTo(before);
    edits.isRight(order);
  }

  @Test
  void an_edit_back_and_forth_between_two_syncs_ends_where_it_began() {
    var order = edits.sold(shirt());
    var total = edits.sale(order).total();

    edits.quantity(order, 2);
    world.sync();
    edits.isRight(order);
    edits.quantity(order, 1);
    world.sync();

    assertThat(edits.sale(order).total()).isEqualByComparingTo(total);
    edits.isRight(order);
  }

  @Test
  void a_refund_leaves_its_sale_as_it_is() {
    var order = edits.sold(shirt());
    var before = edits.sale(order);

    world.shop.refunds(order, aRefund().of("TSHIRT-01", 1));
    world.sync();

    assertThat(edits.sale(order)).isEqualTo(before);
    assertThat(edits.documents(order)).hasSize(2);
    assertThat(edits.held(order)).isEmpty();
    edits.tiesOut();
  }

  @Test
  void a_renamed_order_and_an_erased_customer_change_nothing_in_the_books() {
    var order = edits.sold(shirt());
    var before = edits.sale(order);

    world.shop.renumbers(order, "PLUGIN-" + order);
    world.shop.edits(
        order,
        """
        {"billing":{"first_name":"[deleted]","last_name":"[deleted]","email":"deleted@site.invalid",
        "address_1":"","company":""}}
        """);
    world.sync();

    assertThat(edits.sale(order)).isEqualTo(before);
    edits.isRight(order);
  }

  @Test
  void a_changed_order_keeps_the_number_it_was_posted_with() {
    var order = edits.sold(shirt());
    var number = edits.sale(order).number();

    world.shop.renumbers(order, "OTHER-" + order);
    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.sale(order).number()).isEqualTo(number);
    edits.isRight(order);
  }

  @Test
  void a_line_whose_product_was_deleted_keeps_its_item() {
    var order = edits.sold(anOrder().of("STICKER").paidBy("stripe"));
    assertThat(edits.items(order)).contains("Sticker");
    var before = edits.items(order);

    edits.losesItsProduct(order);
    world.sync();
    assertThat(edits.items(order)).isEqualTo(before);
    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.items(order)).isEqualTo(before);
    edits.isRight(order);
  }

  @Test
  void a_status_that_goes_back_is_held_and_changes_nothing() {
    var order = edits.sold(shirt());
    var before = edits.sale(order);

    world.shop.movesTo(order, "pending");
    world.sync();

    assertThat(edits.sale(order)).isEqualTo(before);
    assertThat(edits.why(order)).containsExactly(Why.STATUS_WENT_BACK);
    world.shop.movesTo(order, "processing");
    world.sync();
    assertThat(edits.sale(order)).isEqualTo(before);
    edits.isRight(order);
  }

  @Test
  void a_larger_invoice_goes_before_its_payment_and_a_smaller_one_after() {
    var order = edits.sold(anOrder().of("TSHIRT-01").paidBy("cod"));
    assertThat(edits.documents(order)).hasSize(2);

    edits.quantity(order, 3);
    world.sync();
    edits.isPaidExactly(order);
    edits.quantity(order, 1);
    world.sync();

    edits.isPaidExactly(order);
  }

  @Test
  void a_withdrawn_refund_is_told_once_and_stays_in_the_books() {
    var order = edits.sold(shirt());
    var refund = world.shop.refunds(order, aRefund().amounting("5.00"));
    world.sync();
    var before = edits.documents(order);
    assertThat(before).hasSize(2);

    world.shop.deletesRefund(order, refund);
    edits.looksBack();

    assertThat(edits.why(order)).containsExactly(Why.REFUND_WITHDRAWN);
    edits.leaves(order);
    edits.looksBack();
    assertThat(edits.held(order)).isEmpty();
    assertThat(world.company.documents()).containsAll(before);
    edits.tiesOut();
  }
}
