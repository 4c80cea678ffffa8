package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Ids and order of a document's lines. */
final class Lines {

  private Lines() {}

  /**
   * Numbers the lines. A line keeps its id if the document had it already; an unknown or missing id
   * makes a new line (7.3).
   */
  static void number(Draft draft, Iterable<ObjectNode> lines) {
    Set<String> known = new HashSet<>();
    draft
        .before()
        .ifPresent(b -> Json.stream(b.json(), "Line").forEach(l -> known.add(Json.text(l, "Id"))));
    long last =
        known.stream().filter(id -> id.matches("\\d+")).mapToLong(Long::parseLong).max().orElse(0);
    int number = 0;
    var numbered = Json.array();
    for (var line : lines) {
      if (!known.remove(Json.text(line, "Id")) || Json.text(line, "Id").isEmpty()) {
        line.put("Id", String.valueOf(++last));
      }
      numbered.add(line.put("LineNum", ++number));
    }
    draft.after().set("Line", numbered);
  }

  static ArrayNode of(Draft draft) {
    return (ArrayNode) draft.after().get("Line");
  }

  /** Rounds the amount of a line to the currency. */
  static void round(Draft draft, ObjectNode line) {
    if (line.has("Amount")) {
      line.set("Amount", Json.number(draft.round(Json.number(line, "Amount"))));
    }
  }
}
