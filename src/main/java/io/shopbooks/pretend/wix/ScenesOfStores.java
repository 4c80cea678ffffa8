package io.shopbooks.pretend.wix;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens in Wix Stores, at its tills and with its money. */
final class ScenesOfStores {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Desks desks;
  private final Cast cast;

  ScenesOfStores(Desks desks, Cast cast) {
    this.desks = desks;
    this.cast = cast;
  }

  List<Scene> all() {
    return List.of(
        at -> "sold " + desks.till().take(taxed(at).shippedFor("6.90")),
        at -> "sold at a discount " + desks.till().take(taxed(at).discounted("SPRING", "3.33")),
        at -> "sold with tax included " + desks.till().take(taxed(at).taxIncluded()),
        at -> "sold with a tip " + desks.till().take(taxed(at).withFee("Tip", "2.50")),
        at ->
            "sold with a fee "
                + desks.till().take(taxed(at).withFee("Card fee", "0.99", "PLATFORM")),
        at -> "sold in another currency " + desks.till().take(taxed(at).in("EUR")),
        at -> "sold by weight " + desks.till().take(cast.basket().of(tea()).at(at)),
        at -> "sold at the till for cash " + desks.till().take(atTheTill(at).paid(cash())),
        at -> "sold at the till by card " + desks.till().take(atTheTill(at)),
        at ->
            "sold a gift card "
                + desks.till().take(cast.basket().of(NewLine.giftCard("50")).at(at)),
        at -> "paid by gift card " + desks.till().take(taxed(at).paid(NewPayment.giftCard())),
        at -> "paid by gift card and card " + desks.till().take(split(at, NewPayment.giftCard())),
        at -> "paid by two cards " + desks.till().take(split(at, NewPayment.online("creditCard"))),
        at -> "given away " + desks.till().take(givenAway(at)),
        at -> "imported " + desks.till().take(cast.basket().at(at).imported().paid(cash())),
        at -> "left unpaid " + desks.till().take(cast.basket().at(at).unpaid()),
        at -> "late order " + desks.till().take(taxed(at).seenAfter(Duration.ofMinutes(40))),
        at -> "late charge " + desks.till().take(cast.basket().at(at).paid(lateCharge())),
        this::offline,
        this::neverPaid,
        at -> settled(at, "PENDING", "APPROVED"),
        at -> settled(at, "PENDING", "DECLINED"),
        at -> settled(at, "AUTHORIZED", "VOIDED"),
        at -> settled(at, "AUTHORIZED", "APPROVED"),
        at -> "declined " + desks.till().take(cast.basket().at(at).paid(card().being("DECLINED"))),
        at -> refunded(at, NewRefund.ofAll().because("Changed their mind")),
        at -> refunded(at, new NewRefund(null, 1, 1, 1, "SUCCEEDED", false, "Damaged", null)),
        at -> refunded(at, NewRefund.of("1.50").because("Goodwill")),
        at -> refunded(at, NewRefund.of("2").being("FAILED")),
        at -> refunded(at, NewRefund.of("2.25").being("PENDING")),
        at -> refunded(at, NewRefund.of("3").outside()),
        this::cancelled,
        at -> chargedBack(at, false),
        at -> chargedBack(at, true));
  }

  private NewOrder taxed(Instant at) {
    return cast.basket().taxed("Sales Tax", "0.08875").at(at);
  }

  private NewOrder atTheTill(Instant at) {
    return taxed(at).of(NewLine.custom("Quick sale", cast.price(2, 9))).via("POS");
  }

  private NewOrder split(Instant at, NewPayment first) {
    return taxed(at).paid(first.of("2.50")).paid(card());
  }

  private NewOrder givenAway(Instant at) {
    return NewOrder.anOrder().of("Hat", "10").discounted("FREE", "10").by(cast.somebody()).at(at);
  }

  private static NewLine tea() {
    return NewLine.of("Tea", "7.35").weighing("0.350");
  }

  private static NewPayment card() {
    return NewPayment.online("creditCard");
  }

  private static NewPayment cash() {
    return NewPayment.offline("CASH");
  }

  private static NewPayment lateCharge() {
    return NewPayment.online("payPal").withRowLateBy(Duration.ofHours(3));
  }

  private String offline(Instant at) {
    var id = desks.till().take(taxed(at).payingOffline());
    desks.till().pay(id, NewPayment.offline("CHECK"), at.plus(DAY.multipliedBy(2)));
    return "marked as paid " + id;
  }

  private String neverPaid(Instant at) {
    return "waiting for a transfer " + desks.till().take(taxed(at).payingOffline());
  }

  private String settled(Instant at, String first, String then) {
    var id = desks.till().take(taxed(at).paid(card().being(first)));
    desks.till().settle(id, 1, then, at.plus(HOUR.multipliedBy(5)));
    return first + ", then " + then + " " + id;
  }

  private String refunded(Instant at, NewRefund refund) {
    var id = desks.till().take(taxed(at).of("Poster", "25").shippedFor("4"));
    desks.refunds().refund(id, refund.at(at.plus(DAY)));
    return "refunded " + id;
  }

  private String cancelled(Instant at) {
    var id = desks.till().take(taxed(at));
    desks.till().cancel(id, at.plus(HOUR));
    return "cancelled " + id;
  }

  private String chargedBack(Instant at, boolean wonAgain) {
    var id = desks.till().take(taxed(at));
    desks.refunds().chargeback(id, 1, false, at.plus(DAY.multipliedBy(3)));
    if (wonAgain) {
      desks.refunds().chargeback(id, 1, true, at.plus(DAY.multipliedBy(6)));
    }
    return (wonAgain ? "charged back and won again " : "charged back ") + id;
  }
}
