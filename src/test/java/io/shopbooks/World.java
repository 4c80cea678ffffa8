package io.shopbooks;

import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Run;
import io.shopbooks.pretend.PretendServer;
import io.shopbooks.pretend.quickbooks.AppClient;
import io.shopbooks.pretend.quickbooks.PretendCompany;
import io.shopbooks.pretend.quickbooks.PretendQuickBooks;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.pretend.wix.PretendWix;
import io.shopbooks.pretend.wix.WixSite;
import io.shopbooks.pretend.woocommerce.ApiKey;
import io.shopbooks.pretend.woocommerce.PretendWooCommerce;
import io.shopbooks.pretend.woocommerce.Store;
import io.shopbooks.quickbooks.SignIns;
import io.shopbooks.quickbooks.Waiting;
import io.shopbooks.routes.CoveredSteps;
import io.shopbooks.secrecy.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A pretend shop and company on real HTTP, and the whole application between them; its connection
 * is called acme.
 */
public final class World implements AutoCloseable {

  public static final String REALM = "9341452712345678";

  private final HurriedClock clock = new HurriedClock();
  private final PretendServer server = PretendServer.start(0);
  public final PretendQuickBooks quickbooks;
  public final PretendCompany company;
  public final PretendWooCommerce shop;
  public final Path mappings;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private ConfigurableApplicationContext application;
  private WebApplicationType web = WebApplicationType.NONE;

  private World(Store store, Region region, String choices) {
    quickbooks = PretendQuickBooks.inMemory(clock);
    quickbooks.register(new AppClient("app", Secrets.CLIENT_SECRET, List.of()));
    quickbooks.mountOn(server, "/quickbooks");
    company = quickbooks.open(REALM, region);
    shop = PretendWooCommerce.open(store, clock).mountOn(server, "/shop");
    mappings = Ground.mappings();
    var address = server.address("/quickbooks").toString();
    properties.put("shopbooks.mappings", mappings.toString());
    properties.put("shopbooks.schedules", "false");
    properties.put("shopbooks.data", Ground.folder("data").toString());
    properties.put("shopbooks.ledger.longest-request", "1s");
    properties.put("quickbooks.client-id", "app");
    properties.put("quickbooks.client-secret", Secrets.CLIENT_SECRET);
    properties.put("quickbooks.api-url", address);
    properties.put("quickbooks.token-url", address + "/oauth2/v1/tokens/bearer");
    properties.put("quickbooks.authorize-url", address + "/connect/oauth2");
    properties.put("quickbooks.revoke-url", address + "/v2/oauth2/tokens/revoke");
    properties.put("spring.datasource.url", Ground.database());
    connect("acme", choices);
  }

  public static World of(Store store, Region region, String choices) {
    return new World(store, region, choices);
  }

  private void connect(String name, String choices) {
    var key = shop.key(ApiKey.Rights.READ_WRITE);
    var token = quickbooks.signIn("app", REALM).refreshToken();
    Ground.write(
        mappings.resolve("connections/" + name + ".yaml"),
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
                .formatted(server.address("/shop"), key.key(), key.secret(), REALM, token)
            + choices);
  }

  /**
   * Opens a Wix site beside the shop; its connection is called wix, and has these choices. Before
   * the application starts.
   */
  public PretendWix opens(WixSite site, String choices) {
    var wix = PretendWix.open(site, clock).mountOn(server, "/wix");
    properties.put("wix.api-url", server.address("/wix").toString());
    var token = quickbooks.signIn("app", REALM).refreshToken();
    Ground.write(
        mappings.resolve("connections/wix.yaml"),
        """
        shop:
          kind: wix
          site-id: %s
          api-key: %s
        company:
          realm: "%s"
          refresh-token: %s
        """
                .formatted(wix.siteId(), wix.key().key(), REALM, token)
            + choices);
    return wix;
  }

  /** One whole sync, as the command does it. */
  public Run sync() {
    return sync("acme");
  }

  /** The same of this connection. */
  public Run sync(String connection) {
    return application()
        .getBean(ProducerTemplate.class)
        .requestBody("direct:sync-connection", connection, Run.class);
  }

  /** Somebody signs acme in to QuickBooks again; what was put back for a minute is due then. */
  public void signsInAgain() {
    var token = quickbooks.signIn("app", REALM).refreshToken();
    bean(SignIns.class).connect(bean(Connections.class).named("acme"), REALM, token);
    passes(Duration.ofMinutes(2));
  }

  /** Time passes for everybody. */
  public void passes(Duration time) {
    clock.await(time);
  }

  public <T> T bean(Class<T> type) {
    return application().getBean(type);
  }

  public World with(String property, Object value) {
    properties.put(property, value);
    return this;
  }

  /** As {@code serve} runs it: with web, on any port, and webhooks; syncs only when told to. */
  public World served() {
    web = WebApplicationType.SERVLET;
    return with("server.port", "0")
        .with("shopbooks.schedules", "true")
        .with("run-what-is-due.cron", "0 0 0 1 1 ? 2099")
        .with("run-due-products.cron", "0 0 0 1 1 ? 2099")
        .with("keep-sign-ins.cron", "0 0 0 1 1 ? 2099")
        .with("follow-hints.every", "200ms");
  }

  /** The address of the running application. */
  public String address() {
    return "http://localhost:" + application().getEnvironment().getProperty("local.server.port");
  }

  /** The connection file of acme. */
  public Path file() {
    return mappings.resolve("connections/acme.yaml");
  }

  /** The properties it was or will be started with. */
  public Map<String, Object> properties() {
    return Map.copyOf(properties);
  }

  /** The running application; started if need be. */
  public ConfigurableApplicationContext application() {
    if (application == null) {
      application =
          new SpringApplicationBuilder(Shopbooks.class)
              .web(web)
              .properties(properties)
              .initializers(
                  context -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("coveredSteps", new CoveredSteps());
                    beans.registerSingleton("clock", clock);
                    beans.registerSingleton("waiting", (Waiting) clock::await);
                  })
              .run();
      if (web == WebApplicationType.SERVLET) {
        var callback = address() + "/oauth/quickbooks/callback";
        quickbooks.register(new AppClient("app", Secrets.CLIENT_SECRET, List.of(callback)));
      }
    }
    return application;
  }

  /** Ends the application and lets the next call start it anew, on the same ledger. */
  public void restart() {
    application.close();
    application = null;
  }

  @Override
  public void close() {
    if (application != null) {
      application.close();
    }
    shop.close();
    server.close();
  }
}
