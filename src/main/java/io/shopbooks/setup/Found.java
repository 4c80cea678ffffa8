package io.shopbooks.setup;

import io.shopbooks.connections.FileEdit;
import io.shopbooks.report.Words;
import java.util.Map;
import java.util.Optional;

/**
 * Something about a connection that a person should know or change.
 *
 * @param area shop or company
 * @param word what it is: its sentences are found by it
 * @param facts that they name
 * @param stopsSales whether sales are held, or do not come, until it is changed
 * @param unreachable whether that side could not be looked at
 * @param edit of the connection file that would change it; absent where a person must choose, or
 *     change something elsewhere
 */
public record Found(
    String area,
    String word,
    Map<String, String> facts,
    boolean stopsSales,
    boolean unreachable,
    Optional<FileEdit> edit) {

  public Found {
    facts = Map.copyOf(facts);
  }

  /** What it is, in the reader's language. */
  public String what(Words words) {
    return words.finding(word, facts);
  }

  /** What to do about it, in the reader's language. */
  public String remedy(Words words) {
    return words.findingRemedy(word, facts);
  }
}
