package io.shopbooks.pretend.woocommerce;

import io.shopbooks.pretend.PretendServer;
import io.shopbooks.pretend.woocommerce.ApiKey.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * A pretend WooCommerce 11 shop: REST API, webhooks, pages, and everything a real one gets wrong.
 *
 * <pre>{@code
 * var shop = PretendWooCommerce.open(Store.us(), clock).mountOn(server, "/shop");
 * var order = shop.sells(anOrder().of("TSHIRT-01", 2).shippedFor("5.99").paidBy("stripe"));
 * shop.refunds(order, aRefund().of("TSHIRT-01", 1).because("One damaged"));
 * shop.fails(next("/orders").with(htmlPage(503)));
 * }</pre>
 *
 * <p>Everything is refused as the shop's API refuses it, as an exception with the API's message.
 */
public final class PretendWooCommerce implements AutoCloseable {

  private final Shop shop;
  private final Doorkeeper doorkeeper;
  private final Traffic traffic = new Traffic();
  private final Faults faults = new Faults();
  private final Webhooks webhooks;
  private final Greeter greeter;
  private final Cron cron;
  private final Views views;
  private final Desk desk;
  private final List<ApiKey> keys;

  private PretendWooCommerce(Store store, Clock clock, Journal journal) {
    shop = new Shop(store, clock, journal);
    webhooks = new Webhooks(shop);
    views = new Views(shop);
    doorkeeper = new Doorkeeper(shop);
    desk = Desk.of(shop, webhooks);
    var postman = new Postman(shop);
    greeter = new Greeter(shop, postman);
    cron = new Cron(shop, webhooks, new Envelope(shop, views), postman);
    keys = List.of(key("", Rights.READ_WRITE), key("ro", Rights.READ), key("wo", Rights.WRITE));
    keys.forEach(doorkeeper::accept);
  }

  /** Opens the New York store with its recorded history, forgetting everything at the end. */
  public static PretendWooCommerce us(Clock clock) {
    return open(Store.us().withHistory(), clock);
  }

  /** Opens a store that forgets everything at the end. */
  public static PretendWooCommerce open(Store store, Clock clock) {
    return new PretendWooCommerce(store, clock, Journal.none());
  }

  /** Opens a store that writes down in this folder what happens and goes on there next time. */
  public static PretendWooCommerce open(Store store, Clock clock, Path folder) {
    return new PretendWooCommerce(store, clock, Journal.in(folder.resolve("woocommerce.jsonl")));
  }

  /** Stands the shop behind a path of a server ("/shop"). */
  public PretendWooCommerce mountOn(PretendServer server, String path) {
    shop.isMountedAt(server.address(path));
    var routes = new Routes();
    new OrderEndpoints(shop, views, desk.checkout(), desk.office()).addTo(routes);
    new RefundEndpoints(shop, views, desk.office(), desk.refunding()).addTo(routes);
    new ProductEndpoints(shop, views, desk.products()).addTo(routes);
    new WebhookEndpoints(shop, views, greeter).addTo(routes);
    new SettingEndpoints(shop, views.links()).addTo(routes);
    new ReadingEndpoints(shop, views, webhooks).addTo(routes);
    var api = new RestApi(shop, doorkeeper, routes, views.links(), traffic);
    var pages = new Pages(shop, views);
    var rooms = new FrontDoor.Rooms(api, greeter, faults, pages, new Control(this));
    var base = path.equals("/") ? "" : path;
    server.mount(path, new FrontDoor(shop, base, server.isSecure(), rooms));
    return this;
  }

  /** The shop's address as it believes it to be. */
  public String home() {
    return shop.home();
  }

  /** Its key with these rights. */
  public ApiKey key(Rights rights) {
    return keys.stream().filter(key -> key.rights() == rights).findFirst().orElseThrow();
  }

  /** Takes a key away: the shop knows it no longer. */
  public void revokes(ApiKey key) {
    shop.alone(() -> doorkeeper.forget(key));
  }

  /** Sells: takes an order and gives its id. */
  public int sells(NewOrder order) {
    return shop.alone(() -> desk.checkout().take(order).path("id").asInt());
  }

  /** Gives a buyer an account and tells its id. */
  public int registers(Buyer buyer) {
    return shop.alone(() -> desk.accounts().open(buyer));
  }

  /** Refunds a part or the rest of an order and gives the refund's id. */
  public int refunds(int orderId, NewRefund refund) {
    return shop.alone(
        () ->
            desk.refunding()
                .make(desk.office().order(orderId), refund, shop.now())
                .path("id")
                .asInt());
  }

  /** Takes a refund back, which nothing tells. */
  public void deletesRefund(int orderId, int refundId) {
    shop.alone(() -> desk.refunding().delete(desk.office().order(orderId), refundId));
  }

  /** Edits an order as PUT /orders/{id} does, given the same JSON. */
  public void edits(int orderId, String json) {
    shop.alone(() -> desk.office().edit(orderId, Json.read(json), shop.now()));
  }

  /** Brings an order into a status. */
  public void movesTo(int orderId, String status) {
    edits(orderId, Json.object().put("status", status).toString());
  }

  /** A plugin gives an order another number. */
  public void renumbers(int orderId, String number) {
    shop.alone(() -> desk.office().renumber(orderId, number, shop.now()));
  }

  /** The money of an order comes in. */
  public void receivesMoneyFor(int orderId) {
    edits(orderId, "{\"set_paid\":true}");
  }

  /** Puts an order into the trash. */
  public void trashes(int orderId) {
    shop.alone(() -> desk.office().trash(orderId, shop.now()));
  }

  /** Takes an order out of the trash. */
  public void untrashes(int orderId) {
    shop.alone(() -> desk.office().untrash(orderId, shop.now()));
  }

  /** Deletes an order for good, which no webhook tells. */
  public void deletes(int orderId) {
    shop.alone(() -> desk.office().delete(orderId));
  }

  /** Writes a note on an order. */
  public void notes(int orderId, String text) {
    shop.alone(() -> desk.office().note(orderId, text, false, shop.now()));
  }

  /** The goods, the coupons and the rates, for whoever changes them. */
  public ShopGoods goods() {
    return new ShopGoods(shop, desk.products());
  }

  /** Changes a setting of the merchant ("woocommerce_price_num_decimals"). */
  public void sets(String setting, String value) {
    shop.alone(() -> shop.settings.change(setting, value));
  }

  /** The merchant changes the time zone; what was written keeps its old local times. */
  public void movesTo(ZoneId zone) {
    shop.alone(() -> shop.movesTo(zone));
  }

  /** The merchant adds a webhook ("order.updated") to this address, unless it is there already. */
  public void tells(String topic, String url, String secret) {
    shop.alone(() -> new WebhookEndpoints(shop, views, greeter).want(topic, url, secret));
    greeter.greetNow();
  }

  /** The owner of a webhook loses the right to read orders: deliveries carry an error (9.1). */
  public void takesRightsFromOwnerOf(int webhookId) {
    shop.alone(
        () -> {
          var webhook = shop.webhooks.get(webhookId).put(Webhooks.OWNER_HAS_RIGHTS, false);
          shop.webhooks.put(webhookId, webhook);
        });
  }

  /** Lets something go wrong. */
  public void fails(Fault fault) {
    faults.add(fault);
  }

  /** Nothing goes wrong any more. */
  public void recovers() {
    faults.clear();
  }

  /** Delivers the webhooks that wait, as the cron of a visited shop does. */
  public List<Delivery> runCron() {
    return cron.run();
  }

  /** What the shop knows, to hold against what others made of it. */
  public Audit audit() {
    return shop.alone(
        () -> {
          var decimals = shop.settings.decimals();
          var orders = shop.orders.all().map(order -> Audit.of(order, decimals)).toList();
          return new Audit(orders, traffic.counts(), shop.jobs.size());
        });
  }

  /** One order of the audit. */
  public Audit.Order order(int id) {
    return shop.alone(() -> Audit.of(desk.office().order(id), shop.settings.decimals()));
  }

  /** An order as GET /orders/{id} answers it, as JSON text. */
  public String json(int orderId) {
    return shop.alone(
        () -> views.order(desk.office().order(orderId), shop.settings.decimals()).toString());
  }

  /** Counts calls from zero again. */
  public void forgetsCalls() {
    traffic.forget();
  }

  @Override
  public void close() {
    shop.alone(shop::close);
  }

  Shop shop() {
    return shop;
  }

  private ApiKey key(String suffix, Rights rights) {
    var name = shop.store.kind.name().substring(0, 2).toLowerCase() + suffix;
    return new ApiKey(padded("ck_" + name, '0'), padded("cs_" + name, '1'), rights);
  }

  private static String padded(String start, char filler) {
    return start + String.valueOf(filler).repeat(43 - start.length());
  }
}
