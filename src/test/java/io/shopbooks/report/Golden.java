package io.shopbooks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that were read by a person once; rewritten only with {@code -Dgolden=write}. */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/report");

  private Golden() {}

  static void isAsRead(String file, String text) {
    var path = FOLDER.resolve(file);
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(path, text);
      }
      assertThat(text).isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
