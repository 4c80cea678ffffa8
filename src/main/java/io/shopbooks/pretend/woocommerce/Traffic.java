package io.shopbooks.pretend.woocommerce;

import java.util.Map;
import java.util.TreeMap;

/** Counts the calls of each address: "GET /wc/v3/orders/{id}". */
final class Traffic {

  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void count(String method, String template) {
    counts.merge(method + " " + template, 1, Integer::sum);
  }

  synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  synchronized void forget() {
    counts.clear();
  }
}
