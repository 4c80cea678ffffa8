package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of JSON lines to which each unit of work adds one line. A last line that was only half
 * written when the process died is cut off at the next start: that work was never answered.
 */
final class Journal {

  private final Path file;

  private Journal(Path file) {
    this.file = file;
  }

  /** A journal in this file. */
  static Journal in(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new Journal(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be kept", e);
    }
  }

  /** No journal: everything is forgotten at the end. */
  static Journal none() {
    return new Journal(null);
  }

  /** All whole lines so far. */
  List<JsonNode> read() {
    if (file == null || !Files.exists(file)) {
      return List.of();
    }
    try {
      var bytes = Files.readAllBytes(file);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      if (end < bytes.length) {
        Files.write(file, Arrays.copyOf(bytes, end));
      }
      return parsed(new String(bytes, 0, end, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be read", e);
    }
  }

  private List<JsonNode> parsed(String text) {
    var lines = new ArrayList<JsonNode>();
    for (var line : text.lines().toList()) {
      try {
        lines.add(Json.object(line));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(
            "Line %d of %s is damaged; remove the file to start anew"
                .formatted(lines.size() + 1, file),
            e);
      }
    }
    return lines;
  }

  void append(JsonNode line) {
    if (file == null) {
      return;
    }
    try {
      var text = Json.line(line) + "\n";
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("The journal " + file + " cannot be written", e);
    }
  }
}
