package io.shopbooks.connections;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One thing that is wrong with a connection file. It never tells a secret: values of keys such as
 * {@code consumer-secret}, and values from the environment or the store, are not quoted.
 *
 * @param file the file, or the folder if it is about the folder
 * @param line counted from 1; 0 if it is about the file as a whole
 * @param key with its sections: {@code sales.unpaid}, {@code sales.document[0].then}; may be empty
 * @param problem what is wrong, a sentence
 * @param remedy what to write instead, a sentence or two
 */
public record Finding(Path file, int line, String key, String problem, String remedy) {

  public Finding {
    Objects.requireNonNull(file, "file");
    if (line < 0 || problem.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("A finding needs a problem and a remedy");
    }
  }

  /** For terminals and logs: {@code acme.yaml:7: sales.unpaid: 'later' is not one of … Write …}. */
  @Override
  public String toString() {
    var place = line == 0 ? file.toString() : file + ":" + line;
    var about = key.isEmpty() ? "" : ": " + key;
    return place + about + ": " + problem + " " + remedy;
  }
}
