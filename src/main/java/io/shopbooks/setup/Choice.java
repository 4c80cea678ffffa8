package io.shopbooks.setup;

import java.util.List;
import java.util.Optional;

/**
 * One choice of a connection that names something of shop or company.
 *
 * @param path of its key: {@code [taxes, rates, GST]}
 * @param about what of the shop it is about: "GST 5 %"; empty where the key says it
 * @param options names to choose from
 * @param suggestion what probably fits; a person says whether it does
 */
public record Choice(
    List<String> path, String about, List<String> options, Optional<Suggestion> suggestion) {

  /** Why something is suggested. */
  public enum Because {
    /** The tax code has the same rate, its parts taken together. */
    SAME_RATE,
    /** The names have a word in common. */
    SIMILAR_NAME,
    /** Every company has it, and money of this kind usually goes there. */
    USUAL
  }

  /**
   * @param name of the entry in the company
   */
  public record Suggestion(String name, Because because) {}

  public Choice {
    path = List.copyOf(path);
    options = List.copyOf(options);
  }

  /** As settings are named: {@code taxes.rates.GST}. */
  public String key() {
    return String.join(".", path);
  }
}
