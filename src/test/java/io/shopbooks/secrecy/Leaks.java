package io.shopbooks.secrecy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Secrets that came out in this process, kept at once in a file of its own, because some tests kill
 * processes; and how many lines were looked at.
 */
final class Leaks {

  private static final Path FOLDER = Path.of("target", "told-secrets");
  private static final Path FILE = FOLDER.resolve(UUID.randomUUID() + ".txt");
  private static final String LINES = "lines ";
  private static final AtomicLong LOOKED_AT = new AtomicLong();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> keep(LINES + LOOKED_AT.get())));
  }

  private Leaks() {}

  static void looked() {
    LOOKED_AT.incrementAndGet();
  }

  /** How many lines this process looked at. */
  static long seen() {
    return LOOKED_AT.get();
  }

  static void told(String where, String secret) {
    keep(where + " told " + secret);
  }

  private static synchronized void keep(String line) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(
          FILE,
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that came out in this and earlier processes of the build. */
  static List<String> all() {
    return kept().filter(line -> !line.startsWith(LINES)).toList();
  }

  /** How many lines earlier processes of the build looked at. */
  static long lines() {
    return kept()
        .filter(line -> line.startsWith(LINES))
        .mapToLong(line -> Long.parseLong(line.substring(LINES.length())))
        .sum();
  }

  private static Stream<String> kept() {
    try (var files = Files.list(FOLDER)) {
      return files.toList().stream().flatMap(Leaks::read);
    } catch (IOException e) {
      throw new UncheckedIOException("Nobody looked at any log", e);
    }
  }

  private static Stream<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
