package io.shopbooks.books;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something is held, with the facts that its explanation and remedy name ("rate", "account",
 * "difference" …), in the order they are told.
 */
public record Reason(Why why, Map<String, String> facts) {

  public Reason {
    facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  public static Reason of(Why why) {
    return new Reason(why, Map.of());
  }

  /** This reason with one more fact. */
  public Reason with(String name, Object value) {
    var more = new LinkedHashMap<>(facts);
    more.put(name, value.toString());
    return new Reason(why, more);
  }

  /** For logs: "no-tax-code {rate=QST}". */
  @Override
  public String toString() {
    return facts.isEmpty() ? why.word() : why.word() + " " + facts;
  }
}
