package io.shopbooks.books;

import java.util.Map;
import java.util.TreeMap;

/** That a product is left alone, with the facts that explain it ("name", "fields" …). */
public record Left(Hindrance why, Map<String, String> facts) {

  public Left {
    facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  public static Left because(Hindrance why) {
    return new Left(why, Map.of());
  }

  /** The same with one more fact. */
  public Left with(String name, Object value) {
    var more = new TreeMap<>(facts);
    more.put(name, value.toString());
    return new Left(why, more);
  }
}
