package io.shopbooks.connections;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that is wrong with a connection file. It never tells a secret: values of keys such as
 * {@code consumer-secret}, and values from the environment or the store, are not quoted.
 *
 * @param file the file, or the folder if it is about the folder
 * @param line counted from 1; 0 if it is about the file as a whole
 * @param key with its sections: {@code sales.unpaid}, {@code sales.document[0].then}; may be empty
 * @param problem what is wrong
 * @param remedy what to write instead
 */
public record Finding(Path file, int line, String key, Sentence problem, Sentence remedy) {

  public Finding {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(remedy, "remedy");
    if (line < 0) {
      throw new IllegalArgumentException("Lines are counted from 1");
    }
  }

  /** About the file as a whole. */
  static Finding about(Path file, String word, Map<String, Object> facts) {
    return of(file, 0, "", word, facts);
  }

  /** With the sentences {@code word.problem} and {@code word.remedy}. */
  static Finding of(Path file, int line, String key, String word, Map<String, Object> facts) {
    return new Finding(
        file,
        line,
        key,
        new Sentence(word + ".problem", facts),
        new Sentence(word + ".remedy", facts));
  }

  /** On one line: {@code acme.yaml:7: sales.unpaid: 'later' cannot be the value … Write …}. */
  public String in(Locale reader) {
    var place = line == 0 ? file.toString() : file + ":" + line;
    var about = key.isEmpty() ? "" : ": " + key;
    return place + about + ": " + problem.in(reader) + " " + remedy.in(reader);
  }

  /** In English, for terminals and logs. */
  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
