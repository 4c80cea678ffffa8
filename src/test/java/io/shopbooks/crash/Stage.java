package io.shopbooks.crash;

import io.shopbooks.pretend.PretendServer;
import io.shopbooks.pretend.quickbooks.AppClient;
import io.shopbooks.pretend.quickbooks.Assumption;
import io.shopbooks.pretend.quickbooks.PretendCompany;
import io.shopbooks.pretend.quickbooks.PretendQuickBooks;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.woocommerce.ApiKey;
import io.shopbooks.pretend.woocommerce.NewRefund;
import io.shopbooks.pretend.woocommerce.PretendWooCommerce;
import io.shopbooks.pretend.woocommerce.ShopLife;
import io.shopbooks.pretend.woocommerce.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** A pretend shop and company in this process, and the program in processes that may be killed. */
public final class Stage implements AutoCloseable {

  private static final String REALM = "9341452712345678";
  private static final String CHOICES =
      """
      sync: { time-zone: America/New_York, start-date: "2025-01-01" }
      sales:
        document: [ { when: { gateway: paypal }, then: invoice }, { then: sales-receipt } ]
        unpaid: invoice
        number: { prefix: "W-" }
        discount-item: Discount
      taxes: { mode: mapped, us-code: New York City }
      payments:
        methods:
          stripe: { account: Stripe clearing, method: Credit Card }
          paypal: { account: PayPal clearing, method: PayPal }
          "*": { account: Undeposited Funds }
        fees: { account: Merchant fees, meta: [_stripe_fee, _paypal_transaction_fee] }
      """;

  private final Path folder;
  private final Ahead clock = new Ahead();
  private final PretendServer server = PretendServer.start(0);
  private final PretendQuickBooks quickbooks = PretendQuickBooks.inMemory(clock);
  private final PretendCompany company;
  private final PretendWooCommerce shop;
  private final List<Integer> sold = new ArrayList<>();

  /** A new one that keeps its files in this folder, with every kind of document in its books. */
  Stage(Path folder) {
    this(folder, CHOICES);
    company.preferences().assume(Assumption.BATCH_ITEMS_COUNT_SINGLY, false);
  }

  /** A new one with these choices of its connection, and with all documented limits. */
  public Stage(Path folder, String choices) {
    this.folder = folder;
    quickbooks.register(new AppClient("app", "secret", List.of()));
    quickbooks.mountOn(server, "/quickbooks");
    company = quickbooks.open(REALM, Region.US);
    company.preferences().useCurrencies();
    List.of("EUR", "GBP", "CAD").forEach(company.lists()::addCurrency);
    shop = PretendWooCommerce.open(Store.us(), clock).mountOn(server, "/shop");
    connect(choices);
  }

  private void connect(String choices) {
    var key = shop.key(ApiKey.Rights.READ_WRITE);
    var token = quickbooks.signIn("app", REALM).refreshToken();
    var connection =
        """
        shop:
          kind: woocommerce
          url: %s
          consumer-key: %s
          consumer-secret: %s
        company:
          realm: "%s"
          refresh-token: %s
        """
            .formatted(server.address("/shop"), key.key(), key.secret(), REALM, token);
    try {
      var mappings = Files.createDirectories(folder.resolve("mappings/connections")).getParent();
      FileSystemUtils.copyRecursively(
          Path.of("mappings/woocommerce"), mappings.resolve("woocommerce"));
      Files.writeString(mappings.resolve("connections/acme.yaml"), connection + choices);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sells about so many orders, the same to the same buyers for one seed. */
  public List<Integer> sells(int count, long seed) {
    var orders = new ArrayList<>(new ShopLife(shop, seed).sells(count));
    // QuickBooks takes neither total nor tax below zero, which a large discount or a negative fee
    // can make: a person's case, not ours.
    var belowZero = orders.stream().filter(this::isBelowZero).toList();
    belowZero.forEach(shop::deletes);
    orders.removeAll(belowZero);
    sold.addAll(orders);
    return orders;
  }

  /** Offers so many products, each with a SKU of its own; gives their ids. */
  public List<Integer> offers(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            n ->
                shop.goods()
                    .adds(
                        "{\"name\":\"Product %d\",\"sku\":\"P-%d\",\"regular_price\":\"%d.50\"}"
                            .formatted(n, n, n % 90 + 1)))
        .toList();
  }

  /** These products get another price. */
  public void reprices(List<Integer> products) {
    products.forEach(id -> shop.goods().changes(id, "{\"regular_price\":\"99.95\"}"));
  }

  /** How often the shop was asked. */
  public long shopCalls() {
    return shop.audit().requests().values().stream().mapToLong(Number::longValue).sum();
  }

  private boolean isBelowZero(int order) {
    var sold = shop.order(order);
    return sold.total().signum() < 0 || sold.totalTax().signum() < 0;
  }

  /** The same, and every eighth that was paid is partly refunded. */
  void sellsAndRefunds(int count, long seed) {
    var orders = sells(count, seed);
    for (var i = 7; i < orders.size(); i += 8) {
      var order = shop.order(orders.get(i));
      var left = order.total().subtract(order.refunded());
      if (!order.paid().isEmpty() && left.compareTo(BigDecimal.ONE) >= 0) {
        shop.refunds(order.id(), NewRefund.aRefund().amounting("1.00").because("Goodwill"));
      }
    }
  }

  /** Time passes. */
  void passes(Duration time) {
    clock.by = clock.by.plus(time);
  }

  /** The program, ready to run on this stage's ledger. */
  public Program program() {
    var address = server.address("/quickbooks").toString();
    return new Program(folder.resolve("data"), folder.resolve("program.log"))
        .with("crash.ahead", clock.by)
        .with("shopbooks.mappings", folder.resolve("mappings"))
        .with("quickbooks.client-id", "app")
        .with("quickbooks.client-secret", "secret")
        .with("quickbooks.api-url", address)
        .with("quickbooks.token-url", address + "/oauth2/v1/tokens/bearer");
  }

  /** One whole sync to its end; what it said. */
  Program.Ended syncs() {
    return impatient().run("sync", "acme");
  }

  /** One command, killed at this moment; or ended, if the moment never came. */
  Program.Ended runsUntil(Moment moment, String... command) {
    var program = impatient();
    if (!moment.step().isEmpty()) {
      program.with("crash.step", moment.step()).with("crash.time", moment.time());
    }
    var struck = moment.fault().map(quickbooks::order);
    var ended =
        struck.isEmpty()
            ? program.run(command)
            : program.runUntil(struck.get()::awaitStrike, command);
    moment.late().ifPresent(late -> late.countDown());
    quickbooks.clearFaults();
    if (moment.power()) {
      program.database().kill();
    }
    return ended;
  }

  /** Batches are large at once and go as fast as may be; dead processes are given up soon. */
  Program impatient() {
    return program()
        .java("-XX:TieredStopAtLevel=1")
        .with("quickbooks.batch-start", "30")
        .with("quickbooks.batch-items-count", "false")
        .with("shopbooks.ledger.longest-request", "2s")
        .with("shopbooks.ledger.lease", "2s")
        .with("shopbooks.ledger.lease-renewal", "500ms");
  }

  /** Where faults are ordered. */
  PretendQuickBooks quickbooks() {
    return quickbooks;
  }

  /** The data folder, where nothing runs. */
  Path data() {
    return folder.resolve("data");
  }

  /** What the shop sold against what the books have. */
  public Audit audit(Set<Audit.Also> also) {
    return Audit.of(sold.stream().map(shop::json).toList(), quickbooks.audit(), also);
  }

  /** The books, and what they were asked for. */
  public PretendCompany company() {
    return company;
  }

  @Override
  public void close() {
    program().database().kill();
    server.close();
    shop.close();
  }
}
