package io.shopbooks.cli.demo;

import io.shopbooks.cli.DataUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * What holds in the demo whatever the environment says, so that nobody's real company, shop,
 * database or mail server is ever met by it.
 */
public final class DemoSettings {

  /** The profile of the demo. */
  public static final String PROFILE = "demo";

  private static final String FILE = "demo.yaml";

  private DemoSettings() {}

  /** Lets a command work on the demo: where it was asked to, or its data folder is the demo's. */
  public static void applyWhereItRuns(ConfigurableApplicationContext application) {
    var environment = application.getEnvironment();
    if (environment.matchesProfiles(PROFILE) || DataUse.of(environment).isDemo()) {
      apply(application);
    }
  }

  static void apply(ConfigurableApplicationContext application) {
    var environment = application.getEnvironment();
    environment.addActiveProfile(PROFILE);
    for (var source : sources()) {
      environment.getPropertySources().addFirst(source);
    }
  }

  private static List<PropertySource<?>> sources() {
    try {
      return new YamlPropertySourceLoader().load(FILE, new ClassPathResource(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
