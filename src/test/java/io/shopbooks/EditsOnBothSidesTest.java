package io.shopbooks;

import static io.shopbooks.ChosenBadly.shirt;
import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Why;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a document that a person changed in the books when its order changes too (DESIGN
 * 4.10).
 */
class EditsOnBothSidesTest {

  private final Edits edits = Edits.shared();
  private final World world = edits.world;

  @Test
  void what_a_person_adds_beside_ours_stays() {
    var order = edits.sold(shirt());
    edits.person(order, "{\"CustomerMemo\":{\"value\":\"Thank you, Ann\"}}");
    edits.person(order, "{\"ShipAddr\":{\"Line1\":\"5 Quiet Lane\",\"City\":\"Albany\"}}");

    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.sale(order).json()).contains("Thank you, Ann").contains("5 Quiet Lane");
    edits.isRight(order);
  }

  @Test
  void a_memo_that_a_person_rewrote_is_not_overwritten() {
    var order = edits.sold(shirt());
    var memo = edits.sale(order).memo();
    edits.person(order, "{\"PrivateNote\":" + edits.text("Ask Bob first\n" + memo) + "}");

    edits.quantity(order, 2);
    world.sync();

    isHeldWithBothVersions(order, "PrivateNote");
    assertThat(edits.sale(order).memo()).startsWith("Ask Bob first");
    edits.person(order, "{\"PrivateNote\":" + edits.text(memo) + "}");
    edits.retries(order);
    edits.isRight(order);
  }

  @Test
  void a_line_that_a_person_changed_is_not_overwritten() {
    var order = edits.sold(shirt());
    edits.personHalvesFirstLine(order);
    var before = edits.sale(order);

    edits.quantity(order, 2);
    world.sync();
    world.sync();

    isHeldWithBothVersions(order, "Line");
    assertThat(edits.sale(order)).isEqualTo(before);
    edits.leaves(order);
    world.shop.edits(order, "{\"customer_note\":\"Hello\"}");
    world.sync();
    assertThat(edits.held(order)).isEmpty();
    assertThat(edits.sale(order)).isEqualTo(before);
    edits.tiesOut();
  }

  @Test
  void a_document_that_a_person_deleted_is_not_made_again() {
    var order = edits.sold(shirt());
    world.company.delete("SalesReceipt", edits.sale(order).id());

    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.why(order)).containsExactly(Why.DELETED_IN_BOOKS);
    edits.quantity(order, 3);
    world.sync();
    assertThat(edits.documents(order)).isEmpty();
    edits.tiesOut();
    edits.retries(order);
    edits.isRight(order);
  }

  @Test
  void a_deletion_is_told_when_the_company_is_looked_at() {
    var order = edits.sold(shirt());
    world.company.delete("SalesReceipt", edits.sale(order).id());

    world.restart();
    world.sync();

    assertThat(edits.why(order)).containsExactly(Why.DELETED_IN_BOOKS);
    edits.leaves(order);
    assertThat(edits.documents(order)).isEmpty();
    edits.tiesOut();
  }

  @Test
  void a_document_that_a_person_voided_stays_void() {
    var order = edits.sold(shirt());
    world.company.voids("SalesReceipt", edits.sale(order).id());

    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.why(order)).containsExactly(Why.DELETED_IN_BOOKS);
    assertThat(edits.sale(order).total()).isZero();
    edits.leaves(order);
    edits.tiesOut();
  }

  @Test
  void a_document_in_a_deposit_waits_until_a_person_takes_it_out() {
    var order = edits.sold(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var deposit = edits.deposited(order);

    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.why(order)).containsExactly(Why.LOCKED_IN_BOOKS);
    world.company.delete("Deposit", deposit);
    edits.retries(order);
    edits.isRight(order);
  }

  private void isHeldWithBothVersions(int order, String field) {
    assertThat(edits.held(order))
        .singleElement()
        .satisfies(
            hold -> {
              assertThat(hold.reason().why()).isEqualTo(Why.CHANGED_ON_BOTH_SIDES);
              assertThat(hold.reason().facts())
                  .containsKeys("number", "planned", "posted")
                  .extractingByKey("fields")
                  .asString()
                  .contains(field);
            });
    edits.tiesOut();
  }
}
