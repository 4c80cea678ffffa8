package io.shopbooks.cli.demo;

import io.shopbooks.cli.DataUse;
import io.shopbooks.connections.Connections;
import io.shopbooks.console.ConsoleAddress;
import io.shopbooks.pretend.woocommerce.ShopLife;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Lets the pretend shop and the pretend Wix site live: something happens in them every few seconds,
 * and webhooks tell it.
 */
final class DemoDay {

  private static final Logger LOG = LoggerFactory.getLogger(DemoDay.class);
  private static final String CONNECTION = "demo";

  /** What the connection follows (`woocommerce.md` 9.1). */
  private static final List<String> TOPICS =
      List.of("order.created", "order.updated", "order.deleted", "order.restored");

  private final DemoWorld world;
  private final ConfigurableApplicationContext application;
  private final ShopLife life;
  private final DemoSite site;

  private DemoDay(DemoWorld world, ConfigurableApplicationContext application) {
    this.world = world;
    this.application = application;
    this.life = new ShopLife(world.shop(), System.nanoTime());
    this.site = new DemoSite(world.site());
  }

  /** Begins, once the application can be asked; ends with it. */
  static void begin(DemoWorld world, ConfigurableApplicationContext application) {
    var environment = application.getEnvironment();
    world.returnsTo(application.getBean(ConsoleAddress.class).callback());
    var day = new DemoDay(world, application);
    Welcome.of(environment).forEach(System.out::println);
    var clock = Executors.newScheduledThreadPool(2, DemoDay::thread);
    DataUse.keep(application, "demoDay", () -> end(clock));
    clock.execute(day::connect);
    var every =
        environment.getProperty("shopbooks.demo.every", Duration.class, Duration.ofSeconds(10));
    clock.scheduleWithFixedDelay(
        day::goOn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "demo");
    thread.setDaemon(true);
    return thread;
  }

  private static void end(ScheduledExecutorService clock) {
    clock.shutdownNow();
  }

  /** The first sync does not wait for its schedule. */
  private void connect() {
    var address = delivery(application.getEnvironment(), CONNECTION);
    TOPICS.forEach(topic -> world.shop().tells(topic, address, environmentSecret()));
    if (application.getBean(Connections.class).all().isEmpty()) {
      LOG.warn(
          "Nothing is carried: mappings/connections/demo.yaml and demo-wix.yaml are missing or broken.");
      return;
    }
    var syncs = application.getBean(ProducerTemplate.class);
    syncs.requestBody("direct:sync-connection", CONNECTION);
    site.connect(delivery(application.getEnvironment(), DemoSite.CONNECTION));
    syncs.requestBody("direct:sync-connection", DemoSite.CONNECTION);
  }

  private String environmentSecret() {
    return application.getEnvironment().getRequiredProperty("DEMO_WEBHOOK_SECRET");
  }

  private static String delivery(Environment environment, String connection) {
    var port = environment.getProperty("local.server.port", "8080");
    return "http://localhost:" + port + "/webhooks/" + connection;
  }

  private void goOn() {
    try {
      LOG.info("shop: {}", life.lives());
      world.shop().runCron();
      LOG.info("site: {}", site.goesOn());
    } catch (RuntimeException e) {
      LOG.warn("The pretend shop stumbled: {}", e.toString());
    }
  }
}
