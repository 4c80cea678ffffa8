package io.shopbooks.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shopbooks.pretend.wix.Fault;
import io.shopbooks.pretend.wix.Habit;
import io.shopbooks.pretend.wix.NewCharge;
import io.shopbooks.pretend.wix.NewLine;
import io.shopbooks.pretend.wix.NewOrder;
import io.shopbooks.pretend.wix.NewPlan;
import io.shopbooks.pretend.wix.NewTickets;
import io.shopbooks.pretend.wix.Scope;
import io.shopbooks.pretend.wix.Shopper;
import io.shopbooks.pretend.wix.WixApp;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.sale.RawOrder;
import io.shopbooks.sale.Sale;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sites as they are, read as sales. */
class ReadingWixTest {

  private WixDesk desk = WixDesk.of(WixSite.us().limitedTo(0));

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Habit.class,
      names = {
        "DEPRECATED_FIELDS",
        "OLD_PAYMENT_STATUS",
        "OLD_TOTAL",
        "UNKNOWN_VALUES",
        "SPARSE_ROWS",
        "REFUNDED_STAYS_APPROVED"
      })
  void what_sites_do_differently_changes_no_sale(Habit habit) {
    var plain = sales();
    desk.close();
    desk = WixDesk.of(WixSite.us().limitedTo(0).with(habit));

    assertThat(sales()).isEqualTo(plain).hasSize(4);
  }

  @Test
  void a_huge_amount_as_a_number_keeps_its_cents() {
    desk.wix.charges(
        NewCharge.aCharge(WixApp.VIDEO, "9007199254740993.07").of("Film", "9007199254740993.07"));

    assertThat(sale(one()).total().rounded().text()).isEqualTo("9007199254740993.07");
  }

  @Test
  void tickets_are_what_their_order_says_whichever_attempt_to_pay_is_seen() {
    var number = desk.wix.sells(NewTickets.of("Seat", "32.50", 1));
    var booked = one();
    desk.clock.rest(Duration.ofDays(3));
    var attempt = NewCharge.aCharge(WixApp.EVENTS, "32.50").of("Seat", "32.50").order(number);
    desk.wix.charges(attempt.being("DECLINED"));

    var seen = Asker.take(lately());

    assertThat(seen).extracting(RawOrder::hash).containsExactly(booked.hash());
    assertThat(desk.shops().order(desk.connection(), number).orElseThrow().hash())
        .as("asked for by its number")
        .isEqualTo(booked.hash());
  }

  @Test
  void money_that_the_order_of_the_tickets_does_not_know_of_does_not_hide_behind_it() {
    var number = desk.wix.sells(NewTickets.of("Seat", "32.50", 1));
    var twice = NewCharge.aCharge(WixApp.EVENTS, "32.50").of("Seat", "32.50").order(number);
    var second = desk.wix.charges(twice);

    assertThat(desk.all())
        .extracting(order -> order.key().id(), order -> sale(order).status())
        .containsExactlyInAnyOrder(tuple(number, "paid"), tuple(second, "unmatched"));
  }

  @Test
  void two_payments_of_tickets_that_may_not_be_seen_are_two_sales_whichever_is_read() {
    var seat = NewCharge.aCharge(WixApp.EVENTS, "32.50").of("Seat", "32.50");
    desk.wix.charges(seat.order("3088-CBPT-789"));
    desk.clock.rest(Duration.ofMinutes(2));
    var second = desk.wix.charges(seat);
    desk.clock.rest(Duration.ofHours(25));
    desk.wix.fails(Fault.on("/events/").always().answers(403));
    var both = lately().iterator();

    assertThat(List.of(both.next(), both.next()))
        .extracting(order -> order.key().id(), order -> sale(order).status())
        .containsExactlyInAnyOrder(tuple("3088-CBPT-789", "paid"), tuple(second, "paid"));
    desk.clock.rest(Duration.ofHours(26));
    desk.wix.refundsCharge(second, "1", "SUCCEEDED");
    assertThat(lately().iterator().next().key().id())
        .as("the first is not among what changed")
        .isEqualTo(second);
  }

  @Test
  void tickets_and_plans_paid_by_hand_weeks_later_are_told_when_they_are_asked_for() {
    var weeksAgo = desk.clock.instant().minus(Duration.ofDays(40));
    var tickets =
        desk.wix.sells(NewTickets.of("Seat", "12", 1).being("OFFLINE_PENDING").at(weeksAgo));
    var plan = desk.wix.sells(NewPlan.of("Gold", "49").offline().at(weeksAgo));
    assertThat(desk.all()).extracting(RawOrder::status).contains("OFFLINE_PENDING", "UNPAID");

    desk.wix.marksTicketsPaid(tickets);
    desk.wix.marksPlanPaid(plan);

    for (var id : List.of(tickets, plan)) {
      var seen = desk.shops().order(desk.connection(), id).orElseThrow();
      assertThat(seen.key().id()).isEqualTo(id);
      assertThat(sale(seen).status()).isEqualTo("paid");
    }
  }

  @Test
  void a_webhook_of_a_plan_finds_what_was_charged_for_it() {
    var shopper = Shopper.inNewYork("Mia", "Ortiz");
    var plan = desk.wix.sells(NewPlan.of("Gold", "49").monthly(12).by(shopper));
    desk.clock.rest(Duration.ofMinutes(10));
    var renewal = desk.wix.renews(plan, "APPROVED", shopper);

    assertThat(desk.shops().order(desk.connection(), plan).orElseThrow().key().id())
        .isEqualTo(renewal);
  }

  @Test
  void what_may_not_be_seen_any_more_is_left_and_the_rest_goes_on() {
    desk.wix.sells(NewOrder.anOrder().of("Hat", "10"));
    desk.wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4.99").of("Film", "4.99"));
    var key = desk.wix.access().keyFor(Scope.READ_PAYMENTS, Scope.READ_EVENTS, Scope.READ_PLANS);
    var connection = desk.connection(key.key());
    var changes = desk.shops().changes(connection, Optional.empty()).iterator();

    assertThat(changes.next().total()).isEqualTo("4.99");
    assertThatThrownBy(changes::hasNext)
        .as("the round does not count, so that the hat is read when the key may")
        .isInstanceOf(ShopRefused.class)
        .hasMessageContaining("Read Orders");
  }

  @Test
  void a_site_without_stores_is_read_all_the_same() {
    desk.close();
    desk = WixDesk.of(WixSite.us().limitedTo(0).without(WixApp.STORES));
    desk.wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4.99").of("Film", "4.99"));

    assertThat(one().total()).isEqualTo("4.99");
  }

  private Changes lately() {
    var cursor = desk.clock.instant().minus(Duration.ofHours(1));
    return desk.shops().changes(desk.connection(), Optional.of(cursor));
  }

  private List<String> sales() {
    desk.wix.sells(NewOrder.anOrder().of(NewLine.of("Hat", "10.10").times(3)).of("Shirt", "20"));
    desk.wix.charges(NewCharge.aCharge(WixApp.VIDEO, "4.99").of("Film", "4.99"));
    desk.wix.sells(NewTickets.of("Seat", "32.50", 2).withFee("FEE_ADDED"));
    desk.wix.sells(NewPlan.of("Gold", "49"));
    return desk.all().stream()
        .map(this::sale)
        .map(sale -> sale.status() + " " + sale.total().rounded().text() + " " + lines(sale))
        .sorted()
        .toList();
  }

  private static String lines(Sale sale) {
    return String.join(
        ", ",
        sale.lines().stream()
            .map(line -> line.quantity() + " " + line.name() + " " + line.total().rounded().text())
            .toList());
  }

  private RawOrder one() {
    var all = desk.all();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Sale sale(RawOrder order) {
    return desk.shops().read(desk.connection(), order.json());
  }
}
