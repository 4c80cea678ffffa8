package io.shopbooks;

import static io.shopbooks.ChosenBadly.shirt;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import org.junit.jupiter.api.Test;

/** What becomes of an update whose answer is lost, or that breaks (DESIGN 4.10). */
class FailedUpdatesTest {

  private final Edits edits = Edits.shared();
  private final World world = edits.world;

  @Test
  void an_update_whose_answer_was_lost_is_found_to_be_done() {
    var order = edits.sold(shirt());
    var lost = world.quickbooks.order(Fault.loseAnswer().on("POST", "salesreceipt"));

    edits.quantity(order, 2);
    world.sync();

    assertThat(lost.strikes()).isEqualTo(1);
    assertThat(edits.sale(order).syncToken()).isEqualTo("1");
    edits.isRight(order);
  }

  @Test
  void an_update_that_was_lost_on_its_way_goes_again() {
    var order = edits.sold(shirt());
    var lost = world.quickbooks.order(Fault.loseRequest().on("POST", "salesreceipt"));

    edits.quantity(order, 2);
    world.sync();

    assertThat(lost.strikes()).isEqualTo(1);
    edits.isRight(order);
  }

  @Test
  void an_update_that_breaks_is_put_aside_and_goes_later() {
    var order = edits.sold(shirt());
    RefusedByQuickBooks.withoutWaiting(world);
    var refused =
        world.quickbooks.order(
            Fault.code(400, "6000", FaultShape.BUSINESS).on("GET", "salesreceipt"));

    edits.quantity(order, 2);
    world.sync();

    assertThat(refused.strikes()).isEqualTo(1);
    edits.isRight(order);
  }

  @Test
  void an_update_whose_new_item_cannot_be_made_is_held_until_it_can() {
    var order = edits.sold(shirt());
    world.quickbooks.order(
        Fault.code(400, "6000", FaultShape.BUSINESS).on("POST", "item").times(30));

    edits.addsLine(order);
    world.sync();

    assertThat(edits.held(order)).hasSize(1);
    assertThat(edits.sale(order).syncToken()).isEqualTo("0");
    world.quickbooks.clearFaults();
    edits.retries(order);
    edits.isRight(order);
  }
}
