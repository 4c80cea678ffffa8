package io.shopbooks;

import static io.shopbooks.ChosenBadly.shirt;
import static io.shopbooks.pretend.woocommerce.NewOrder.anOrder;
import static io.shopbooks.pretend.woocommerce.NewRefund.aRefund;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopbooks.books.Why;
import io.shopbooks.pretend.quickbooks.Fault;
import io.shopbooks.pretend.quickbooks.FaultShape;
import io.shopbooks.pretend.quickbooks.PretendDocument;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.NewOrder;
import io.shopbooks.pretend.woocommerce.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What becomes of a document in the books when its order changes in the shop (DESIGN 4.10). */
@TestInstance(Lifecycle.PER_CLASS)
class EditsTest {

  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2026-01-01" }
      sales: { number: { prefix: "W-" }, document: [ { when: { gateway: cod }, then: invoice } ] }
      products: { create: sold }
      taxes: { rates: { "NY State Tax + NYC City Tax": New York City } }
      """;

  private final World world =
      World.of(Store.us(), Region.US, CHOICES).with("quickbooks.per-second", "10");
  private final Edits edits = new Edits(world);

  @BeforeAll
  void knowTheSticker() {
    world.company.lists().addItem("Sticker", "STICKER");
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void an_edited_quantity_is_written_into_the_same_document() {
    var order = sold(shirt());
    var before = sale(order);

    edits.quantity(order, 3);
    var run = world.sync();

    assertThat(edits.report(run).counts().updated()).isEqualTo(1);
    assertThat(edits.report(run).counts().posted()).isZero();
    assertThat(sale(order).id()).isEqualTo(before.id());
    assertThat(sale(order).json()).contains("\"Qty\" : 3");
    isRight(order);
  }

  @Test
  void a_fee_added_after_posting_is_one_line_more() {
    var order = sold(shirt());

    world.shop.edits(order, "{\"fee_lines\":[{\"name\":\"Gift wrap\",\"total\":\"4.00\"}]}");
    world.sync();

    assertThat(sale(order).json()).contains("Gift wrap");
    isRight(order);
  }

  @Test
  void an_edit_back_and_forth_before_it_is_read_changes_nothing() {
    var order = sold(shirt());
    var before = sale(order);

    edits.quantity(order, 3);
    edits.quantity(order, 1);
    world.sync();

    assertThat(sale(order)).isEqualTo(before);
    isRight(order);
  }

  @Test
  void an_edit_back_and_forth_between_two_syncs_ends_where_it_began() {
    var order = sold(shirt());
    var total = sale(order).total();

    edits.quantity(order, 2);
    world.sync();
    isRight(order);
    edits.quantity(order, 1);
    world.sync();

    assertThat(sale(order).total()).isEqualByComparingTo(total);
    isRight(order);
  }

  @Test
  void a_refund_leaves_its_sale_as_it_is() {
    var order = sold(shirt());
    var before = sale(order);

    world.shop.refunds(order, aRefund().of("TSHIRT-01", 1));
    world.sync();

    assertThat(sale(order)).isEqualTo(before);
    assertThat(edits.documents(order)).hasSize(2);
    assertThat(edits.held(order)).isEmpty();
    edits.tiesOut();
  }

  @Test
  void a_renamed_order_and_an_erased_customer_change_nothing_in_the_books() {
    var order = sold(shirt());
    var before = sale(order);

    world.shop.renumbers(order, "PLUGIN-" + order);
    world.shop.edits(
        order,
        """
        {"billing":{"first_name":"[deleted]","last_name":"[deleted]","email":"deleted@site.invalid",
        "address_1":"","company":""}}
        """);
    world.sync();

    assertThat(sale(order)).isEqualTo(before);
    isRight(order);
  }

  @Test
  void a_changed_order_keeps_the_number_it_was_posted_with() {
    var order = sold(shirt());
    var number = sale(order).number();

    world.shop.renumbers(order, "OTHER-" + order);
    edits.quantity(order, 2);
    world.sync();

    assertThat(sale(order).number()).isEqualTo(number);
    isRight(order);
  }

  @Test
  void a_line_whose_product_was_deleted_keeps_its_item() {
    var order = sold(anOrder().of("STICKER").paidBy("stripe"));
    assertThat(edits.items(order)).contains("Sticker");
    var before = edits.items(order);

    edits.losesItsProduct(order);
    world.sync();
    assertThat(edits.items(order)).isEqualTo(before);
    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.items(order)).isEqualTo(before);
    isRight(order);
  }

  @Test
  void a_status_that_goes_back_is_held_and_changes_nothing() {
    var order = sold(shirt());
    var before = sale(order);

    world.shop.movesTo(order, "pending");
    world.sync();

    assertThat(sale(order)).isEqualTo(before);
    assertThat(edits.why(order)).containsExactly(Why.STATUS_WENT_BACK);
    world.shop.movesTo(order, "processing");
    world.sync();
    assertThat(sale(order)).isEqualTo(before);
    isRight(order);
  }

  @Test
  void what_a_person_adds_beside_ours_stays() {
    var order = sold(shirt());
    edits.person(order, "{\"CustomerMemo\":{\"value\":\"Thank you, Ann\"}}");
    edits.person(order, "{\"ShipAddr\":{\"Line1\":\"5 Quiet Lane\",\"City\":\"Albany\"}}");

    edits.quantity(order, 2);
    world.sync();

    assertThat(sale(order).json()).contains("Thank you, Ann").contains("5 Quiet Lane");
    isRight(order);
  }

  @Test
  void a_memo_that_a_person_rewrote_is_not_overwritten() {
    var order = sold(shirt());
    var memo = sale(order).memo();
    edits.person(order, "{\"PrivateNote\":" + edits.text("Ask Bob first\n" + memo) + "}");

    edits.quantity(order, 2);
    world.sync();

    isHeldWithBothVersions(order, "PrivateNote");
    assertThat(sale(order).memo()).startsWith("Ask Bob first");
    edits.person(order, "{\"PrivateNote\":" + edits.text(memo) + "}");
    edits.retries(order);
    isRight(order);
  }

  @Test
  void a_line_that_a_person_changed_is_not_overwritten() {
    var order = sold(shirt());
    edits.personHalvesFirstLine(order);
    var before = sale(order);

    edits.quantity(order, 2);
    world.sync();
    world.sync();

    isHeldWithBothVersions(order, "Line");
    assertThat(sale(order)).isEqualTo(before);
    edits.leaves(order);
    world.shop.edits(order, "{\"customer_note\":\"Hello\"}");
    world.sync();
    assertThat(edits.held(order)).isEmpty();
    assertThat(sale(order)).isEqualTo(before);
    edits.tiesOut();
  }

  @Test
  void a_document_that_a_person_deleted_is_not_made_again() {
    var order = sold(shirt());
    world.company.delete("SalesReceipt", sale(order).id());

    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.why(order)).containsExactly(Why.DELETED_IN_BOOKS);
    edits.quantity(order, 3);
    world.sync();
    assertThat(edits.documents(order)).isEmpty();
    edits.tiesOut();
    edits.retries(order);
    isRight(order);
  }

  @Test
  void a_deletion_is_told_when_the_company_is_looked_at() {
    var order = sold(shirt());
    world.company.delete("SalesReceipt", sale(order).id());

    world.restart();
    world.sync();

    assertThat(edits.why(order)).containsExactly(Why.DELETED_IN_BOOKS);
    edits.leaves(order);
    assertThat(edits.documents(order)).isEmpty();
    edits.tiesOut();
  }

  @Test
  void a_document_that_a_person_voided_stays_void() {
    var order = sold(shirt());
    world.company.voids("SalesReceipt", sale(order).id());

    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.why(order)).containsExactly(Why.DELETED_IN_BOOKS);
    assertThat(sale(order).total()).isZero();
    edits.leaves(order);
    edits.tiesOut();
  }

  @Test
  void a_document_in_a_deposit_waits_until_a_person_takes_it_out() {
    var order = sold(anOrder().of("TSHIRT-01").paidBy("stripe"));
    var deposit = edits.deposited(order);

    edits.quantity(order, 2);
    world.sync();

    assertThat(edits.why(order)).containsExactly(Why.LOCKED_IN_BOOKS);
    world.company.delete("Deposit", deposit);
    edits.retries(order);
    isRight(order);
  }

  @Test
  void an_update_whose_answer_was_lost_is_found_to_be_done() {
    var order = sold(shirt());
    var lost = world.quickbooks.order(Fault.loseAnswer().on("POST", "salesreceipt"));

    edits.quantity(order, 2);
    world.sync();

    assertThat(lost.strikes()).isEqualTo(1);
    assertThat(sale(order).syncToken()).isEqualTo("1");
    isRight(order);
  }

  @Test
  void an_update_that_was_lost_on_its_way_goes_again() {
    var order = sold(shirt());
    var lost = world.quickbooks.order(Fault.loseRequest().on("POST", "salesreceipt"));

    edits.quantity(order, 2);
    world.sync();

    assertThat(lost.strikes()).isEqualTo(1);
    isRight(order);
  }

  @Test
  void an_update_that_breaks_is_put_aside_and_goes_later() {
    var order = sold(shirt());
    RefusedByQuickBooks.withoutWaiting(world);
    var refused =
        world.quickbooks.order(
            Fault.code(400, "6000", FaultShape.BUSINESS).on("GET", "salesreceipt"));

    edits.quantity(order, 2);
    world.sync();

    assertThat(refused.strikes()).isEqualTo(1);
    isRight(order);
  }

  @Test
  void an_update_whose_new_item_cannot_be_made_is_held_until_it_can() {
    var order = sold(shirt());
    world.quickbooks.order(
        Fault.code(400, "6000", FaultShape.BUSINESS).on("POST", "item").times(30));

    edits.addsLine(order);
    world.sync();

    assertThat(edits.held(order)).hasSize(1);
    assertThat(sale(order).syncToken()).isEqualTo("0");
    world.quickbooks.clearFaults();
    edits.retries(order);
    isRight(order);
  }

  @Test
  void a_larger_invoice_goes_before_its_payment_and_a_smaller_one_after() {
    var order = sold(anOrder().of("TSHIRT-01").paidBy("cod"));
    assertThat(edits.documents(order)).hasSize(2);

    edits.quantity(order, 3);
    world.sync();
    isPaidExactly(order);
    edits.quantity(order, 1);
    world.sync();

    isPaidExactly(order);
  }

  @Test
  void a_withdrawn_refund_is_told_once_and_stays_in_the_books() {
    var order = sold(shirt());
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

  private int sold(NewOrder order) {
    var id = world.shop.sells(order);
    world.sync();
    assertThat(edits.held(id)).isEmpty();
    return id;
  }

  private PretendDocument sale(int order) {
    return edits.sale(order);
  }

  /** One document, with the shop's total; nothing is held, and the report ties out. */
  private void isRight(int order) {
    assertThat(edits.held(order)).isEmpty();
    assertThat(edits.documents(order)).hasSize(1);
    assertThat(sale(order).total()).isEqualByComparingTo(world.shop.order(order).total());
    edits.tiesOut();
  }

  private void isPaidExactly(int order) {
    assertThat(edits.held(order)).isEmpty();
    var total = world.shop.order(order).total();
    assertThat(edits.documents(order))
        .hasSize(2)
        .allSatisfy(document -> assertThat(document.total()).isEqualByComparingTo(total));
    assertThat(sale(order).balance()).isZero();
    edits.tiesOut();
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
