package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.shopbooks.pretend.JsonLines;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What happened in the shop, one JSON line for each document written or removed. */
final class Journal implements AutoCloseable {

  private final JsonLines lines;

  private Journal(JsonLines lines) {
    this.lines = lines;
  }

  /** Forgets everything. */
  static Journal none() {
    return new Journal(JsonLines.none());
  }

  /** Writes to this file; its folder is made if need be. */
  static Journal in(Path file) {
    return new Journal(Json.lines(file));
  }

  /**
   * Reads what an earlier start wrote, then takes up writing.
   *
   * @throws IllegalStateException if a line other than the last is broken
   */
  void open(Consumer<JsonNode> reader) {
    lines.open(reader);
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
    if (!lines.isKept()) {
      return;
    }
    var line = Json.object().put("kind", kind).put("id", id);
    line.set("doc", document);
    line.set("counters", counters.journalled());
    lines.append(line);
  }

  @Override
  public void close() {
    lines.close();
  }
}
