package io.shopbooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** A connection file as a person edits it. */
record ConnectionFile(Path path) {

  String text() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts these keys into the file, or changes them there; {@code ~} takes one out. */
  void edit(String yaml) {
    var keys = new Yaml().<Map<String, Object>>load(text());
    var changed = new Yaml().<Map<String, Object>>load(yaml);
    if (changed != null) {
      write(new Yaml().dump(merged(keys, changed)));
    }
  }

  private static Map<String, Object> merged(Map<?, ?> into, Map<?, ?> changes) {
    var merged = new LinkedHashMap<String, Object>();
    into.forEach((key, value) -> merged.put(key.toString(), value));
    changes.forEach(
        (key, value) -> {
          var name = key.toString();
          if (value == null) {
            merged.remove(name);
          } else if (value instanceof Map<?, ?> inner
              && merged.get(name) instanceof Map<?, ?> there) {
            merged.put(name, merged(there, inner));
          } else {
            merged.put(name, value);
          }
        });
    return merged;
  }
}
