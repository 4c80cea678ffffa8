package io.shopbooks.pretend.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What a company was asked for since the start. Reads are the metered ones (CorePlus): reads by id,
 * queries, change data capture, and each query inside a batch; writes are free
 * (`quickbooks-online.md` 0.1, 4.1).
 */
final class Counters {

  private final Map<String, Long> counts = new ConcurrentSkipListMap<>();

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  long of(String what) {
    return counts.getOrDefault(what, 0L);
  }

  Map<String, Long> all() {
    return new TreeMap<>(counts);
  }

  ObjectNode json() {
    var node = Json.object();
    counts.forEach(node::put);
    return node;
  }
}
