package io.shopbooks.pretend.wix;

import java.util.Map;
import java.util.TreeMap;

/** How often which address was called. */
final class Traffic {

  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void count(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  synchronized void forget() {
    counts.clear();
  }
}
