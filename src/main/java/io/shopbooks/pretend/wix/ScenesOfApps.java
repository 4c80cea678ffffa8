package io.shopbooks.pretend.wix;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens in the apps beside Wix Stores. */
final class ScenesOfApps {

  private static final Duration DAY = Duration.ofDays(1);

  private final Desks desks;
  private final Cast cast;

  ScenesOfApps(Desks desks, Cast cast) {
    this.desks = desks;
    this.cast = cast;
  }

  List<Scene> all() {
    return List.of(
        at -> "booked " + desks.till().take(booking(at)),
        this::deposit,
        this::bookedByMembership,
        at -> charged(WixApp.VIDEO, "Film \"Tides\"", at),
        at -> charged(WixApp.MUSIC, "Album \"Ebb\"", at),
        at -> charged(WixApp.ART_STORE, "Print, 40 x 60", at),
        at -> charged(WixApp.INVOICES, "Invoice 2026-14", at),
        at -> charged(WixApp.PAY_LINKS, "Pay link", at),
        at -> "invoiced " + desks.till().take(invoice(at)),
        this::videoRefunded,
        at -> "tickets " + desks.tickets().sell(tickets(at).withFee("FEE_ADDED").taxed("0.08875")),
        at -> "tickets " + desks.tickets().sell(tickets(at).withFee("FEE_INCLUDED")),
        at -> "free tickets " + desks.tickets().sell(NewTickets.of("Talk", "0", 2).at(at)),
        at -> "tickets declined " + desks.tickets().sell(tickets(at).being("DECLINED")),
        at ->
            "tickets seen late " + desks.tickets().sell(tickets(at).seenAfter(Duration.ofHours(1))),
        this::ticketsOffline,
        this::ticketsRefunded,
        at -> "plan " + desks.plans().sell(plan(at)),
        at -> "free plan " + desks.plans().sell(NewPlan.of("Newsletter", "0").at(at)),
        at -> "plan left at the checkout " + desks.plans().sell(plan(at).abandoned()),
        at -> "plan seen late " + desks.plans().sell(plan(at).seenAfter(Duration.ofMinutes(50))),
        this::subscription,
        this::failedRenewal,
        this::planOffline);
  }

  private NewOrder booking(Instant at) {
    return NewOrder.anOrder()
        .of(NewLine.booking("Massage", cast.price(40, 90)))
        .taxed("Sales Tax", "0.045")
        .by(cast.somebody())
        .at(at);
  }

  private String deposit(Instant at) {
    var line = NewLine.booking("Retreat", "200").option("DEPOSIT_ONLINE");
    var card = NewPayment.online("creditCard");
    var order = NewOrder.anOrder().of(line).by(cast.somebody()).at(at).paid(card.of("50"));
    var id = desks.till().take(order);
    desks.till().pay(id, card, at.plus(DAY.multipliedBy(4)));
    return "booked with a deposit " + id;
  }

  private String bookedByMembership(Instant at) {
    var line = NewLine.booking("Yoga class", "18").option("MEMBERSHIP");
    var payment = NewPayment.membership("Yoga card");
    var order = NewOrder.anOrder().of(line).by(cast.somebody()).at(at).paid(payment);
    return "booked by membership " + desks.till().take(order);
  }

  private String charged(WixApp app, String what, Instant at) {
    return app.name().toLowerCase() + " " + desks.cashier().write(charge(app, what, at));
  }

  private NewCharge charge(WixApp app, String what, Instant at) {
    var price = cast.price(4, 60);
    return NewCharge.aCharge(app, price).of(what, price).by(cast.somebody()).at(at);
  }

  private NewOrder invoice(Instant at) {
    var order = NewOrder.anOrder().of(NewLine.custom("Consulting", cast.price(90, 400)));
    return order.via("WIX_INVOICES").by(cast.somebody()).at(at);
  }

  private String videoRefunded(Instant at) {
    var id = desks.cashier().write(charge(WixApp.VIDEO, "Series", at));
    desks.cashier().refund(id, new BigDecimal("1.25"), "SUCCEEDED", at.plus(DAY));
    return "video refunded " + id;
  }

  private NewTickets tickets(Instant at) {
    var count = 1 + cast.chance.nextInt(4);
    return NewTickets.of("General admission", cast.price(10, 50), count).by(cast.somebody()).at(at);
  }

  private String ticketsOffline(Instant at) {
    var number = desks.tickets().sell(tickets(at).being("OFFLINE_PENDING"));
    desks.tickets().markPaid(number, at.plus(DAY));
    return "tickets paid at the door " + number;
  }

  private String ticketsRefunded(Instant at) {
    var number = desks.tickets().sell(tickets(at).withFee("FEE_ADDED"));
    desks.tickets().refund(number, null, at.plus(DAY.multipliedBy(2)));
    return "tickets refunded " + number;
  }

  private NewPlan plan(Instant at) {
    return NewPlan.of("Gold", cast.price(20, 120)).taxed("7.00").by(cast.somebody()).at(at);
  }

  private String subscription(Instant at) {
    var who = cast.somebody();
    var id = desks.plans().sell(plan(at).monthly(12).by(who));
    var next = at.plus(DAY.multipliedBy(7));
    desks.plans().renew(id, "APPROVED", who, next);
    desks.plans().renew(id, "APPROVED", who, next.plus(DAY.multipliedBy(7)));
    return "plan renewed twice " + id;
  }

  private String failedRenewal(Instant at) {
    var who = cast.somebody();
    var id = desks.plans().sell(plan(at).monthly(6).by(who));
    desks.plans().renew(id, "DECLINED", who, at.plus(DAY.multipliedBy(5)));
    desks.plans().cancel(id, at.plus(DAY.multipliedBy(6)));
    return "plan not renewed " + id;
  }

  private String planOffline(Instant at) {
    var id = desks.plans().sell(plan(at).offline());
    desks.plans().markPaid(id, at.plus(DAY));
    return "plan paid by hand " + id;
  }
}
