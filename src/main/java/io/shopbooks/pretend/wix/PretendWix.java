package io.shopbooks.pretend.wix;

import static io.shopbooks.pretend.wix.Site.Kind.CASHIER;
import static io.shopbooks.pretend.wix.Site.Kind.ORDER;

import io.shopbooks.pretend.JsonLines;
import io.shopbooks.pretend.PretendServer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * A pretend Wix site: the cashier and the APIs of its apps, webhooks and pages, and everything a
 * real one leaves to find out.
 *
 * <pre>{@code
 * var wix = PretendWix.open(WixSite.us(), clock).mountOn(server, "/wix");
 * var order = wix.sells(anOrder().of("Hat", "10").of("Shirt", "20"));
 * wix.refunds(order, NewRefund.of("10").forLine(1, 1));
 * wix.charges(aCharge(WixApp.VIDEO, "4.99").of("Film", "4.99"));
 * }</pre>
 *
 * <p>Its answers come as the APIs give them; what makes no sense to do is an {@link
 * IllegalArgumentException}.
 */
public final class PretendWix implements AutoCloseable {

  private final Site site;
  private final Doorkeeper doorkeeper;
  private final Traffic traffic = new Traffic();
  private final List<Fault> faults = FrontDoor.noFaults();
  private final Desks desks;
  private final Webhooks webhooks;
  private final ApiKey key = new ApiKey("IST.eyJraWQiOiJwcmV0ZW5k", EnumSet.allOf(Scope.class));

  private PretendWix(WixSite settings, Clock clock, JsonLines journal) {
    site = new Site(settings, clock, journal);
    doorkeeper = new Doorkeeper(site);
    doorkeeper.accept(key);
    desks = Desks.of(site);
    webhooks = new Webhooks(site);
  }

  /** Opens a site that forgets everything at the end. */
  public static PretendWix open(WixSite settings, Clock clock) {
    return new PretendWix(settings, clock, JsonLines.none());
  }

  /** Opens a site that writes down in this folder what happens and goes on there next time. */
  public static PretendWix open(WixSite settings, Clock clock, Path folder) {
    return new PretendWix(settings, clock, Json.lines(folder.resolve("wix.jsonl")));
  }

  /** Stands the site behind a path of a server ("/wix"). */
  public PretendWix mountOn(PretendServer server, String path) {
    var routes = new Routes().needing(null, null).post("/oauth2/token", doorkeeper::token);
    new CashierEndpoint(site).addTo(routes);
    new OrderEndpoints(site).addTo(routes);
    new PlatformEndpoints(site).addTo(routes);
    new EventsEndpoints(site).addTo(routes);
    new PlanEndpoints(site).addTo(routes);
    new StockV1(site, desks.stockroom()).addTo(routes);
    new StockV3(site, desks.stockroom()).addTo(routes);
    var base = path.equals("/") ? "" : path;
    var limit = new Limit(site.clock, site.settings.callsPerMinute());
    var pages = new Pages(site, base);
    var rooms = new FrontDoor.Rooms(routes, doorkeeper, limit, traffic, pages, new Control(this));
    server.mount(path, new FrontDoor(site, rooms, base, faults));
    return this;
  }

  /** The id of the site, for the header wix-site-id. */
  public String siteId() {
    return Doorkeeper.SITE_ID;
  }

  /** The API key of its owner, with every permission. */
  public ApiKey key() {
    return key;
  }

  /** Further keys, and the app installed on the site. */
  public Access access() {
    return new Access(site, doorkeeper);
  }

  /** Sells through the eCommerce platform and gives the order's id. */
  public String sells(NewOrder order) {
    return did(() -> desks.till().take(order));
  }

  /** A further payment is made on an order; gives its number, from 1. */
  public int pays(String orderId, NewPayment payment) {
    return did(() -> desks.till().pay(orderId, payment, site.now()));
  }

  /** Somebody marks an order as paid by hand: CASH, CHECK or BANK_TRANSFER. */
  public void marksPaid(String orderId, String method) {
    pays(orderId, NewPayment.offline(method));
  }

  /** A payment (from 1) becomes APPROVED, DECLINED, VOIDED... */
  public void settles(String orderId, int payment, String status) {
    does(() -> desks.till().settle(orderId, payment, status, site.now()));
  }

  /** Refunds an eCommerce order and gives the refund's id. */
  public String refunds(String orderId, NewRefund refund) {
    return did(() -> desks.refunds().refund(orderId, refund));
  }

  /** Cancels an eCommerce order, which gives no money back. */
  public void cancels(String orderId) {
    does(() -> desks.till().cancel(orderId, site.now()));
  }

  /** A bank takes a payment (from 1) back, or the shop wins it again. */
  public void chargesBack(String orderId, int payment, boolean reversed) {
    does(() -> desks.refunds().chargeback(orderId, payment, reversed, site.now()));
  }

  /** Charges for an app that has no orders API, and gives the transaction's id. */
  public String charges(NewCharge charge) {
    return did(() -> desks.cashier().write(charge));
  }

  /** A transaction gets another status of the cashier. */
  public void settlesCharge(String transactionId, String status) {
    does(() -> desks.cashier().settle(transactionId, status, site.now()));
  }

  /** The buyer of a transaction asks to be forgotten. */
  public void forgetsBuyerOf(String transactionId) {
    does(() -> desks.cashier().forget(transactionId, site.now()));
  }

  /** Gives money of a transaction back (null: all that is left) and gives the refund's id. */
  public String refundsCharge(String transactionId, String amount, String status) {
    var money = amount == null ? null : new BigDecimal(amount);
    return did(() -> desks.cashier().refund(transactionId, money, status, site.now()));
  }

  /** Sells tickets and gives the order's number. */
  public String sells(NewTickets order) {
    return did(() -> desks.tickets().sell(order));
  }

  /** Money for tickets was taken by hand. */
  public void marksTicketsPaid(String orderNumber) {
    does(() -> desks.tickets().markPaid(orderNumber, site.now()));
  }

  /** Gives money for tickets back, which only the cashier tells; null is all. */
  public void refundsTickets(String orderNumber, String amount) {
    var money = amount == null ? null : new BigDecimal(amount);
    does(() -> desks.tickets().refund(orderNumber, money, site.now()));
  }

  /** Sells a plan and gives the order's id. */
  public String sells(NewPlan plan) {
    return did(() -> desks.plans().sell(plan));
  }

  /** The next cycle of a plan is charged: APPROVED or DECLINED. Gives the transaction's id. */
  public String renews(String planOrderId, String status, Shopper who) {
    return did(() -> desks.plans().renew(planOrderId, status, who, site.now()));
  }

  /** Money for an offline plan was taken by hand. */
  public void marksPlanPaid(String planOrderId) {
    does(() -> desks.plans().markPaid(planOrderId, site.now()));
  }

  /** What there is in stock. */
  public Goods goods() {
    return new Goods(this);
  }

  /** The app's webhooks: who is told, and the telling. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Sends the webhooks that are due by the clock, and gives them with what was answered. */
  public List<Delivery> deliversWebhooks() {
    return webhooks.deliver();
  }

  /** Lets something go wrong. */
  public void fails(Fault fault) {
    faults.add(fault);
  }

  /** Nothing goes wrong any more. */
  public void recovers() {
    faults.clear();
  }

  /** What the site knows itself. */
  public Audit audit() {
    return did(() -> new Auditor(site).audit(traffic.counts()));
  }

  /** Counts calls from zero again. */
  public void forgetsCalls() {
    traffic.forget();
  }

  /** How many orders and charges there are. */
  int size() {
    return did(() -> site.count(ORDER) + site.count(CASHIER));
  }

  Desks desks() {
    return desks;
  }

  Site site() {
    return site;
  }

  <T> T did(Supplier<T> work) {
    return site.alone(work);
  }

  void does(Runnable work) {
    site.alone(
        () -> {
          work.run();
          return null;
        });
  }

  @Override
  public void close() {
    does(site::close);
  }
}
