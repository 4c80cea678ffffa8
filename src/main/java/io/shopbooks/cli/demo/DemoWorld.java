package io.shopbooks.cli.demo;

import io.shopbooks.data.CannotStart;
import io.shopbooks.pretend.PretendServer;
import io.shopbooks.pretend.mailbox.PretendMailbox;
import io.shopbooks.pretend.quickbooks.AppClient;
import io.shopbooks.pretend.quickbooks.PretendCompany;
import io.shopbooks.pretend.quickbooks.PretendQuickBooks;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.pretend.woocommerce.PretendWooCommerce;
import io.shopbooks.pretend.woocommerce.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * A pretend shop, Wix site, company and mailbox that remember what happened, and go on there next
 * time.
 */
final class DemoWorld implements AutoCloseable {

  static final String REALM = "9341452712345678";
  private static final String APP = "demo";
  private static final List<String> CURRENCIES = List.of("EUR", "GBP", "CAD");

  private final PretendServer server;
  private final PretendMailbox mailbox;
  private final PretendQuickBooks quickbooks;
  private final PretendCompany company;
  private final PretendWooCommerce shop;
  private final PretendWix site;

  private DemoWorld(Path folder, int port, int mailPort, Clock clock) {
    server = on(port, "shopbooks.demo.port", () -> PretendServer.start(port));
    mailbox = mailbox(folder, mailPort, clock);
    quickbooks = PretendQuickBooks.keptIn(folder, clock);
    quickbooks.register(new AppClient(APP, APP, List.of()));
    company = quickbooks.open(REALM, Region.US);
    furnish();
    shop =
        PretendWooCommerce.open(Store.us().withHistory().deliveringAnywhere(), clock, folder)
            .mountOn(server, "/shop");
    site = PretendWix.open(WixSite.us(), clock, folder).mountOn(server, "/wix");
    quickbooks.mountOn(server, "/quickbooks");
    mailbox.mountOn(server, "/mail");
  }

  /**
   * Opens it: as it was left in this folder, or new.
   *
   * @throws CannotStart if a port is taken
   */
  static DemoWorld open(Path folder, int port, int mailPort, Clock clock) {
    return new DemoWorld(folder, port, mailPort, clock);
  }

  private PretendMailbox mailbox(Path folder, int port, Clock clock) {
    try {
      return on(port, "shopbooks.demo.mail-port", () -> PretendMailbox.start(clock, port, folder));
    } catch (CannotStart e) {
      server.close();
      throw e;
    }
  }

  private static <T> T on(int port, String setting, Supplier<T> start) {
    try {
      return start.get();
    } catch (RuntimeException e) {
      throw new CannotStart(
          "Port " + port + " is taken, perhaps by another demo.",
          "Stop what listens there, or set "
              + setting.toUpperCase().replace('.', '_').replace("-", "")
              + " to a free one.",
          e);
    }
  }

  /** What the connection names beyond the usual lists of a company; what is there stays. */
  private void furnish() {
    var lists = company.lists();
    if (isMissing("CompanyCurrency", CURRENCIES.get(CURRENCIES.size() - 1))) {
      company.preferences().useCurrencies();
      CURRENCIES.stream().filter(c -> isMissing("CompanyCurrency", c)).forEach(lists::addCurrency);
    }
    if (isMissing("Account", "Stripe clearing EUR")) {
      lists.addForeignBank("Stripe clearing EUR", "EUR");
    }
  }

  private boolean isMissing(String type, String name) {
    try {
      company.lists().idOf(type, name);
      return false;
    } catch (IllegalArgumentException none) {
      return true;
    }
  }

  PretendWooCommerce shop() {
    return shop;
  }

  PretendWix site() {
    return site;
  }

  PretendMailbox mailbox() {
    return mailbox;
  }

  PretendCompany company() {
    return company;
  }

  /** The app may sign in with this address to return to, as if its owner had registered it. */
  void returnsTo(URI callback) {
    quickbooks.register(new AppClient(APP, APP, List.of(callback.toString())));
  }

  /** A token as after a person pressed Connect. */
  String signIn() {
    return quickbooks.signIn(APP, REALM).refreshToken();
  }

  @Override
  public void close() {
    server.close();
    mailbox.close();
    shop.close();
    site.close();
  }
}
