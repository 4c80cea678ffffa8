package io.shopbooks.pretend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
 * A file of JSON lines that a pretend appends to and reads again at its next start. A last line cut
 * short by a killed process is dropped.
 */
public final class JsonLines implements AutoCloseable {

  private final Path file;
  private final JsonMapper mapper;
  private OutputStream out = OutputStream.nullOutputStream();

  private JsonLines(Path file, JsonMapper mapper) {
    this.file = file;
    this.mapper = mapper;
  }

  /** Keeps nothing. */
  public static JsonLines none() {
    return new JsonLines(null, null);
  }

  /** Keeps lines in this file, read and written by this mapper; its folder is made if need be. */
  public static JsonLines in(Path file, JsonMapper mapper) {
    return new JsonLines(file, mapper);
  }

  /**
   * Reads what an earlier start wrote, then takes up writing.
   *
   * @throws IllegalStateException if a line other than the last is broken
   */
  public void open(Consumer<JsonNode> reader) {
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
        reader.accept(parsed(line, number));
      }
    }
  }

  private JsonNode parsed(String line, int number) {
    try {
      return mapper.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException("Line " + number + " of " + file + " is no JSON", e);
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

  /** Adds a line. */
  public void append(JsonNode line) {
    if (file == null) {
      return;
    }
    try {
      out.write(mapper.writeValueAsBytes(line));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be written", e);
    }
  }

  /** Whether lines are kept at all. */
  public boolean isKept() {
    return file != null;
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
