package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * What happened in the shop, one JSON line each, appended to a file and read again at the next
 * start. A last line cut short by a killed process is dropped.
 */
final class Journal implements AutoCloseable {

  private final Path file;
  private OutputStream out = OutputStream.nullOutputStream();

  private Journal(Path file) {
    this.file = file;
  }

  /** Forgets everything. */
  static Journal none() {
    return new Journal(null);
  }

  /** Writes to this file; its folder is made if need be. */
  static Journal in(Path file) {
    return new Journal(file);
  }

  /**
   * Reads what an earlier start wrote, then takes up writing.
   *
   * @throws IllegalStateException if a line other than the last is broken
   */
  void open(Consumer<JsonNode> reader) {
    if (file == null) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file)) {
        replay(reader);
      }
      out =
          new BufferedOutputStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be used", e);
    }
  }

  private void replay(Consumer<JsonNode> reader) throws IOException {
    dropHalfLine();
    try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      var number = 0;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          reader.accept(Json.read(line));
        } catch (UncheckedIOException e) {
          throw new IllegalStateException("Line " + number + " of " + file + " is no JSON", e);
        }
      }
    }
  }

  private void dropHalfLine() throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      var end = bytes.length();
      while (end > 0) {
        bytes.seek(end - 1);
        if (bytes.read() == '\n') {
          break;
        }
        end--;
      }
      bytes.setLength(end);
    }
  }

  /** A document was written. */
  void wrote(String kind, String id, JsonNode document, Counters counters) {
    append(kind, id, document, counters);
  }

  /** A document was removed. */
  void dropped(String kind, String id, Counters counters) {
    append(kind, id, NullNode.instance, counters);
  }

  private void append(String kind, String id, JsonNode document, Counters counters) {
    if (file == null) {
      return;
    }
    var line = Json.object().put("kind", kind).put("id", id);
    line.set("doc", document);
    line.set("counters", counters.journalled());
    try {
      out.write(Json.compact(line));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be closed", e);
    }
  }
}
