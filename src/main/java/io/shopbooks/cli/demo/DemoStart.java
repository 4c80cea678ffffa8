package io.shopbooks.cli.demo;

import io.shopbooks.cli.DataUse;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Opens the pretend world before the application starts between it, and lets it live after. */
public final class DemoStart {

  private DemoStart() {}

  /**
   * Prepares an application that is about to start.
   *
   * @throws io.shopbooks.data.CannotStart if data folder or ports cannot be had
   */
  public static void in(ConfigurableApplicationContext application) {
    in(application, Clock.systemUTC());
  }

  static void in(ConfigurableApplicationContext application, Clock clock) {
    DemoSettings.apply(application);
    var environment = application.getEnvironment();
    var folder = DataUse.of(environment).demo(application);
    var world =
        DemoWorld.open(
            folder,
            environment.getProperty("shopbooks.demo.port", Integer.class, 8081),
            environment.getProperty("shopbooks.demo.mail-port", Integer.class, 8082),
            clock);
    DataUse.keep(application, "demoWorld", world);
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "demo-keys",
                Map.of(
                    "DEMO_REFRESH_TOKEN",
                    world.signIn(),
                    "DEMO_WIX_PUBLIC_KEY",
                    world.site().webhooks().publicKey())));
    application.addApplicationListener(
        (ApplicationListener<ApplicationReadyEvent>)
            ready -> DemoDay.begin(world, ready.getApplicationContext()));
  }
}
