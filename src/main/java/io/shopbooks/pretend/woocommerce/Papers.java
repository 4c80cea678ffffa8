package io.shopbooks.pretend.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documents of one kind, by id, in the order they came; kept as text, because a shop of a
 * hundred thousand orders must fit into memory. What is given out is a copy.
 */
class Papers {

  private final String kind;
  private final Journal journal;
  private final Counters counters;
  private final Map<String, byte[]> sheets = new LinkedHashMap<>();

  Papers(String kind, Journal journal, Counters counters) {
    this.kind = kind;
    this.journal = journal;
    this.counters = counters;
  }

  String kind() {
    return kind;
  }

  Optional<ObjectNode> find(Object id) {
    return Optional.ofNullable(sheets.get(id.toString())).map(Json::readObject);
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
    var json = Json.compact(paper);
    keep(id.toString(), paper, json);
    journal.wrote(kind, id.toString(), json, counters);
  }

  /** Takes in what is known from elsewhere, without writing it down again. */
  void load(Object id, ObjectNode paper) {
    keep(id.toString(), paper, Json.compact(paper));
  }

  private void keep(String id, ObjectNode paper, byte[] json) {
    sheets.put(id, json);
    noticed(id, paper);
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
    return List.copyOf(sheets.values()).stream().map(Json::readObject);
  }

  int size() {
    return sheets.size();
  }

  /** For those who keep an index or a cache: this document is now so, or gone (null). */
  void noticed(String id, ObjectNode paper) {}
}
