package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shopbooks.pretend.wix.Fault;
import io.shopbooks.pretend.wix.NewCharge;
import io.shopbooks.pretend.wix.NewLine;
import io.shopbooks.pretend.wix.NewOrder;
import io.shopbooks.pretend.wix.NewPayment;
import io.shopbooks.pretend.wix.NewRefund;
import io.shopbooks.pretend.wix.NewTickets;
import io.shopbooks.pretend.wix.Scope;
import io.shopbooks.pretend.wix.WixApp;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.sale.KnownOrder;
import io.shopbooks.sale.RawOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments and orders that show at different times, or only one of them. */
class WixJoinTest {

  private static final String NOWHERE = "0e2f3c44-7a11-4000-8000-0000000000a1";

  private final WixDesk desk = WixDesk.of(WixSite.us().limitedTo(0));
  private final Shops shops = desk.shops();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void a_payment_of_an_invoice_waits_for_the_order_that_it_makes() {
    var late = Duration.ofMinutes(4);
    var order = desk.wix.sells(anInvoice().seenAfter(late));
    var charge = charge();

    assertThat(told(lately())).containsExactly(tuple(charge, "unmatched"));
    assertThat(told(hinted(charge))).containsExactly(tuple(charge, "unmatched"));
    desk.clock.rest(late);

    assertThat(told(lately()))
        .containsExactly(tuple(order, "paid"), tuple(charge, "told-elsewhere"));
  }

  @Test
  void a_payment_whose_app_keeps_its_orders_to_itself_is_a_sale_after_a_while() {
    var link = NewCharge.aCharge(WixApp.PAY_LINKS, "15").of("Pay link", "15").order(NOWHERE);
    var charge = desk.wix.charges(link);
    assertThat(told(lately())).containsExactly(tuple(charge, "unmatched"));

    desk.clock.rest(Duration.ofMinutes(16));

    assertThat(told(lately())).containsExactly(tuple(charge, "paid"));
  }

  @Test
  void what_a_key_made_anew_may_not_see_is_not_told_as_a_payment_without_an_order() {
    desk.wix.sells(anInvoice());
    desk.clock.rest(Duration.ofHours(1));
    var key = desk.wix.access().keyFor(Scope.READ_PAYMENTS, Scope.READ_EVENTS, Scope.READ_PLANS);
    var seen = shops.changes(desk.connection(key.key()), anHourAgo()).iterator();

    assertThatThrownBy(seen::hasNext)
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("Read Orders");
  }

  @Test
  void a_round_does_not_count_where_a_permission_was_given_while_it_was_read() {
    desk.wix.sells(NewOrder.anOrder().of("Gift", "10").paid(NewPayment.giftCard()));
    desk.wix.fails(Fault.on("/orders/search").times(1).answers(403));
    var seen = shops.changes(desk.connection(), anHourAgo()).iterator();

    assertThatThrownBy(seen::hasNext)
        .as("no payment at the cashier tells of the order that was not seen")
        .isInstanceOf(ShopUnreachable.class)
        .hasMessageContaining("read again");
    assertThat(lately()).hasSize(1);
  }

  @Test
  void a_round_does_not_count_while_tickets_that_are_sold_may_not_be_seen() {
    var key = desk.wix.access().keyFor(Scope.READ_PAYMENTS, Scope.READ_ORDERS, Scope.READ_PLANS);
    var connection = desk.connection(key.key());
    desk.wix.sells(NewOrder.anOrder().of("Hat", "10"));
    assertThat(Asker.take(shops.changes(connection, anHourAgo()))).hasSize(1);

    desk.wix.sells(NewTickets.of("Seat", "32.50", 1));
    var seen = shops.changes(connection, anHourAgo()).iterator();

    assertThat(List.of(seen.next().total(), seen.next().total()))
        .containsExactlyInAnyOrder("10.0", "32.5");
    assertThatThrownBy(seen::hasNext).hasMessageContaining("Read Basic Events Order Info");
  }

  @Test
  void an_order_from_before_the_start_that_is_paid_by_hand_after_it_is_read() {
    var december = Instant.parse("2025-12-28T15:00:00Z");
    var order = desk.wix.sells(NewOrder.anOrder().of("Desk", "300").payingOffline().at(december));
    desk.wix.sells(NewOrder.anOrder().of("Chair", "80").at(december));
    desk.wix.marksPaid(order, "BANK_TRANSFER");

    assertThat(told(desk.all())).containsExactly(tuple(order, "paid"));
  }

  @Test
  void an_order_that_was_not_to_be_seen_is_looked_for_as_soon_as_it_is() {
    desk.wix.sells(anInvoice());
    desk.wix.fails(Fault.on("/ecom/").always().answers(403));
    var hidden = shops.changes(desk.connection(), anHourAgo()).iterator();
    assertThatThrownBy(hidden::hasNext).hasMessageContaining("Read Orders");
    desk.wix.recovers();
    desk.wix.fails(Fault.on("/orders/search").times(1).answers(428));

    assertThat(told(lately()))
        .as("as if the search did not list it")
        .extracting(sale -> sale.toList().get(1))
        .containsExactly("paid", "told-elsewhere");
  }

  @Test
  void money_that_is_kept_under_the_id_of_its_missing_order_is_found_again() {
    var lost = NewCharge.aCharge(WixApp.STORES, "12").of("Lamp", "12").order(NOWHERE);
    desk.wix.charges(lost);
    var kept = desk.all().get(0);
    desk.clock.rest(Duration.ofDays(20));

    assertThat(told(again(kept))).containsExactly(tuple(NOWHERE, "unmatched-late"));
    assertThat(told(shops.order(desk.connection(), NOWHERE)))
        .containsExactly(tuple(NOWHERE, "unmatched-late"));
  }

  @Test
  void who_began_to_pay_and_did_not_in_two_months_has_left() {
    var begun = NewCharge.aCharge(WixApp.STORES, "12").of("Lamp", "12").order(NOWHERE);
    var charge = desk.wix.charges(begun.being("PENDING_BUYER"));
    var kept = desk.all().get(0);
    desk.clock.rest(Duration.ofDays(59));
    assertThat(told(again(kept))).containsExactly(tuple(NOWHERE, "payment-pending"));

    desk.clock.rest(Duration.ofDays(2));
    assertThat(told(again(kept))).containsExactly(tuple(NOWHERE, "left-at-checkout"));

    desk.wix.settlesCharge(charge, "APPROVED");
    assertThat(told(lately()))
        .as("paid after all")
        .containsExactly(tuple(NOWHERE, "unmatched-late"));
  }

  @Test
  void what_waits_half_a_year_is_asked_for_in_a_few_calls() {
    var pending = NewCharge.aCharge(WixApp.VIDEO, "4.99").of("Film", "4.99").being("PENDING");
    desk.wix.charges(pending.at(desk.clock.instant().minus(Duration.ofDays(180))));
    var tickets = NewTickets.of("Seat", "12", 1).being("OFFLINE_PENDING");
    desk.wix.sells(tickets.at(desk.clock.instant().minus(Duration.ofDays(150))));
    for (var count = 0; count < 150; count++) {
      desk.wix.sells(NewTickets.of("Seat", "5", 1).being("FREE"));
    }
    var kept = desk.all().stream().filter(order -> !order.status().equals("FREE")).toList();
    assertThat(kept).hasSize(2);
    desk.wix.forgetsCalls();

    assertThat(kept).allSatisfy(order -> assertThat(again(order)).isPresent());

    assertThat(calls("")).isBetween(2, 6);
  }

  @Test
  void rounds_do_not_ask_again_for_old_payments_of_orders_that_were_shipped() {
    var weekAgo = desk.clock.instant().minus(Duration.ofDays(7));
    for (var hour = 0; hour < 4; hour++) {
      var order =
          desk.wix.sells(
              NewOrder.anOrder()
                  .of(NewLine.of("Hat", "10"))
                  .at(weekAgo.plus(Duration.ofMinutes(10L * hour))));
      desk.wix.refunds(order, NewRefund.of("1").outside());
    }
    desk.wix.forgetsCalls();
    assertThat(lately()).hasSize(4);
    var first = calls("/transactions");
    desk.wix.forgetsCalls();

    assertThat(lately()).hasSize(4);

    assertThat(first).as("the same hours are read once").isEqualTo(2);
    assertThat(calls("/transactions")).isEqualTo(1);
  }

  private int calls(String path) {
    return desk.wix.audit().requests().entrySet().stream()
        .filter(entry -> entry.getKey().contains(path))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static NewOrder anInvoice() {
    return NewOrder.anOrder().of(NewLine.custom("Consulting", "90")).via("WIX_INVOICES");
  }

  private String charge() {
    return desk.wix.audit().payments().get(0).charge();
  }

  private Optional<Instant> anHourAgo() {
    return Optional.of(desk.clock.instant().minus(Duration.ofHours(1)));
  }

  private List<RawOrder> lately() {
    return Asker.take(shops.changes(desk.connection(), anHourAgo()));
  }

  private Optional<RawOrder> hinted(String charge) {
    return shops.order(desk.connection(), charge + "@" + desk.clock.instant());
  }

  private Optional<RawOrder> again(RawOrder kept) {
    var known = new KnownOrder(kept.key().id(), kept.created(), kept.json());
    return shops.again(desk.connection(), known);
  }

  private List<Tuple> told(Optional<RawOrder> order) {
    return told(order.stream().toList());
  }

  private List<Tuple> told(List<RawOrder> orders) {
    var connection = desk.connection();
    return orders.stream()
        .map(order -> tuple(order.key().id(), shops.read(connection, order.json()).status()))
        .toList();
  }
}
