package io.shopbooks.pretend.wix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Documents of one kind with all their versions, each known since an instant. */
final class Shelf {

  private final Map<String, TreeMap<Instant, ObjectNode>> versions = new LinkedHashMap<>();

  void put(String id, ObjectNode document, Instant since) {
    versions.computeIfAbsent(id, any -> new TreeMap<>()).put(since, document);
  }

  /** As it stood at an instant; empty if nobody knew of it then. */
  Optional<ObjectNode> find(String id, Instant at) {
    return Optional.ofNullable(versions.get(id)).flatMap(all -> asOf(all, at));
  }

  /** The last version, even one that is known only later. */
  Optional<ObjectNode> latest(String id) {
    return Optional.ofNullable(versions.get(id)).map(all -> all.lastEntry().getValue());
  }

  /** All as they stood at an instant, in the order in which they were first put. */
  Stream<ObjectNode> all(Instant at) {
    return versions.values().stream().flatMap(all -> asOf(all, at).stream());
  }

  /** The last versions of all. */
  Stream<ObjectNode> all() {
    return versions.values().stream().map(all -> all.lastEntry().getValue());
  }

  int size() {
    return versions.size();
  }

  private static Optional<ObjectNode> asOf(TreeMap<Instant, ObjectNode> all, Instant at) {
    return Optional.ofNullable(all.floorEntry(at)).map(Map.Entry::getValue);
  }
}
