package io.shopbooks.quickbooks;

import io.shopbooks.Shopbooks;
import io.shopbooks.connections.Connection;
import io.shopbooks.connections.Connections;
import io.shopbooks.ledger.Work;
import io.shopbooks.pretend.PretendServer;
import io.shopbooks.pretend.quickbooks.AppClient;
import io.shopbooks.pretend.quickbooks.PretendQuickBooks;
import io.shopbooks.pretend.quickbooks.Region;
import io.shopbooks.routes.CoveredSteps;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole application between a ledger that is filled by hand and pretend companies on real HTTP.
 * There is no shop, and time passes only when somebody waits.
 */
final class CountingHouse {

  private static final EmbeddedPostgres DATABASE = database();
  private static CountingHouse shared;

  final SimulatedTime time = new SimulatedTime();
  final PretendQuickBooks quickbooks = PretendQuickBooks.inMemory(time);
  private final PretendServer server = PretendServer.start(0);
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final ConfigurableApplicationContext application;
  private int companies;

  private CountingHouse() {
    quickbooks.register(new AppClient("app", "secret", List.of()));
    quickbooks.mountOn(server, "/quickbooks");
    var folder = temporary("mappings");
    var address = server.address("/quickbooks").toString();
    properties.put("shopbooks.mappings", folder.toString());
    properties.put("shopbooks.schedules", "false");
    properties.put("shopbooks.data", temporary("data").toString());
    properties.put("quickbooks.client-id", "app");
    properties.put("quickbooks.client-secret", "secret");
    properties.put("quickbooks.api-url", address);
    properties.put("quickbooks.token-url", address + "/oauth2/v1/tokens/bearer");
    properties.put("spring.datasource.url", DATABASE.getJdbcUrl("postgres", "postgres"));
    connectionFile(folder);
    application = start();
  }

  private static void connectionFile(Path mappings) {
    try {
      Files.createDirectories(mappings.resolve("connections"));
      Files.createDirectories(mappings.resolve("woocommerce"));
      try (var files = Files.list(Path.of("mappings/woocommerce"))) {
        for (var file : files.toList()) {
          Files.copy(file, mappings.resolve("woocommerce").resolve(file.getFileName()));
        }
      }
      Files.writeString(
          mappings.resolve("connections/acme.yaml"),
          """
          shop: { kind: woocommerce, url: "http://shop.example", consumer-key: k, consumer-secret: s }
          sync: { time-zone: America/New_York, start-date: "2026-01-01" }
          taxes: { mode: none }
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One for all tests of the room; each opens a company of its own. */
  static synchronized CountingHouse shared() {
    if (shared == null) {
      shared = new CountingHouse();
    }
    shared.quickbooks.clearFaults();
    return shared;
  }

  /** A company of its own, signed in to, known, and nothing in it. */
  Counter open(Region region) {
    var realm = Long.toString(9341452700000000L + ++companies);
    var counter = new Counter(this, quickbooks.open(realm, region));
    counter.signIn();
    return counter;
  }

  Connection connection() {
    return bean(Connections.class).named("acme");
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  JdbcClient db() {
    return bean(JdbcClient.class);
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Shopbooks.class)
        .web(WebApplicationType.NONE)
        .properties(properties)
        // Nobody makes time pass while a request of another is under way.
        .properties("camel.threadpool.pool-size=1", "camel.threadpool.max-pool-size=1")
        .initializers(
            context -> {
              var beans = context.getBeanFactory();
              beans.registerSingleton("coveredSteps", new CoveredSteps());
              beans.registerSingleton("clock", time);
              beans.registerSingleton("waiting", (Waiting) time::await);
            })
        .run();
  }

  /** What the routes do for a company until nothing is left; what they wait for passes at once. */
  Optional<RuntimeException> bring(String realm) {
    var work = bean(Work.class);
    var trouble = run("look-at-company", realm);
    while (trouble.isEmpty() && work.isLeft(connection(), realm)) {
      trouble = run("post-documents", realm);
      time.goOnTo(time.instant().plusMillis(work.millisToNext(connection(), realm)));
    }
    return trouble;
  }

  /** One round of posting. */
  void postOnce(String realm) {
    run("post-documents", realm);
  }

  private Optional<RuntimeException> run(String route, String realm) {
    var exchange =
        bean(ProducerTemplate.class)
            .request(
                "direct:" + route,
                call -> {
                  call.setVariable("connection", connection());
                  call.setVariable("realm", realm);
                });
    return Optional.ofNullable(exchange.getException(RuntimeException.class))
        .map(failure -> root(failure));
  }

  private static RuntimeException root(RuntimeException failure) {
    var told = failure;
    while (!(told instanceof NotSignedIn
            || told instanceof CompanyResting
            || told instanceof CompanyStopped)
        && told.getCause() instanceof RuntimeException cause) {
      told = cause;
    }
    return told;
  }

  private static Path temporary(String name) {
    try {
      return Files.createTempDirectory("shopbooks-" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres database() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
