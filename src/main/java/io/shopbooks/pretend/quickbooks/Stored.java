package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One object as the company keeps it. The JSON is never changed in place; a change is a new Stored.
 *
 * @param born the count of the commit it came with: what a batch may see
 * @param postings what it does to the accounts; empty for lists
 */
record Stored(String type, ObjectNode json, long born, List<Posting> postings) {

  Stored {
    postings = List.copyOf(postings);
  }

  String id() {
    return Json.text(json, "Id");
  }

  String text(String path) {
    return Json.text(json, path);
  }

  boolean isActive() {
    return !json.has("Active") || Json.flag(json, "Active");
  }

  /** The document itself as JSON that may be changed. */
  ObjectNode copy() {
    return json.deepCopy();
  }
}
