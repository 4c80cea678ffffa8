package io.shopbooks.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** One file of the routes folder, read as plain YAML. */
record RouteFile(Path file, String text, List<Map<String, Object>> entries) {

  private static final Path FOLDER = Path.of("routes");

  /** What the file is named after: its route's id. */
  String name() {
    return file.getFileName().toString().replace(".camel.yaml", "");
  }

  static List<RouteFile> all() {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".camel.yaml"))
          .sorted()
          .map(RouteFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RouteFile read(Path file) {
    try {
      var text = Files.readString(file);
      List<Map<String, Object>> entries = new Yaml().load(text);
      return new RouteFile(file, text, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A step: what it does, and its options. */
  record Step(String does, Map<String, Object> options) {

    String id() {
      return String.valueOf(options.getOrDefault("id", ""));
    }
  }

  /** Every step, branch, catch and policy of the file, however deep. */
  List<Step> steps() {
    var steps = new ArrayList<Step>();
    entries.forEach(entry -> collect(entry, steps));
    return steps;
  }

  @SuppressWarnings("unchecked")
  private static void collect(Object node, List<Step> steps) {
    if (node instanceof List<?> list) {
      list.forEach(element -> collect(element, steps));
      return;
    }
    if (!(node instanceof Map<?, ?> map)) {
      return;
    }
    map.forEach(
        (key, value) -> {
          if (key.equals("steps")) {
            for (var step : (List<Map<String, Object>>) value) {
              step.forEach((does, options) -> steps.add(step(does, options)));
            }
          } else if (List.of("when", "doCatch", "onException").contains(key)
              && value instanceof List<?> branches) {
            for (var branch : branches) {
              var options = (Map<String, Object>) branch;
              if (!options.containsKey("onException")) {
                steps.add(step((String) key, options));
              }
            }
          } else if (List.of("otherwise", "doFinally", "from", "onException").contains(key)) {
            steps.add(step((String) key, value));
          }
          collect(value, steps);
        });
  }

  @SuppressWarnings("unchecked")
  private static Step step(String does, Object options) {
    return new Step(does, options instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
  }
}
