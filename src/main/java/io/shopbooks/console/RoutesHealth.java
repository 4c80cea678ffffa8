package io.shopbooks.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether every route of the files in {@code routes/} runs. Camel may lose one over an edit, and
 * tells nobody.
 */
@Component("routes")
class RoutesHealth implements HealthIndicator {

  private static final Pattern ROUTE = Pattern.compile("(?m)^- route:");

  private final CamelContext camel;
  private final Path folder;

  RoutesHealth(CamelContext camel, @Value("${shopbooks.routes:./routes}") Path folder) {
    this.camel = camel;
    this.folder = folder;
  }

  @Override
  public Health health() {
    try {
      var missing = new TreeSet<>(expected());
      missing.removeIf(this::isStarted);
      return missing.isEmpty()
          ? Health.up().build()
          : Health.down().withDetail("missing", missing).build();
    } catch (IOException e) {
      return Health.down(e).build();
    }
  }

  /** A file is named as its route. */
  private Set<String> expected() throws IOException {
    var ids = new TreeSet<String>();
    try (var files = Files.newDirectoryStream(folder, "*.camel.yaml")) {
      for (var file : files) {
        if (ROUTE.matcher(Files.readString(file)).find()) {
          ids.add(file.getFileName().toString().replace(".camel.yaml", ""));
        }
      }
    }
    return ids;
  }

  private boolean isStarted(String route) {
    var status = camel.getRouteController().getRouteStatus(route);
    return status != null && status.isStarted();
  }
}
