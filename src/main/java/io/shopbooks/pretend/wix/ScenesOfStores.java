package io.shopbooks.pretend.wix;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens in Wix Stores, at its tills and with its money. */
final class ScenesOfStores {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final PretendWix wix;
  private final Cast cast;

  ScenesOfStores(PretendWix wix, Cast cast) {
    this.wix = wix;
    this.cast = cast;
  }

  List<Scene> all() {
    return List.of(
        at -> "sold " + wix.sells(taxed(at).shippedFor("6.90")),
        at -> "sold at a discount " + wix.sells(taxed(at).discounted("SPRING", "3.33")),
        at -> "sold with tax included " + wix.sells(taxed(at).taxIncluded()),
        at -> "sold with a tip " + wix.sells(taxed(at).withFee("Tip", "2.50")),
        at -> "sold with a fee " + wix.sells(taxed(at).withFee("Card fee", "0.99", "PLATFORM")),
        at -> "sold in another currency " + wix.sells(taxed(at).in("EUR")),
        at -> "sold by weight " + wix.sells(cast.basket().of(tea()).at(at)),
        at -> "sold at the till for cash " + wix.sells(atTheTill(at).paid(cash())),
        at -> "sold at the till by card " + wix.sells(atTheTill(at)),
        at -> "sold a gift card " + wix.sells(cast.basket().of(NewLine.giftCard("50")).at(at)),
        at -> "paid by gift card " + wix.sells(taxed(at).paid(NewPayment.giftCard())),
        at -> "paid by gift card and card " + wix.sells(split(at, NewPayment.giftCard())),
        at -> "paid by two cards " + wix.sells(split(at, NewPayment.online("creditCard"))),
        at -> "given away " + wix.sells(givenAway(at)),
        at -> "imported " + wix.sells(cast.basket().at(at).imported().paid(cash())),
        at -> "left unpaid " + wix.sells(cast.basket().at(at).unpaid()),
        at -> "late order " + wix.sells(taxed(at).seenAfter(Duration.ofMinutes(40))),
        at -> "late charge " + wix.sells(cast.basket().at(at).paid(lateCharge())),
        this::offline,
        this::neverPaid,
        at -> settled(at, "PENDING", "APPROVED"),
        at -> settled(at, "PENDING", "DECLINED"),
        at -> settled(at, "AUTHORIZED", "VOIDED"),
        at -> settled(at, "AUTHORIZED", "APPROVED"),
        at -> "declined " + wix.sells(cast.basket().at(at).paid(card().being("DECLINED"))),
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
    var id = wix.sells(taxed(at).payingOffline());
    wix.paysAt(id, NewPayment.offline("CHECK"), at.plus(DAY.multipliedBy(2)));
    return "marked as paid " + id;
  }

  private String neverPaid(Instant at) {
    return "waiting for a transfer " + wix.sells(taxed(at).payingOffline());
  }

  private String settled(Instant at, String first, String then) {
    var id = wix.sells(taxed(at).paid(card().being(first)));
    wix.settlesAt(id, 1, then, at.plus(HOUR.multipliedBy(5)));
    return first + ", then " + then + " " + id;
  }

  private String refunded(Instant at, NewRefund refund) {
    var id = wix.sells(taxed(at).of("Poster", "25").shippedFor("4"));
    wix.refunds(id, refund.at(at.plus(DAY)));
    return "refunded " + id;
  }

  private String cancelled(Instant at) {
    var id = wix.sells(taxed(at));
    wix.cancelsAt(id, at.plus(HOUR));
    return "cancelled " + id;
  }

  private String chargedBack(Instant at, boolean wonAgain) {
    var id = wix.sells(taxed(at));
    wix.chargesBackAt(id, 1, false, at.plus(DAY.multipliedBy(3)));
    if (wonAgain) {
      wix.chargesBackAt(id, 1, true, at.plus(DAY.multipliedBy(6)));
    }
    return (wonAgain ? "charged back and won again " : "charged back ") + id;
  }
}
