package io.shopbooks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.core.env.Environment;

/** The files that the routes come from: one route each, named as its file. */
public record RouteFiles(Path folder) {

  private static final String ENDING = ".camel.yaml";

  /** Those of this environment: {@code SHOPBOOKS_ROUTES}. */
  public static RouteFiles of(Environment environment) {
    return new RouteFiles(Path.of(environment.getProperty("shopbooks.routes", "./routes")));
  }

  /** The file of a route. */
  Path file(String route) {
    return folder.resolve(route + ENDING).normalize();
  }

  /**
   * All of them, by name.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<Path> all() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  /** The line of a route's file that holds this text: {@code routes/book-sale.camel.yaml:12}. */
  String place(String route, String text) {
    var file = file(route);
    return line(file, text).map(line -> file + ":" + line).orElse(file.toString());
  }

  /** The first line of any file that ends with this text; the folder if there is none. */
  String placeOf(String text) {
    try {
      for (var file : all()) {
        var line = line(file, text);
        if (line.isPresent()) {
          return file.normalize() + ":" + line.get();
        }
      }
    } catch (IOException e) {
      // The folder tells enough.
    }
    return folder.toString();
  }

  private static Optional<Integer> line(Path file, String text) {
    try {
      var lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(text)) {
          return Optional.of(i + 1);
        }
      }
    } catch (IOException e) {
      // Whoever asks names the file without the line then.
    }
    return Optional.empty();
  }

  /** The first that Camel cannot read by itself. */
  Optional<Path> firstBroken() {
    try {
      return all().stream().filter(file -> !canBeRead(file)).findFirst().map(Path::normalize);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean canBeRead(Path file) {
    try (var alone = new DefaultCamelContext()) {
      var resource = ResourceHelper.resolveMandatoryResource(alone, "file:" + file);
      for (var builder : PluginHelper.getRoutesLoader(alone).findRoutesBuilders(resource)) {
        ((RouteBuilder) builder).configureRoutes(alone);
      }
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
