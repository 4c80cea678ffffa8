package io.shopbooks.pretend.wix;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens in the apps beside Wix Stores. */
final class ScenesOfApps {

  private static final Duration DAY = Duration.ofDays(1);

  private final PretendWix wix;
  private final Cast cast;

  ScenesOfApps(PretendWix wix, Cast cast) {
    this.wix = wix;
    this.cast = cast;
  }

  List<Scene> all() {
    return List.of(
        at -> "booked " + wix.sells(booking(at)),
        this::deposit,
        this::bookedByMembership,
        at -> charged(WixApp.VIDEO, "Film \"Tides\"", at),
        at -> charged(WixApp.MUSIC, "Album \"Ebb\"", at),
        at -> charged(WixApp.ART_STORE, "Print, 40 x 60", at),
        at -> charged(WixApp.INVOICES, "Invoice 2026-14", at),
        at -> charged(WixApp.PAY_LINKS, "Pay link", at),
        at -> "invoiced " + wix.sells(invoice(at)),
        this::videoRefunded,
        at -> "tickets " + wix.sells(tickets(at).withFee("FEE_ADDED").taxed("0.08875")),
        at -> "tickets " + wix.sells(tickets(at).withFee("FEE_INCLUDED")),
        at -> "free tickets " + wix.sells(NewTickets.of("Talk", "0", 2).at(at)),
        at -> "tickets declined " + wix.sells(tickets(at).being("DECLINED")),
        at -> "tickets seen late " + wix.sells(tickets(at).seenAfter(Duration.ofHours(1))),
        this::ticketsOffline,
        this::ticketsRefunded,
        at -> "plan " + wix.sells(plan(at)),
        at -> "free plan " + wix.sells(NewPlan.of("Newsletter", "0").at(at)),
        at -> "plan left at the checkout " + wix.sells(plan(at).abandoned()),
        at -> "plan seen late " + wix.sells(plan(at).seenAfter(Duration.ofMinutes(50))),
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
    var id = wix.sells(order);
    wix.paysAt(id, card, at.plus(DAY.multipliedBy(4)));
    return "booked with a deposit " + id;
  }

  private String bookedByMembership(Instant at) {
    var line = NewLine.booking("Yoga class", "18").option("MEMBERSHIP");
    var payment = NewPayment.membership("Yoga card");
    var order = NewOrder.anOrder().of(line).by(cast.somebody()).at(at).paid(payment);
    return "booked by membership " + wix.sells(order);
  }

  private String charged(WixApp app, String what, Instant at) {
    return app.name().toLowerCase() + " " + wix.charges(charge(app, what, at));
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
    var id = wix.charges(charge(WixApp.VIDEO, "Series", at));
    wix.refundsChargeAt(id, "1.25", "SUCCEEDED", at.plus(DAY));
    return "video refunded " + id;
  }

  private NewTickets tickets(Instant at) {
    var count = 1 + cast.chance.nextInt(4);
    return NewTickets.of("General admission", cast.price(10, 50), count).by(cast.somebody()).at(at);
  }

  private String ticketsOffline(Instant at) {
    var number = wix.sells(tickets(at).being("OFFLINE_PENDING"));
    wix.marksTicketsPaidAt(number, at.plus(DAY));
    return "tickets paid at the door " + number;
  }

  private String ticketsRefunded(Instant at) {
    var number = wix.sells(tickets(at).withFee("FEE_ADDED"));
    wix.refundsTicketsAt(number, null, at.plus(DAY.multipliedBy(2)));
    return "tickets refunded " + number;
  }

  private NewPlan plan(Instant at) {
    return NewPlan.of("Gold", cast.price(20, 120)).taxed("7.00").by(cast.somebody()).at(at);
  }

  private String subscription(Instant at) {
    var who = cast.somebody();
    var id = wix.sells(plan(at).monthly(12).by(who));
    var next = at.plus(DAY.multipliedBy(7));
    wix.does(() -> wix.plans().renew(id, "APPROVED", who, next));
    wix.does(() -> wix.plans().renew(id, "APPROVED", who, next.plus(DAY.multipliedBy(7))));
    return "plan renewed twice " + id;
  }

  private String failedRenewal(Instant at) {
    var who = cast.somebody();
    var id = wix.sells(plan(at).monthly(6).by(who));
    wix.does(() -> wix.plans().renew(id, "DECLINED", who, at.plus(DAY.multipliedBy(5))));
    wix.does(() -> wix.plans().cancel(id, at.plus(DAY.multipliedBy(6))));
    return "plan not renewed " + id;
  }

  private String planOffline(Instant at) {
    var id = wix.sells(plan(at).offline());
    wix.does(() -> wix.plans().markPaid(id, at.plus(DAY)));
    return "plan paid by hand " + id;
  }
}
