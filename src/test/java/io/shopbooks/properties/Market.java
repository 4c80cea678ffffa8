package io.shopbooks.properties;

import io.shopbooks.Shopbooks;
import io.shopbooks.ledger.Run;
import io.shopbooks.pretend.PretendServer;
import io.shopbooks.pretend.quickbooks.AppClient;
import io.shopbooks.pretend.quickbooks.PretendQuickBooks;
import io.shopbooks.pretend.woocommerce.ApiKey;
import io.shopbooks.pretend.woocommerce.PretendWooCommerce;
import io.shopbooks.routes.CoveredSteps;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application among many pretend shops and companies on real HTTP, in a time that passes
 * only when somebody waits. One for all tests of the room; each opens stalls of its own.
 */
final class Market {

  private static Market shared;

  final MarketTime time = new MarketTime();
  final PretendQuickBooks quickbooks = PretendQuickBooks.inMemory(time);
  private final PretendServer server = PretendServer.start(0);
  private final Path mappings = temporary("mappings");
  private final ConfigurableApplicationContext application;
  private int stalls;

  private Market() throws IOException {
    quickbooks.register(new AppClient("app", "secret", List.of()));
    quickbooks.mountOn(server, "/quickbooks");
    Files.createDirectories(mappings.resolve("connections"));
    Files.createDirectories(mappings.resolve("woocommerce"));
    try (var files = Files.list(Path.of("mappings/woocommerce"))) {
      for (var file : files.toList()) {
        Files.copy(file, mappings.resolve("woocommerce").resolve(file.getFileName()));
      }
    }
    application = start(EmbeddedPostgres.builder().start());
  }

  static synchronized Market shared() {
    if (shared == null) {
      try {
        shared = new Market();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  private ConfigurableApplicationContext start(EmbeddedPostgres database) {
    var address = server.address("/quickbooks").toString();
    var properties = new LinkedHashMap<String, Object>();
    properties.put("shopbooks.mappings", mappings.toString());
    properties.put("shopbooks.schedules", "false");
    properties.put("shopbooks.data", temporary("data").toString());
    properties.put("quickbooks.client-id", "app");
    properties.put("quickbooks.client-secret", "secret");
    properties.put("quickbooks.api-url", address);
    properties.put("quickbooks.token-url", address + "/oauth2/v1/tokens/bearer");
    properties.put("quickbooks.batch-start", "30");
    properties.put("shopbooks.ledger.longest-request", "1s");
    properties.put("spring.datasource.url", database.getJdbcUrl("postgres", "postgres"));
    return new SpringApplicationBuilder(Shopbooks.class)
        .web(WebApplicationType.NONE)
        .properties(properties)
        .initializers(
            context -> {
              var beans = context.getBeanFactory();
              beans.registerSingleton("coveredSteps", new CoveredSteps());
              beans.registerSingleton("clock", time);
              beans.registerSingleton("waiting", time);
            })
        .run("--logging.level.io.shopbooks=WARN");
  }

  /** A new shop of this place and a new company, joined by these choices. */
  synchronized Stall open(Place place, String choices) {
    var name = name(place);
    var shop = PretendWooCommerce.open(place.store(), time).mountOn(server, "/" + name);
    return join(place, name, shop, "/" + name, choices);
  }

  /** Another company for a shop that is there: it sees only what has come of all orders. */
  synchronized Stall openAgain(Stall stall, Place place, String choices) {
    return join(place, name(place), stall.shop(), stall.path(), choices);
  }

  private String name(Place place) {
    return place.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + ++stalls;
  }

  private Stall join(
      Place place, String name, PretendWooCommerce shop, String path, String choices) {
    var realm = Long.toString(9341452700000000L + stalls);
    var company = quickbooks.open(realm, place.region());
    company.preferences().enforceLimits(false);
    place.settleIn(shop, company);
    var key = shop.key(ApiKey.Rights.READ_WRITE);
    var token = quickbooks.signIn("app", realm).refreshToken();
    var head =
        """
        shop: { kind: woocommerce, url: "%s", consumer-key: %s, consumer-secret: %s }
        company: { realm: "%s", refresh-token: %s }
        """
            .formatted(server.address(path), key.key(), key.secret(), realm, token);
    try {
      Files.writeString(mappings.resolve("connections/" + name + ".yaml"), head + choices);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Stall(this, name, path, shop, company);
  }

  /** One whole sync of a connection, as the command does it. */
  Run sync(String connection) {
    return bean(ProducerTemplate.class)
        .requestBody("direct:sync-connection", connection, Run.class);
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  private static Path temporary(String name) {
    try {
      return Files.createTempDirectory("shopbooks-" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
