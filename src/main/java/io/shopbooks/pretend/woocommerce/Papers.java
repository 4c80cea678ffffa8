package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The documents of one kind, by id, in the order they came. What is given out is a copy. */
class Papers {

  /** How documents are kept. */
  enum Keeping {
    /** Ready to be looked at: few documents, looked at often. */
    OPEN,
    /** As text, because a hundred thousand orders must fit into memory. */
    PACKED
  }

  private final String kind;
  private final Keeping keeping;
  private final Journal journal;
  private final Counters counters;
  private final Map<String, Object> sheets = new LinkedHashMap<>();

  Papers(String kind, Keeping keeping, Journal journal, Counters counters) {
    this.kind = kind;
    this.keeping = keeping;
    this.journal = journal;
    this.counters = counters;
  }

  String kind() {
    return kind;
  }

  Optional<ObjectNode> find(Object id) {
    return Optional.ofNullable(sheets.get(id.toString())).map(this::copy);
  }

  /**
   * The document with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  ObjectNode get(Object id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no " + kind + " " + id));
  }

  boolean holds(Object id) {
    return sheets.containsKey(id.toString());
  }

  /** Writes a document, new or changed. */
  void put(Object id, ObjectNode paper) {
    load(id, paper);
    journal.wrote(kind, id.toString(), paper, counters);
  }

  /** Takes in what is known from elsewhere, without writing it down again. */
  void load(Object id, ObjectNode paper) {
    sheets.put(id.toString(), keeping == Keeping.PACKED ? Json.compact(paper) : paper.deepCopy());
    noticed(id.toString(), paper);
  }

  void remove(Object id) {
    forget(id);
    journal.dropped(kind, id.toString(), counters);
  }

  void forget(Object id) {
    sheets.remove(id.toString());
    noticed(id.toString(), null);
  }

  Stream<ObjectNode> all() {
    return List.copyOf(sheets.values()).stream().map(this::copy);
  }

  int size() {
    return sheets.size();
  }

  private ObjectNode copy(Object sheet) {
    return sheet instanceof byte[] packed
        ? Json.readObject(packed)
        : ((ObjectNode) sheet).deepCopy();
  }

  /** The open documents themselves, to be read only. */
  Stream<JsonNode> glimpses() {
    return sheets.values().stream().map(JsonNode.class::cast);
  }

  /** An open document itself, to be read only. */
  Optional<JsonNode> glimpse(Object id) {
    return Optional.ofNullable((JsonNode) sheets.get(id.toString()));
  }

  /** For those who keep an index or a cache: this document is now so, or gone (null). */
  void noticed(String id, ObjectNode paper) {}
}
