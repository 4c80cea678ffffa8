package io.shopbooks.cli.demo;

import io.shopbooks.cli.RouteFailures;
import io.shopbooks.cli.RouteFiles;
import io.shopbooks.data.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.RouteWatcherReloadStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes changed route files over while the demo runs. Camel's own watcher, which by itself tells
 * nobody the line of a mistake and may lose the route over it.
 */
final class WatchedRoutes extends RouteWatcherReloadStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedRoutes.class);

  private final RouteFiles files;
  private final Map<Path, String> working = new HashMap<>();

  WatchedRoutes(RouteFiles files) {
    super(files.folder().toString());
    this.files = files;
    setPattern("*.camel.yaml");
    setRemoveAllRoutes(false);
    setResourceReload((name, resource) -> reload(Path.of(name)));
  }

  @Override
  protected void doStart() throws Exception {
    for (var file : files.all()) {
      working.put(file.toAbsolutePath().normalize(), Files.readString(file));
    }
    super.doStart();
  }

  private void reload(Path name) throws Exception {
    var file = name.toAbsolutePath().normalize();
    var text = Files.exists(file) ? Files.readString(file) : "";
    // Some editors empty a file before they write it.
    if (text.isBlank() || text.equals(working.get(file))) {
      return;
    }
    try {
      update(file, text);
      working.put(file, text);
      LOG.info("{} works from now on.", name);
    } catch (Exception e) {
      tell(name, e);
      update(file, working.get(file));
    }
  }

  private void update(Path file, String text) {
    onRouteReload(List.of(resource(file, text)), false);
  }

  private static Resource resource(Path file, String text) {
    return ResourceHelper.fromString("file:" + file, text);
  }

  private void tell(Path name, Exception failure) {
    var told = new RouteFailures(files).told(failure);
    LOG.warn(
        "{} The file as it was before goes on. {}",
        told.map(CannotStart::getMessage).orElse(name + ": " + failure.getMessage()),
        told.map(CannotStart::remedy).orElse(""));
  }
}
