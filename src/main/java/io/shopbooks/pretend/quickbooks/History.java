package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A company's units of work as lines of its journal, and back. */
final class History {

  private final Company company;

  History(Company company) {
    this.company = company;
  }

  /** One line: what changed, and the answer that was stored under a requestid, if any. */
  static ObjectNode line(List<Records.Change> changes, ObjectNode answer) {
    var line = Json.object();
    var list = line.putArray("changes");
    for (var change : changes) {
      var stored = change.stored();
      var node = list.addObject().put(change.deleted() ? "gone" : "put", stored.type());
      node.put("born", stored.born()).set("object", stored.json());
      if (!stored.postings().isEmpty()) {
        stored.postings().forEach(posting -> node.withArray("/postings").add(posting.json()));
      }
    }
    if (answer != null) {
      line.set("answer", answer);
    }
    return line;
  }

  /** Does the lines again. The first one only says which company it is. */
  void replay(List<JsonNode> lines) {
    for (var line : lines) {
      line.path("changes").forEach(this::change);
      if (line.has("settings")) {
        company.settings().restore(line.path("settings"));
      }
      if (line.has("answer")) {
        answer(line.path("answer"));
      }
    }
    company.inventory().restore();
  }

  private void change(JsonNode node) {
    boolean deleted = node.has("gone");
    var type = Json.text(node, deleted ? "gone" : "put");
    var postings = Json.stream(node, "postings").map(Posting::read).toList();
    var object = (ObjectNode) node.path("object");
    var stored = new Stored(type, object, node.path("born").asLong(), postings);
    company.records().restore(new Records.Change(stored, deleted));
    if (Schema.isTransaction(type)) {
      company.ledger().post(stored.id(), postings);
    }
  }

  private void answer(JsonNode node) {
    try {
      company.requestIds().restore(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored answer in the journal is damaged", e);
    }
  }
}
